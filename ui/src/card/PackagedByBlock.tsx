import { type ReactElement, type ReactNode, useId, useState } from "react";
import type { IconName } from "../base/icons";
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

/** How sure it is, as a mark: the state says so, it follows from something, something speaks against it, nobody says. */
function markOf({ answer, disagrees }: PackagedBy): IconName {
  if (!answer.party) {
    return "help";
  }
  return disagrees.length > 0 ? "warning" : answer.basis === "stated" ? "check" : "info";
}

/**
 * Packaged By in one line: the license that made the package, and a mark for how Trackside knows. Pressed, it says what
 * speaks for it and against it.
 */
export function PackagedByBlock({ by }: { by: PackagedBy }): ReactElement {
  const { answer, agrees, disagrees } = by;
  const [open, setOpen] = useState(false);
  const id = useId();
  const basis = answer.party ? basisWords(answer) : null;
  return (
    <section className="card-packager" aria-label={say("card-packaged-by")}>
      <button
        type="button"
        className="card-packager-line"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <span className="card-label">{say("card-packaged-by")}</span>{" "}
        <span className="card-packager-name">
          {answer.party ? <PartyText party={answer.party} /> : say("card-basis-not-stated")}
        </span>
        <span className={`card-mark card-mark-${markOf(by)}`}>
          <Icon name={markOf(by)} size={14} />
          {basis ? <span className="unseen">{basis}</span> : null}
        </span>
        <Icon name={open ? "chevronUp" : "chevronDown"} size={12} />
      </button>
      {open ? (
        <div className="card-evidence" id={id}>
          <p>
            {basis ? <b>{basis}</b> : null}
            {answer.sentence ? <span className="card-sentence">{unbroken(answer.sentence)}</span> : null}
          </p>
          {agrees.length + disagrees.length > 0 ? (
            <ul>
              {disagrees.map((statement) => (
                <Evidence key={statement.basis + statement.sentence} statement={statement} agrees={false} />
              ))}
              {agrees.map((statement) => (
                <Evidence key={statement.basis + statement.sentence} statement={statement} agrees />
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
