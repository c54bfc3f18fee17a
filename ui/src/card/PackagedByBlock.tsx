import type { ReactElement } from "react";
import { Icon } from "../parts";
import type { PackagedBy, PackagedByBasis, Party, Statement } from "../platform";

/** How the packager is known, in words. */
export function basisWords(statement: Statement): string {
  const words: Record<PackagedByBasis, string> = {
    stated: "The state says so",
    never_received_here: "Never received here",
    never_received_there: `Seen at your licence ${statement.party?.licence ?? ""}`.trimEnd(),
    item_origin: "By item origin",
    not_stated: "Not stated",
  };
  return words[statement.basis];
}

/** A licence and, where known, its name. */
export function PartyText({ party }: { party: Party }): ReactElement {
  return (
    <>
      {party.name ? `${party.name} ` : null}
      <span className="card-licence">{party.licence}</span>
    </>
  );
}

function Evidence({ statement, agrees }: { statement: Statement; agrees: boolean }): ReactElement {
  return (
    <li className={agrees ? "card-agrees" : "card-disagrees"}>
      <Icon name={agrees ? "check" : "warning"} size={14} />
      <span>
        <b>{agrees ? "Agrees" : "Disagrees"}</b>
        {": "}
        {basisWords(statement)}
        {!agrees && statement.party ? (
          <>
            {": "}
            <PartyText party={statement.party} />
          </>
        ) : null}
        {statement.sentence ? <span className="card-sentence">{statement.sentence}</span> : null}
      </span>
    </li>
  );
}

/** Packaged By: the licence that made the package, how Trackside knows, and what speaks for and against it. */
export function PackagedByBlock({ by }: { by: PackagedBy }): ReactElement {
  const { answer, agrees, disagrees } = by;
  return (
    <section className="card-packager" aria-label="Packaged By">
      <h3 className="card-label">Packaged By</h3>
      <p className="card-packager-name">
        {answer.party ? (
          <PartyText party={answer.party} />
        ) : (
          <>
            <Icon name="help" /> Not stated
          </>
        )}
      </p>
      <p className="card-basis">
        {answer.party ? <b>{basisWords(answer)}</b> : null}
        {answer.sentence ? <span className="card-sentence">{answer.sentence}</span> : null}
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
