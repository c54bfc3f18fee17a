/** What a group of the form says of itself in one line. */

import type { ReactElement, ReactNode } from "react";
import { timeWords } from "../../base/time";
import type { DraftChoices, DraftForm, PartyChoice } from "../../platform";
import { nodes, say, unbroken } from "../../words";
import { useDraft } from "../draft/use-draft";
import { splitTime } from "../drafts/local-time";
import { useEditor } from "./editor-context";

/** What a side of a transfer is called; empty where only its number is known. */
export function partyName(called: string, license: string, parties: readonly PartyChoice[]): string {
  return called || parties.find((party) => party.license === license)?.name || "";
}

/** Something more, set apart from what stands before it also where it is read aloud. */
function Also({ children }: { children: ReactNode }): ReactElement {
  return (
    <>
      {" "}
      <span className="draft-group-also">{children}</span>
    </>
  );
}

function useForm(): DraftForm {
  const { store } = useEditor();
  return useDraft(store, (view) => view.form);
}

export function WhereLine({ choices }: { choices: DraftChoices }): ReactElement {
  const { transfer_type, recipient, recipient_name, route, invoice, note } = useForm();
  const name = partyName(recipient_name, recipient, choices.destinations);
  return (
    <>
      {nodes("draft-group-where-line", { kind: transfer_type, to: name || recipient })}
      {name ? <Also>{unbroken(recipient)}</Also> : null}
      <Also>{route}</Also>
      {invoice ? <Also>{say("draft-group-invoice-line", { number: invoice })}</Also> : null}
      {note ? <Also>{note}</Also> : null}
    </>
  );
}

export function WhenLine(): ReactElement {
  const { departure, arrival } = useForm();
  const [leaves, arrives] = [splitTime(departure), splitTime(arrival)];
  return (
    <>
      {say("draft-group-when-line", {
        departure: timeWords(departure),
        arrival: timeWords(leaves.day === arrives.day ? arrives.time : arrival),
      })}
    </>
  );
}

export function DriverLine({ choices }: { choices: DraftChoices }): ReactElement {
  const form = useForm();
  const { vehicle_make: make, vehicle_model: model, vehicle_plate: plate } = form;
  return (
    <>
      {form.driver_name}
      <Also>{say("draft-group-vehicle-line", { make, model, plate })}</Also>
      <Also>{form.phone}</Also>
      <Also>
        {partyName(form.transporter_name, form.transporter, choices.transporters) || unbroken(form.transporter)}
      </Also>
    </>
  );
}
