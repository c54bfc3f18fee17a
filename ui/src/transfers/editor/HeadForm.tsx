import { memo, type ReactElement } from "react";
import { Icon } from "../../parts";
import type { DraftChoices, PartyChoice, TransferTypeChoice } from "../../platform";
import { language, say } from "../../words";
import { useDraft } from "../draft/use-draft";
import { useEditor } from "./editor-context";
import { FormGroup } from "./FormGroup";
import type { Folds } from "./folds";
import { DriverLine, partyName, WhenLine, WhereLine } from "./GroupLines";
import { HeadField, HeadText } from "./HeadField";
import { SuggestField } from "./SuggestField";
import { TimeField } from "./TimeField";

/** What a type demands, in words. */
export function demands(type: TransferTypeChoice): string {
  const asked = [
    type.needs_price ? say("draft-type-prices") : "",
    type.needs_gross_weight ? say("draft-type-weights") : "",
    type.needs_invoice ? say("draft-type-invoice") : "",
  ].filter(Boolean);
  const things = new Intl.ListFormat(language(), { type: "conjunction" }).format(asked);
  return things ? say("draft-type-asks", { things }) : say("draft-type-asks-nothing");
}

/** The head of a transfer in three groups: what and where to, when, and who drives. */
export const HeadForm = memo(function HeadForm({
  choices,
  folds,
}: {
  choices: DraftChoices;
  folds: Folds;
}): ReactElement {
  return (
    <div className="draft-form">
      <FormGroup group="where" folds={folds} line={<WhereLine choices={choices} />}>
        <WhereFields choices={choices} />
      </FormGroup>
      <FormGroup group="when" folds={folds} line={<WhenLine />}>
        <TimeField
          field="departure"
          label={say("draft-departure")}
          timeLabel={say("draft-departure-time")}
          hint={say("draft-time-hint")}
        />
        <TimeField
          field="arrival"
          label={say("draft-arrival")}
          timeLabel={say("draft-arrival-time")}
          hint={say("draft-time-hint")}
        />
      </FormGroup>
      <FormGroup group="driver" folds={folds} line={<DriverLine choices={choices} />}>
        <DriverFields choices={choices} />
      </FormGroup>
    </div>
  );
});

function WhereFields({ choices }: { choices: DraftChoices }): ReactElement {
  const { store } = useEditor();
  return (
    <>
      <TypeField choices={choices} />
      <PartyField
        field="recipient"
        name="recipient_name"
        label={say("draft-destination")}
        parties={choices.destinations}
        unknown={say("draft-destination-hint")}
      />
      <SuggestField
        field="route"
        label={say("draft-route")}
        wide
        suggestions={choices.routes.map((route) => ({ value: route, note: "", whole: route }))}
        onType={(route) => store.setHead({ route })}
        onChoose={(route) => store.setHead({ route })}
      />
      <InvoiceField choices={choices} />
      <HeadText field="name" label={say("draft-name")} hint={say("draft-name-hint")} />
      <HeadText field="note" label={say("draft-note")} hint={say("draft-note-hint")} />
    </>
  );
}

function DriverFields({ choices }: { choices: DraftChoices }): ReactElement {
  const { store } = useEditor();
  return (
    <>
      <PartyField
        field="transporter"
        name="transporter_name"
        label={say("draft-transporter")}
        parties={choices.transporters}
        unknown={say("draft-transporter-hint")}
      />
      <SuggestField
        field="driver_name"
        label={say("draft-driver")}
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
      <HeadText field="driver_license" label={say("draft-driver-license")} spellCheck={false} />
      <HeadText field="driver_employee_id" label={say("draft-driver-employee")} spellCheck={false} />
      <SuggestField
        field="vehicle_plate"
        label={say("draft-vehicle-plate")}
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
      <HeadText field="vehicle_make" label={say("draft-vehicle-make")} />
      <HeadText field="vehicle_model" label={say("draft-vehicle-model")} />
      <SuggestField
        field="phone"
        label={say("draft-phone")}
        suggestions={choices.phones.map((phone) => ({ value: phone, note: "", whole: phone }))}
        onType={(phone) => store.setHead({ phone })}
        onChoose={(phone) => store.setHead({ phone })}
      />
    </>
  );
}

function TypeField({ choices }: { choices: DraftChoices }): ReactElement {
  const { store, editable } = useEditor();
  const value = useDraft(store, (view) => view.form.transfer_type);
  const known = choices.types.find((type) => type.name === value);
  return (
    <HeadField field="transfer_type" label={say("draft-type")} hint={known ? demands(known) : say("draft-type-hint")}>
      {(parts) => (
        <div className="select">
          <select
            {...parts}
            className="input"
            disabled={!editable}
            value={value}
            onChange={(event) => store.setHead({ transfer_type: event.target.value })}
          >
            <option value="">{say("draft-type-choose")}</option>
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

/** The license number of the other side or of the transporter, with the name where it is known. */
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
  return (
    <SuggestField
      field={field}
      label={label}
      hint={partyName(called, number, parties) || unknown}
      byName
      suggestions={parties.map((party) => ({ value: party.license, note: party.name, whole: party }))}
      onType={(typed) => {
        const license = typed.trim();
        store.setHead({ [field]: typed, [name]: parties.find((party) => party.license === license)?.name ?? "" });
      }}
      onChoose={(party) => store.setHead({ [field]: party.license, [name]: party.name })}
    />
  );
}

/** The invoice number: only where the type demands it, or where there is one. */
function InvoiceField({ choices }: { choices: DraftChoices }): ReactElement | null {
  const { store } = useEditor();
  const type = useDraft(store, (view) => view.form.transfer_type);
  const invoice = useDraft(store, (view) => view.form.invoice);
  const needed = choices.types.find((each) => each.name === type)?.needs_invoice === true;
  return needed || invoice ? <HeadText field="invoice" label={say("draft-invoice")} spellCheck={false} /> : null;
}
