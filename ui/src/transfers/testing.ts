import { outboxStatus } from "../base/test-licenses";
import type {
  Commands,
  Draft,
  DraftCheck,
  DraftFinding,
  DraftForm,
  DraftHead,
  DraftLine,
  RefusedTag,
  TagQuestion,
  TagsAdded,
} from "../platform";
import { deskError } from "../platform/testing";

/** A tag of the tests' cultivator, by its running number. */
export const tagOf = (number: number): string => `1A4060300000001${String(number).padStart(9, "0")}`;

/** What the local copy of the tests knows: packages 1 to 400, of which every 50th is finished. */
const KNOWN = 400;
const FINISHED_EVERY = 50;

const FORM: DraftForm = {
  name: "",
  transfer_type: "",
  recipient: "",
  recipient_name: "",
  invoice: "",
  route: "",
  departure: "",
  arrival: "",
  transporter: "",
  transporter_name: "",
  driver_name: "",
  driver_license: "",
  driver_employee_id: "",
  vehicle_make: "",
  vehicle_model: "",
  vehicle_plate: "",
  phone: "",
  note: "",
};

const EMPTY = { tag: "", gross_weight: "", gross_unit: "", price: "" };
const UNKNOWN = { item: "", category: "", strain: "", quantity: "", unit: "", lab_testing: "" };

function numberOf(tag: string): number {
  const number = Number(tag.slice(-9));
  return tag.length === 24 && number >= 1 && number <= KNOWN ? number : 0;
}

function lineOf(line: number, typed: typeof EMPTY): DraftLine {
  const number = numberOf(typed.tag);
  if (number === 0) {
    const problem = typed.tag ? "No package with this tag is known here. Check the tag." : "";
    return { line, ...typed, ...UNKNOWN, problem, stops: problem !== "" };
  }
  return {
    line,
    ...typed,
    item: number % 3 === 0 ? "Blue Dream 1 g" : "Emerald Kush 3.5 g",
    category: "Flower (packaged eighth - each)",
    strain: number % 3 === 0 ? "Blue Dream" : "Emerald Kush",
    quantity: String(number * 2),
    unit: "ea",
    lab_testing: number % 7 === 0 ? "Submitted for testing" : "Test passed",
    problem: number % 7 === 0 ? "It has not passed its test yet; a retailer can take only tested packages." : "",
    stops: number % 14 === 0,
  };
}

/** A desk that keeps drafts in memory and behaves as the contract says; its tags are `tagOf(1)` to `tagOf(400)`. */
export class FakeDrafts {
  drafts = new Map<number, Draft>();
  #next = 1;
  #line = 1;

  /** Makes a draft with lines of these tags. */
  make(form: Partial<DraftForm> = {}, tags: string[] = [], more: Partial<DraftHead> = {}): Draft {
    const number = this.#next++;
    const whole = { ...FORM, ...form };
    const draft: Draft = {
      head: {
        draft: number,
        license: "C10-0000123-LIC",
        title: "",
        transfer_type: "",
        recipient: "",
        departure: "",
        packages: 0,
        stage: "draft",
        stage_words: "Draft",
        changed_since_sent: false,
        made_by: "Ana",
        changed_at: "2026-03-02T14:00:00Z",
        ...more,
      },
      form: whole,
      lines: tags.map((tag) => lineOf(this.#line++, { ...EMPTY, tag })),
      editable: true,
      steps: [
        { stage: "draft", title: "Draft", at: "2026-03-02T13:40:00Z", by: "Ana", words: "" },
        { stage: "queued", title: "In the outbox", at: null, by: "", words: "" },
        { stage: "template", title: "Template in the state", at: null, by: "", words: "" },
        { stage: "registered", title: "Registered", at: null, by: "", words: "" },
        { stage: "in_transit", title: "In transit", at: null, by: "", words: "" },
        { stage: "received", title: "Received", at: null, by: "", words: "" },
      ],
      intent: null,
      template: null,
      changed_there: false,
      due: null,
    };
    return this.#put(draft);
  }

  #put(draft: Draft): Draft {
    const { form } = draft;
    const recipient = form.recipient_name || form.recipient;
    const head = {
      ...draft.head,
      title: form.name || (recipient ? `To ${recipient}` : "New transfer"),
      transfer_type: form.transfer_type,
      recipient,
      departure: form.departure,
      packages: draft.lines.filter((line) => line.tag).length,
    };
    const kept = { ...draft, head };
    this.drafts.set(head.draft, kept);
    return kept;
  }

  #get(number: number): Draft {
    const draft = this.drafts.get(number);
    if (!draft) {
      throw deskError({ code: "not_found", message: "This draft is no longer there." });
    }
    return draft;
  }

