import type { ReactElement } from "react";
import mark from "../../../../icons/trackside.svg";
import { useSnapshot } from "../../base/desk";
import { useFrame } from "../../base/frame-state";
import { openWords } from "../../outbox/words";
import { Icon } from "../../parts";
import { say } from "../../words";
import { SupportMenu } from "../support/SupportMenu";
import { comingPlaces } from "./coming";
import type { Place } from "./places";

/**
 * The places, and support at the foot. A number stands here only where it wants somebody, and only where it is always as of
 * now: what a place has in all, it says itself.
 */
export function Rail({ places, here }: { places: Place[]; here: Place | undefined }): ReactElement {
  const { goTo } = useFrame();
  return (
    <nav className="rail" aria-label={say("frame-places")}>
      <p className="rail-mark">
        <img src={mark} alt="" width="22" height="22" />
        <span className="rail-words">Trackside</span>
      </p>
      <div className="rail-all">
        <ul className="rail-places">
          {places.map((place) => (
            <li key={place.id}>
              <button
                type="button"
                className="rail-entry"
                title={place.title}
                aria-current={place === here ? "page" : undefined}
                onClick={() => goTo(place.id)}
              >
                <Icon name={place.icon} />
                <span className="rail-words">{place.title}</span>
                {place.id === "outbox" ? <OutboxBadge /> : null}
              </button>
            </li>
          ))}
        </ul>
        <section className="rail-coming" aria-label={say("palette-coming")}>
          <p className="rail-coming-head">{say("palette-coming")}</p>
          <ul>
            {comingPlaces().map(({ id, icon, title }) => (
              <li key={id}>
                <Icon name={icon} size={14} />
                {title}
              </li>
            ))}
          </ul>
        </section>
      </div>
      <SupportMenu />
    </nav>
  );
}

/** The most that the badge has room for where the rail is narrow; its words say the whole number. */
const MOST_SHOWN = 999;

/** How many reports are not over, and whether one of them wants a person. */
function OutboxBadge(): ReactElement | null {
  const { outbox } = useSnapshot();
  const number = outbox.needs_you + outbox.refused + outbox.waiting;
  const wants = outbox.needs_you + outbox.refused > 0;
  return number === 0 ? null : (
    <>
      <span className={wants ? "rail-badge rail-badge-wants" : "rail-badge"} aria-hidden="true">
        {wants ? <Icon name="warning" size={12} /> : null}
        <span className="rail-badge-number">{number > MOST_SHOWN ? `${MOST_SHOWN}+` : number}</span>
      </span>
      <span className="unseen">, {openWords(outbox)}</span>
    </>
  );
}
