import type { ReactElement, ReactNode } from "react";
import { Icon } from "../parts";
import type { PackagedBy, PackagedByBasis, Party, Statement } from "../platform";
import { type LabelId, nodes, say, unbroken } from "../words";

const BASES: Record<PackagedByBasis, LabelId> = {
  stated: "card-basis-stated",
  never_received_here: "card-basis-never-received-here",
  never_received_there: "card-basis-seen",
  item_origin: "card-basis-item-origin",
  not_stated: "card-basis-not-stated",
};

/** How the packager is known, in words. */
function basisWords({ basis, party }: Statement): ReactNode {
  return basis === "never_received_there" && party?.license
    ? nodes("card-basis-seen-at", { license: party.license })
    : say(BASES[basis]);
}

/** A license and, where known, its name. */
export function PartyText({ party }: { party: Party }): ReactElement {
  return (
    <>
      {party.name ? `${party.name} ` : null}
      <span className="card-license unbroken">{party.license}</span>
    </>
  );
}

function Evidence({ statement, agrees }: { statement: Statement; agrees: boolean }): ReactElement {
  return (
    <li className={agrees ? "card-agrees" : "card-disagrees"}>
      <Icon name={agrees ? "check" : "warning"} size={14} />
      <span>
        <b>{say(agrees ? "card-agrees" : "card-disagrees")}</b>
        {": "}
        {basisWords(statement)}
        {!agrees && statement.party ? (
          <>
            {": "}
            <PartyText party={statement.party} />
          </>
        ) : null}
        {statement.sentence ? <span className="card-sentence">{unbroken(statement.sentence)}</span> : null}
      </span>
    </li>
  );
}

/** Packaged By: the license that made the package, how Trackside knows, and what speaks for and against it. */
export function PackagedByBlock({ by }: { by: PackagedBy }): ReactElement {
  const { answer, agrees, disagrees } = by;
  return (
    <section className="card-packager" aria-label={say("card-packaged-by")}>
      <h3 className="card-label">{say("card-packaged-by")}</h3>
      <p className="card-packager-name">
        {answer.party ? (
          <PartyText party={answer.party} />
        ) : (
          <>
            <Icon name="help" /> {say("card-basis-not-stated")}
          </>
        )}
      </p>
      <p className="card-basis">
        {answer.party ? <b>{basisWords(answer)}</b> : null}
        {answer.sentence ? <span className="card-sentence">{unbroken(answer.sentence)}</span> : null}
      </p>
      {agrees.length + disagrees.length > 0 ? (
        <ul className="card-evidence">
          {disagrees.map((statement) => (
            <Evidence key={statement.basis + statement.sentence} statement={statement} agrees={false} />
          ))}
          {agrees.map((statement) => (
            <Evidence key={statement.basis + statement.sentence} statement={statement} agrees />
          ))}
        </ul>
      ) : null}
    </section>
  );
}
