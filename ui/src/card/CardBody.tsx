import type { ReactElement, ReactNode } from "react";
import type { ActionId } from "../actions";
import { quantityWords } from "../app/amount";
import { dayWords, instantWords } from "../app/time";
import { labLook } from "../grids/grid/lab-states";
import { Icon, TagText } from "../parts";
import type { PackageCard } from "../platform";
import { CardActions } from "./CardActions";
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
function Flag({ flag }: { flag: string }): ReactElement {
  const stops = /hold|recall|investigation/i.test(flag);
  return (
    <li className={stops ? "chip chip-warn" : "chip chip-plain"}>
      <Icon name={stops ? "hand" : "check"} size={13} />
      {flag}
    </li>
  );
}

function Lab({ card }: { card: PackageCard }): ReactElement {
  const { icon, tone } = labLook(card.lab_testing);
  return (
    <>
      <span className={`chip chip-${tone}`}>
        <Icon name={icon} size={13} />
        {card.lab_testing}
      </span>
      {card.lab_testing_date ? ` since ${dayWords(card.lab_testing_date)}` : null}
    </>
  );
}

function Received({ received }: { received: NonNullable<PackageCard["received"]> }): ReactElement {
  return (
    <>
      {received.from ? <PartyText party={received.from} /> : "sender not stated"}
      {received.at ? <span className="card-aside">{instantWords(received.at)}</span> : null}
      {received.manifest ? <span className="card-aside">Manifest {received.manifest}</span> : null}
    </>
  );
}

/** Everything that is known of a package. */
export function CardBody({
  card,
  onOpen,
  onAct,
}: {
  card: PackageCard;
  onOpen: (tag: string) => void;
  onAct: (card: PackageCard, action: ActionId) => void;
}): ReactElement {
  return (
    <div className="card-body">
      <div className="card-top">
        <div>
          <p className="card-item">{card.item}</p>
          <p className="card-quiet">{[card.category, card.strain].filter(Boolean).join(" · ")}</p>
        </div>
        <p className="card-quantity">
          {quantityWords(card.quantity)} <span>{card.unit}</span>
        </p>
      </div>
      <ul className="card-chips" aria-label="Status and flags">
        <li className="chip chip-plain">{card.status}</li>
        {card.flags.map((flag) => (
          <Flag key={flag} flag={flag} />
        ))}
      </ul>
      <CardReports reports={card.pending} />
      <CardActions offers={card.actions} onAct={(action) => onAct(card, action)} />
      <PackagedByBlock by={card.packaged_by} />
      <dl className="card-lines">
        <Line label="Held by">
          <PartyText party={card.held_by} />
        </Line>
        <Line label="Received">{card.received ? <Received received={card.received} /> : "Never, on a manifest"}</Line>
        <Line label="Location">{card.location}</Line>
        <Line label="Lab Testing">{card.lab_testing ? <Lab card={card} /> : null}</Line>
        <Line label="Packaged Date">{dayWords(card.packaged_date)}</Line>
        <Line label="Production Batch">{card.production_batch}</Line>
        <Line label="Source Harvests">{card.source_harvests.join(", ")}</Line>
        <Line label="Source Packages">
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
        <Icon name="clock" size={13} /> As the state had it on {instantWords(card.as_of)}
      </p>
    </div>
  );
}
