import type { ReactElement } from "react";
import mark from "../../../../icons/trackside.svg";
import { Icon } from "../../parts";
import { SupportMenu } from "../support/SupportMenu";
import { count } from "../words";
import { useFrame } from "./frame-state";
import type { Place } from "./places";

/** The places, each with its count, and support at the foot. */
export function Rail({ places, here }: { places: Place[]; here: Place | undefined }): ReactElement {
  const { goTo, counts } = useFrame();
  return (
    <nav className="rail" aria-label="Places">
      <p className="rail-mark">
        <img src={mark} alt="" width="22" height="22" />
        <span className="rail-words">Trackside</span>
      </p>
      <ul className="rail-places">
        {places.map((place) => {
          const number = counts[place.id];
          return (
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
                {number === undefined ? null : <span className="rail-count">{count(number)}</span>}
              </button>
            </li>
          );
        })}
      </ul>
      <SupportMenu />
    </nav>
  );
}
