import type { ReactElement, ReactNode } from "react";
import { quantityWords } from "../base/amount";
import { dayWords, instantWords } from "../base/time";
import { Chip, Icon, StateChip, TagText } from "../parts";
import type { CardFlag, PackageCard } from "../platform";
import { nodes, say } from "../words";
import { CardReports } from "./CardReports";
import { PackagedByBlock, PartyText } from "./PackagedByBlock";

/** A line of the card; one without a value is left out. */
function Line({ label, children }: { label: string; children: ReactNode }): ReactElement | null {
  return children ? (
    <div className="card-line">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  ) : null;
}

/** A flag; one that stops the package stands out. */
function Flag({ flag }: { flag: CardFlag }): ReactElement {
  return (
    <Chip as="li" tone={flag.stops ? "warn" : "plain"} icon={flag.stops ? "hand" : "check"}>
      {flag.words}
    </Chip>
  );
}

function Lab({ card }: { card: PackageCard }): ReactElement {
  const state = <StateChip state={card.lab_testing} />;
  return (
    <>{card.lab_testing_date ? nodes("card-lab-since", { state, day: dayWords(card.lab_testing_date) }) : state}</>
  );
}

function Received({ received }: { received: NonNullable<PackageCard["received"]> }): ReactElement {
  return (
    <>
      {received.at ? <span className="card-first">{instantWords(received.at)}</span> : null}
      {received.from ? <PartyText party={received.from} /> : say("card-received-unstated")}
      {received.manifest ? (
        <span className="card-aside">{say("card-received-manifest", { manifest: received.manifest })}</span>
      ) : null}
    </>
  );
}

/** Everything that is known of a package: what it is and may be sold as first, the rest quieter below. */
export function CardBody({ card, onOpen }: { card: PackageCard; onOpen: (tag: string) => void }): ReactElement {
  return (
    // It scrolls by the arrow keys from Packaged By, which is always in it: a stop of its own would have no name.
    <div className="card-body">
      <div className="card-top">
        <p className="card-item">{card.item}</p>
        <p className="card-quantity">
          {quantityWords(card.quantity)} <span>{card.unit}</span>
        </p>
      </div>
      <div className="card-kind">
        <p className="card-quiet">{[card.category, card.strain].filter(Boolean).join(" · ")}</p>
        <ul className="card-chips" aria-label={say("card-chips")}>
          <Chip as="li" tone="plain">
            {card.status}
          </Chip>
          {card.flags.map((flag) => (
            <Flag key={flag.words} flag={flag} />
          ))}
        </ul>
      </div>
      <PackagedByBlock by={card.packaged_by} />
      <CardReports reports={card.pending} />
      <dl className="card-lines">
        <Line label={say("card-location")}>{card.location}</Line>
        <Line label={say("card-lab-testing")}>{card.lab_testing ? <Lab card={card} /> : null}</Line>
        <Line label={say("card-expires")}>{dayWords(card.expires)}</Line>
        <Line label={say("card-received")}>
          {card.received ? <Received received={card.received} /> : say("card-received-never")}
        </Line>
      </dl>
      <dl className="card-lines card-more">
        <Line label={say("card-held-by")}>
          <PartyText party={card.held_by} />
        </Line>
        <Line label={say("card-packaged-date")}>{dayWords(card.packaged_date)}</Line>
        <Line label={say("card-production-batch")}>{card.production_batch}</Line>
        <Line label={say("card-source-harvests")}>{card.source_harvests.join(", ")}</Line>
        <Line label={say("card-source-packages")}>
          {card.source_packages.length > 0 ? (
            <span className="card-sources">
              {card.source_packages.map((tag) => (
                <button key={tag} type="button" className="tag-label tag-button" onClick={() => onOpen(tag)}>
                  <TagText tag={tag} />
                  <Icon name="chevronRight" size={12} />
                </button>
              ))}
            </span>
          ) : null}
        </Line>
        {card.facts.map((fact) => (
          <Line key={fact.label} label={fact.label}>
            {dayWords(fact.value)}
          </Line>
        ))}
      </dl>
      <p className="card-age">
        <Icon name="clock" size={13} /> {say("card-as-of", { time: instantWords(card.as_of) })}
      </p>
    </div>
  );
}
