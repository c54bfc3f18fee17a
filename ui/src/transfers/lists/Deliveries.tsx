import type { ReactElement } from "react";
import { Facts, Icon, StateChip, TagButton } from "../../parts";
import type { LicenseNumber, TransferDelivery, TransferPackage } from "../../platform";
import { nodes, say, unbroken } from "../../words";

/** The deliveries of a transfer, each with who brings it and its packages. */
export function Deliveries({
  deliveries,
  license,
}: {
  deliveries: TransferDelivery[];
  license: LicenseNumber;
}): ReactElement {
  return (
    <>
      {deliveries.map((delivery) => (
        <section
          key={delivery.id}
          aria-label={say("transfers-delivery", { recipient: delivery.recipient })}
          className="detail-delivery"
        >
          <h3 className="draft-heading detail-heading">
            {nodes("transfers-delivery", { recipient: delivery.recipient })}
          </h3>
          <Facts facts={delivery.facts} />
          {delivery.transporters.length > 0 ? (
            <ul aria-label={say("transfers-transporters")} className="detail-transporters">
              {delivery.transporters.map((transporter) => (
                <li key={transporter}>
                  <Icon name="truck" size={14} /> {unbroken(transporter)}
                </li>
              ))}
            </ul>
          ) : null}
          <Packages packages={delivery.packages} license={license} />
        </section>
      ))}
    </>
  );
}

function Packages({ packages, license }: { packages: TransferPackage[]; license: LicenseNumber }): ReactElement {
  return (
    <>
      <h4 className="detail-count">{say("common-packages", { count: packages.length })}</h4>
      <ul className="detail-packages">
        {packages.map((each) => (
          <Package key={each.tag} each={each} license={license} />
        ))}
      </ul>
    </>
  );
}

function Package({ each, license }: { each: TransferPackage; license: LicenseNumber }): ReactElement {
  const more = [
    each.gross_weight ? say("transfers-package-gross", { weight: each.gross_weight }) : "",
    each.shipper_price ? say("transfers-package-shipper-price", { price: each.shipper_price }) : "",
    each.receiver_price ? say("transfers-package-receiver-price", { price: each.receiver_price }) : "",
  ].filter(Boolean);
  return (
    <li className="detail-package">
      <div className="detail-package-head">
        <TagButton tag={each.tag} license={license} />
        {each.state ? <StateChip state={each.state} /> : null}
      </div>
      <p>
        {each.item} <span className="quiet">{[each.category, each.strain].filter(Boolean).join(" · ")}</span>
      </p>
      <p className="detail-package-line">
        <b>{each.shipped}</b>
        {each.received ? <span> {say("transfers-package-received", { quantity: each.received })}</span> : null}
        {each.lab_testing ? <StateChip state={each.lab_testing} /> : null}
        {more.map((words) => (
          <span key={words} className="quiet">
            {words}
          </span>
        ))}
      </p>
    </li>
  );
}