  #add(draft: Draft, tags: { text: string; line: number; file: string }[]): TagsAdded {
    const lines = [...draft.lines];
    const refused: RefusedTag[] = [];
    let added = 0;
    for (const { text, line, file } of tags) {
      const tag = text.trim().toUpperCase();
      const why = this.#why(tag, lines);
      if (why) {
        refused.push({ file, line, text, ...why });
        continue;
      }
      const empty = lines.findIndex((each) => each.tag === "");
      if (empty >= 0) {
        lines[empty] = lineOf(lines[empty]?.line ?? 0, { ...EMPTY, tag });
      } else {
        lines.push(lineOf(this.#line++, { ...EMPTY, tag }));
      }
      added += 1;
    }
    return {
      draft: this.#put({ ...draft, lines }),
      added,
      refused,
      sentence: `${added} packages were added; ${refused.length} were not.`,
      session: 7,
      seen_before: "",
      read_as: "",
      questions: [],
    };
  }

  #why(tag: string, lines: DraftLine[]): { reason: string; sentence: string } | null {
    const number = numberOf(tag);
    if (!/^[0-9A-Z]{24}$/.test(tag)) {
      return { reason: "not_a_tag", sentence: "This is not a tag: a tag has 24 letters and digits." };
    }
    if (number === 0) {
      return { reason: "not_found", sentence: "No package with this tag is at this license." };
    }
    if (lines.some((line) => line.tag === tag)) {
      return { reason: "in_draft", sentence: "This package is already in this transfer." };
    }
    if (number % FINISHED_EVERY === 0) {
      return { reason: "finished", sentence: "This package was finished on Mar 1, 2026. Unfinish it first." };
    }
    return lines.length >= 200 ? { reason: "full", sentence: "A transfer carries at most 200 packages." } : null;
  }

  check(draft: Draft): DraftCheck {
    const findings: DraftFinding[] = [];
    const source = "4 CCR 15049.1";
    const need = (field: "transfer_type" | "recipient" | "driver_name", sentence: string) => {
      if (!draft.form[field]) {
        findings.push({ weight: "stop", sentence, source, spot: { at: "field", field } });
      }
    };
    need("transfer_type", "Choose the type of transfer.");
    need("recipient", "Say where it goes: choose a destination or type its license number.");
    need("driver_name", "Name the driver.");
    if (draft.head.packages === 0) {
      findings.push({ weight: "stop", sentence: "Add at least one package.", source, spot: { at: "lines" } });
    }
    for (const [at, { line, problem, stops }] of draft.lines.entries()) {
      if (problem) {
        const spot = { at: "line", line, field: "tag" } as const;
        findings.push({ weight: stops ? "stop" : "warning", sentence: `Line ${at + 1}: ${problem}`, source, spot });
      }
    }
    findings.sort((one, other) => one.weight.localeCompare(other.weight));
    const stops = findings.filter((finding) => finding.weight === "stop").length;
    const quantity = draft.lines.reduce((sum, line) => sum + Number(line.quantity), 0);
    return {
      findings,
      ready: stops === 0,
      sentence:
        stops === 0
          ? `Ready to send: ${draft.head.packages} packages to ${draft.head.recipient}.`
          : `${stops} things must be fixed first.`,
      totals: quantity > 0 ? [{ unit: "ea", quantity: String(quantity), packages: draft.head.packages }] : [],
    };
  }

