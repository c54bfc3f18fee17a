import { memo, type ReactElement } from "react";
import { Icon } from "../../parts";
import type { DraftChoices, PartyChoice, TransferTypeChoice } from "../../platform";
import { useDraft } from "../draft/use-draft";
import { useEditor } from "./editor-context";
import { HeadField, HeadText } from "./HeadField";
import { SuggestField } from "./SuggestField";
import { TimeField } from "./TimeField";

/** What a type demands, in words. */
export function demands(type: TransferTypeChoice): string {
  const asked = [
    type.needs_price ? "wholesale prices" : "",
    type.needs_gross_weight ? "gross weights" : "",
    type.needs_invoice ? "an invoice number" : "",
  ].filter(Boolean);
  const last = asked.pop();
  return last ? `Asks for ${asked.length > 0 ? `${asked.join(", ")} and ` : ""}${last}.` : "Asks for nothing further.";
}

/** The head of a transfer: what, where to, when, and who drives. */
export const HeadForm = memo(function HeadForm({ choices }: { choices: DraftChoices }): ReactElement {
  const { store } = useEditor();
  return (
    <div className="draft-form">
      <TypeField choices={choices} />
      <PartyField
        field="recipient"
        name="recipient_name"
        label="Destination licence"
        parties={choices.destinations}
        unknown="Choose one seen before, or type its licence number."
      />
      <TimeField field="departure" label="Departure" hint="California time." />
      <TimeField field="arrival" label="Arrival" hint="California time." />
      <SuggestField
        field="route"
        label="Planned route"
        wide
        suggestions={choices.routes.map((route) => ({ value: route, note: "", whole: route }))}
        onType={(route) => store.setHead({ route })}
        onChoose={(route) => store.setHead({ route })}
      />
      <PartyField
        field="transporter"
        name="transporter_name"
        label="Transporter’s licence"
        parties={choices.transporters}
        unknown="One transporter for the whole manifest."
      />
      <SuggestField
        field="driver_name"
        label="Driver"
        suggestions={choices.drivers.map((driver) => ({
          value: driver.name,
          note: driver.driver_license,
          whole: driver,
        }))}
        onType={(driver_name) => store.setHead({ driver_name })}
        onChoose={(driver) =>
          store.setHead({
            driver_name: driver.name,
            driver_license: driver.driver_license,
            driver_employee_id: driver.employee_id,
          })
        }
      />
      <HeadText field="driver_license" label="Driver’s licence number" spellCheck={false} />
      <HeadText field="driver_employee_id" label="Driver’s employee ID" spellCheck={false} />
      <SuggestField
        field="vehicle_plate"
        label="Vehicle’s licence plate"
        suggestions={choices.vehicles.map((vehicle) => ({
          value: vehicle.plate,
          note: [vehicle.make, vehicle.model].filter(Boolean).join(" "),
          whole: vehicle,
        }))}
        onType={(vehicle_plate) => store.setHead({ vehicle_plate })}
        onChoose={(vehicle) =>
          store.setHead({
            vehicle_plate: vehicle.plate,
            vehicle_make: vehicle.make,
            vehicle_model: vehicle.model,
          })
        }
      />
      <HeadText field="vehicle_make" label="Vehicle’s make" />
      <HeadText field="vehicle_model" label="Vehicle’s model" />
      <SuggestField
        field="phone"
        label="Phone for questions"
        suggestions={choices.phones.map((phone) => ({ value: phone, note: "", whole: phone }))}
        onType={(phone) => store.setHead({ phone })}
        onChoose={(phone) => store.setHead({ phone })}
      />
      <InvoiceField choices={choices} />
      <HeadText field="name" label="Name of this draft" hint="The template bears it too; may stay empty." />
      <HeadText field="note" label="Note" hint="For yourself; not sent." />
    </div>
  );
});

function TypeField({ choices }: { choices: DraftChoices }): ReactElement {
  const { store, editable } = useEditor();
  const value = useDraft(store, (view) => view.form.transfer_type);
  const known = choices.types.find((type) => type.name === value);
  return (
    <HeadField field="transfer_type" label="Type" hint={known ? demands(known) : "What the state calls it."}>
      {(parts) => (
        <div className="select">
          <select
            {...parts}
            className="input"
            disabled={!editable}
            value={value}
            onChange={(event) => store.setHead({ transfer_type: event.target.value })}
          >
            <option value="">Choose a type</option>
            {value && !known ? <option value={value}>{value}</option> : null}
            {choices.types.map((type) => (
              <option key={type.name} value={type.name}>
                {type.name}
              </option>
            ))}
          </select>
          <Icon name="chevronDown" />
        </div>
      )}
    </HeadField>
  );
}

/** The licence number of the other side or of the transporter, with the name where it is known. */
function PartyField({
  field,
  name,
  label,
  parties,
  unknown,
}: {
  field: "recipient" | "transporter";
  name: "recipient_name" | "transporter_name";
  label: string;
  parties: PartyChoice[];
  unknown: string;
}): ReactElement {
  const { store } = useEditor();
  const called = useDraft(store, (view) => view.form[name]);
  const number = useDraft(store, (view) => view.form[field]);
  const found = called || parties.find((party) => party.licence === number)?.name;
  return (
    <SuggestField
      field={field}
      label={label}
      hint={found || unknown}
      byName
      suggestions={parties.map((party) => ({ value: party.licence, note: party.name, whole: party }))}
      onType={(typed) => {
        const licence = typed.trim();
        store.setHead({ [field]: typed, [name]: parties.find((party) => party.licence === licence)?.name ?? "" });
      }}
      onChoose={(party) => store.setHead({ [field]: party.licence, [name]: party.name })}
    />
  );
}

/** The invoice number: only where the type demands it, or where there is one. */
function InvoiceField({ choices }: { choices: DraftChoices }): ReactElement | null {
  const { store } = useEditor();
  const type = useDraft(store, (view) => view.form.transfer_type);
  const invoice = useDraft(store, (view) => view.form.invoice);
  const needed = choices.types.find((each) => each.name === type)?.needs_invoice === true;
  return needed || invoice ? <HeadText field="invoice" label="Invoice number" spellCheck={false} /> : null;
}
