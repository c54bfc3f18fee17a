import type { ReactElement } from "react";
import { counted } from "../../app/words";
import { TagButton } from "../../card/TagLabel";
import { labLook } from "../../grids/grid/lab-states";
import { Icon } from "../../parts";
import type { LicenceNumber, TransferDelivery, TransferPackage } from "../../platform";
import { Facts } from "./Facts";
import { packageLook } from "./states";

/** The deliveries of a transfer, each with who brings it and its packages. */
export function Deliveries({
  deliveries,
  licence,
}: {
  deliveries: TransferDelivery[];
  licence: LicenceNumber;
}): ReactElement {
  return (
    <>
      {deliveries.map((delivery) => (
        <section key={delivery.id} aria-label={`To ${delivery.recipient}`} className="detail-delivery">
          <h3 className="draft-heading detail-heading">To {delivery.recipient}</h3>
          <Facts facts={delivery.facts} />
          {delivery.transporters.length > 0 ? (
            <ul aria-label="Transporters" className="detail-transporters">
              {delivery.transporters.map((transporter) => (
                <li key={transporter}>
                  <Icon name="truck" size={14} /> {transporter}
                </li>
              ))}
            </ul>
          ) : null}
          <Packages packages={delivery.packages} licence={licence} />
        </section>
      ))}
    </>
  );
}

function Packages({ packages, licence }: { packages: TransferPackage[]; licence: LicenceNumber }): ReactElement {
  return (
    <>
      <h4 className="detail-count">{counted(packages.length, "package")}</h4>
      <ul className="detail-packages">
        {packages.map((each) => (
          <Package key={each.tag} each={each} licence={licence} />
        ))}
      </ul>
    </>
  );
}

function Package({ each, licence }: { each: TransferPackage; licence: LicenceNumber }): ReactElement {
  const state = packageLook(each.state);
  const lab = labLook(each.lab_testing);
  const more = [
    each.gross_weight ? `gross ${each.gross_weight}` : "",
    each.shipper_price ? `shipper’s price ${each.shipper_price}` : "",
    each.receiver_price ? `receiver’s price ${each.receiver_price}` : "",
  ].filter(Boolean);
  return (
    <li className="detail-package">
      <div className="detail-package-head">
        <TagButton tag={each.tag} licence={licence} />
        {each.state ? (
          <span className={`chip chip-${state.tone}`}>
            <Icon name={state.icon} size={13} />
            {each.state}
          </span>
        ) : null}
      </div>
      <p>
        {each.item} <span className="quiet">{[each.category, each.strain].filter(Boolean).join(" · ")}</span>
      </p>
      <p className="detail-package-line">
        <b>{each.shipped}</b>
        {each.received ? <span> received {each.received}</span> : null}
        {each.lab_testing ? (
          <span className={`chip chip-${lab.tone}`}>
            <Icon name={lab.icon} size={13} />
            {each.lab_testing}
          </span>
        ) : null}
        {more.map((words) => (
          <span key={words} className="quiet">
            {words}
          </span>
        ))}
      </p>
    </li>
  );
}