  /** The answers for `testDesk`. */
  answers() {
    const on = <K extends keyof Commands>(
      _: K,
      answer: (request: Commands[K]["request"]) => Commands[K]["response"] | Promise<Commands[K]["response"]>,
    ) => answer;
    const drafts = () => ({ drafts: [...this.drafts.values()].map((draft) => draft.head).reverse() });
    return {
      drafts: on("drafts", drafts),
      draft_choices: on("draft_choices", () => CHOICES),
      draft_open: on("draft_open", ({ draft }) => this.#get(draft)),
      draft_new: on("draft_new", ({ copy_of }) => {
        const from = copy_of === null ? null : this.#get(copy_of);
        return {
          draft: this.make(
            from?.form,
            from?.lines.map((line) => line.tag),
          ),
          refused: [],
        };
      }),
      draft_set: on("draft_set", ({ draft, fields }) => {
        const before = this.#get(draft);
        const form = { ...before.form, ...Object.fromEntries(fields.map(({ field, value }) => [field, value])) };
        return this.#put({ ...before, form }).head;
      }),
      draft_line_set: on("draft_line_set", ({ draft, lines, field, value }) => {
        const before = this.#get(draft);
        const changed = before.lines.map((line) => {
          const { tag, gross_weight, gross_unit, price } = line;
          return lines.includes(line.line)
            ? lineOf(line.line, { tag, gross_weight, gross_unit, price, [field]: value })
            : line;
        });
        const after = this.#put({ ...before, lines: changed });
        return { lines: changed.filter((line) => lines.includes(line.line)), head: after.head };
      }),
      draft_lines_add: on("draft_lines_add", ({ draft, count }) => {
        const before = this.#get(draft);
        const made = Array.from({ length: Math.min(count, 200 - before.lines.length) }, () =>
          lineOf(this.#line++, EMPTY),
        );
        return this.#put({ ...before, lines: [...before.lines, ...made] });
      }),
      draft_lines_remove: on("draft_lines_remove", ({ draft, lines }) => {
        const before = this.#get(draft);
        return this.#put({ ...before, lines: before.lines.filter((line) => !lines.includes(line.line)) });
      }),
      draft_tags_add: on("draft_tags_add", ({ draft, source, answers }) => {
        // Cells in columns: which one is meant is asked.
        if (source.source === "pasted" && source.text.includes("\t")) {
          const asked = columnsAsked(source.text);
          const column = answers[0]?.column;
          if (column?.which !== "one") {
            const none = { added: 0, refused: [], session: null, seen_before: "", read_as: "" };
            return { ...none, draft: this.#get(draft), sentence: "Nothing was added yet.", questions: [asked] };
          }
          const tags = source.text.split("\n").map((row) => row.split("\t")[column.column] ?? "");
          const added = this.#add(
            this.#get(draft),
            tags.map((text, at) => ({ text, line: at + 1, file: "" })),
          );
          return { ...added, read_as: `Column ${column.column + 1} was read, as you chose.` };
        }
        const texts =
          source.source === "files"
            ? Array.from({ length: 183 }, (_, at) => tagOf(at + 1))
            : source.source === "packages"
              ? []
              : source.text.split(/[\s,]+/).filter(Boolean);
        const file = source.source === "files" ? "tags.csv" : "";
        const scanned = source.source === "scanned";
        const added = this.#add(
          this.#get(draft),
          texts.map((text, at) => ({ text, line: scanned ? 0 : at + 1, file })),
        );
        return scanned ? { ...added, session: null } : added;
      }),
      draft_check: on("draft_check", ({ draft }) => this.check(this.#get(draft))),
      draft_send: on("draft_send", ({ draft }) => {
        const before = this.#get(draft);
        const steps = before.steps.map((step) =>
          step.stage === "queued" ? { ...step, at: "2026-03-02T14:05:00Z", by: "Ana" } : step,
        );
        const head = { ...before.head, stage: "queued" as const, stage_words: "Waiting to be sent" };
        return { draft: this.#put({ ...before, head, steps, intent: 31 }), outbox: outboxStatus({ waiting: 1 }) };
      }),
      draft_delete: on("draft_delete", ({ draft }) => {
        this.#get(draft);
        this.drafts.delete(draft);
        return drafts();
      }),
      files_choose: on("files_choose", () => ({ files: [{ handle: "f1", name: "tags.csv", size: 4_600 }] })),
      refusals_save: on("refusals_save", () => ({ file: "not-added.csv", rows: 3 })),
      saved_show: on("saved_show", () => ({ changed: false })),
      link_open: on("link_open", () => ({ changed: false })),
      draft_sheet: on("draft_sheet", () => ({ file: "sheet.pdf", rows: 1 })),
    };
  }
}

const CHOICES: Commands["draft_choices"]["response"] = {
  types: [
    { name: "Transfer", needs_price: false, needs_gross_weight: false, needs_invoice: false },
    { name: "Return", needs_price: false, needs_gross_weight: true, needs_invoice: false },
    { name: "Wholesale Manifest", needs_price: true, needs_gross_weight: true, needs_invoice: true },
  ],
  destinations: [
    { license: "C10-0000777-LIC", name: "Golden Poppy" },
    { license: "C12-0000042-LIC", name: "Harbor Light Microbusiness" },
  ],
  transporters: [{ license: "C11-0000301-LIC", name: "Redwood Distribution" }],
  drivers: [
    { name: "Dana Ruiz", driver_license: "D1234567", employee_id: "E-17" },
    { name: "Sam Okafor", driver_license: "D7654321", employee_id: "" },
  ],
  vehicles: [{ make: "Ford", model: "Transit", plate: "8ABC123" }],
  weight_units: ["Grams", "Kilograms", "Milligrams", "Ounces", "Pounds"],
  phones: ["707-555-0142"],
  routes: ["US-101 north, exit 705"],
};

/** The question of the desk about rows of two columns that both hold tags. */
export function columnsAsked(text: string): TagQuestion {
  const rows = text.split("\n").map((row) => row.split("\t"));
  return {
    source: 0,
    file: "",
    sentence: "2 columns here hold tags. Which one is meant? Nothing is taken before you choose.",
    choices: [0, 1].map((column) => ({
      label: `Column ${column + 1}`,
      first: rows.map((row) => row[column] ?? ""),
      tags: rows.length,
      answer: { source: 0, sheet: null, column: { which: "one", column } },
    })),
  };
}
