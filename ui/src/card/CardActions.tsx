import { type ReactElement, useId, useState } from "react";
import { ACTIONS, type ActionId } from "../base/actions";
import { Button, Icon } from "../parts";
import type { ActionOffer } from "../platform";
import { say } from "../words";

function isAction(action: string): action is ActionId {
  return action in ACTIONS;
}

/** Finish and Unfinish are one switch: of the two only the one that makes sense now is shown. */
function sensible(offers: ActionOffer[]): (offer: ActionOffer) => boolean {
  const finished = offers.some((offer) => offer.action === "unfinish" && !offer.why_not);
  return (offer) => offer.action !== (finished ? "finish" : "unfinish");
}

/** What can be done with the package. What cannot says why, when it is pointed at, has the focus or is pressed. */
export function CardActions({
  offers,
  onAct,
}: {
  offers: ActionOffer[];
  onAct: (action: ActionId) => void;
}): ReactElement | null {
  const id = useId();
  const [asked, setAsked] = useState<string | null>(null);
  const known = offers
    .filter(sensible(offers))
    .flatMap((offer) => (isAction(offer.action) ? [{ ...offer, action: offer.action }] : []));
  if (known.length === 0) {
    return null;
  }
  const refused = known.filter((offer) => offer.why_not);
  return (
    <section className="card-actions" aria-label={say("card-actions")}>
      <div className="card-action-buttons">
        {known.map(({ action, why_not }) => (
          <Button
            key={action}
            size="small"
            aria-disabled={why_not ? true : undefined}
            aria-describedby={why_not ? `${id}-${action}` : undefined}
            onFocus={() => setAsked(action)}
            onPointerEnter={() => setAsked(action)}
            onClick={() => (why_not ? setAsked(action) : onAct(action))}
          >
            {ACTIONS[action].words}
            {why_not ? (
              <span className="unseen" id={`${id}-${action}`}>
                {why_not}
              </span>
            ) : null}
          </Button>
        ))}
      </div>
      {/* All reasons are laid in one place: the room of the longest is kept, so that the card never grows under the pointer. */}
      {refused.length > 0 ? (
        <div className="card-why-not" aria-hidden="true">
          {refused.map(({ action, why_not }) => (
            <p key={action} data-asked={action === asked || undefined}>
              <Icon name="info" size={13} /> {why_not}
            </p>
          ))}
        </div>
      ) : null}
    </section>
  );
}
