import {
  call,
  type DeskFailure,
  type Draft,
  type DraftField,
  type DraftForm,
  type DraftHead,
  type DraftLine,
  type DraftLineField,
  newRequestId,
  type TagAnswer,
  type TagSource,
  type TagsAdded,
} from "../../platform";
import { type QueueState, type Write, WriteQueue } from "./write-queue";

/** The most packages that one transfer carries (CA-IB-2020-016). */
export const MOST_LINES = 200;

/** The place of a field of the head among writes. */
export const headKey = (field: DraftField): string => `head:${field}`;
/** The place of a field of a line among writes. */
export const lineKey = (line: number, field: DraftLineField): string => `line:${line}:${field}`;

/** What an editor draws besides its lines. Replaced whole on every change. */
export interface DraftView {
  /** As the desk had it last. */
  draft: Draft;
  /** With what was typed since. */
  form: DraftForm;
  /** The lines' numbers, in order; the same array while no line comes or goes. */
  order: readonly number[];
  saving: QueueState;
  /** A change that was refused for good, and why. */
  refused: DeskFailure | null;
  /** Whether something on the screen does not fit and is not on the disk: it is kept until it is mended. */
  unsaved: boolean;
  /** Another number whenever something is on the disk that was not before: what was checked is checked again. */
  version: number;
}

interface Typed {
  value: string;
  turn: number;
}

interface SetWrite extends Write {
  turn: number;
  values: Map<string, string>;
}

/** A draft that is open: what the desk has of it, what was typed since, and the way of the one to the other. */
export class DraftStore {
  readonly queue: WriteQueue;
  #view: DraftView;
  #lines = new Map<number, DraftLine>();
  /** Lines with what was typed since, made when asked for. */
  #merged = new Map<number, DraftLine>();
  #typed = new Map<string, Typed>();
  /** What of it was refused because it does not fit. */
  #unfit = new Set<string>();
  #turn = 0;
  #listeners = new Set<() => void>();

  constructor(draft: Draft) {
    this.queue = new WriteQueue(
      () => this.#set({ saving: this.queue.state }),
      (write, failure) => this.#refuse(write, failure),
    );
    this.#view = {
      draft,
      form: draft.form,
      order: [],
      saving: this.queue.state,
      refused: null,
      unsaved: false,
      version: 0,
    };
    this.take(draft);
  }

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** For `useSyncExternalStore`. */
  readonly view = (): DraftView => this.#view;

  /** One line with what was typed into it; the same object while nothing of it changes. */
  line(line: number): DraftLine | undefined {
    const known = this.#merged.get(line);
    if (known) {
      return known;
    }
    const made = this.#lines.get(line);
    if (!made) {
      return undefined;
    }
    const merged = { ...made };
    for (const field of ["tag", "gross_weight", "gross_unit", "price"] as const) {
      merged[field] = this.#typed.get(lineKey(line, field))?.value ?? made[field];
    }
    this.#merged.set(line, merged);
    return merged;
  }

  /** The lines in which nothing stands. */
  emptyLines(): number[] {
    return this.#view.order.filter((line) => {
      const { tag, gross_weight, gross_unit, price } = this.line(line) ?? {};
      return !(tag || gross_weight || gross_unit || price);
    });
  }

  /** Writes fields of the head. */
  setHead(values: Partial<DraftForm>): void {
    const entries = Object.entries(values) as [DraftField, string][];
    this.#writeHead(
      new Map(entries.map(([field, value]) => [headKey(field), value])),
      // Fields of the head go together in one write, whichever they are.
      (later) => [...later.keys()].every((key) => key.startsWith("head:")),
    );
    this.#set({ form: this.#form() });
  }

  #writeHead(values: Map<string, string>, belongs: (later: Map<string, string>) => boolean): void {
    this.#write(
      values,
      (request_id, written) =>
        call("draft_set", {
          request_id,
          draft: this.#view.draft.head.draft,
          fields: [...written].map(([key, value]) => ({ field: key.slice("head:".length) as DraftField, value })),
        }).then((head) => this.#takeHead(head)),
      belongs,
    );
  }

  /** Writes one value into a field of one line, or of several. */
  setLines(lines: readonly number[], field: DraftLineField, value: string): void {
    if (lines.length === 0) {
      return;
    }
    const keys = lines.map((line) => lineKey(line, field));
    this.#write(
      new Map(keys.map((key) => [key, value])),
      (request_id, written) =>
        call("draft_line_set", {
          request_id,
          draft: this.#view.draft.head.draft,
          lines: [...lines],
          field,
          value: written.get(keys[0] ?? "") ?? value,
        }).then((answer) => {
          this.#takeLines(answer.lines);
          this.#takeHead(answer.head);
        }),
      (later) => later.size === keys.length && keys.every((key) => later.has(key)),
    );
    for (const line of lines) {
      this.#merged.delete(line);
    }
    this.#set({});
  }

  /** Adds empty lines at the end; gives the number of the first one. */
  async addLines(count: number): Promise<number | undefined> {
    const before = new Set(this.#view.order);
    await this.command((request_id, draft) => call("draft_lines_add", { request_id, draft, count }));
    return this.#view.order.find((line) => !before.has(line));
  }

  /** Takes lines away. */
  removeLines(lines: readonly number[]): Promise<void> {
    return this.command((request_id, draft) => call("draft_lines_remove", { request_id, draft, lines: [...lines] }));
  }

  /** Adds packages by their tags; `answers` is what the person answered to the questions of the time before. */
  addTags(source: TagSource, answers: TagAnswer[] = []): Promise<TagsAdded> {
    const request_id = newRequestId();
    return this.queue.run(async () => {
      const added = await call("draft_tags_add", { request_id, draft: this.#view.draft.head.draft, source, answers });
      this.take(added.draft);
      return added;
    });
  }

  /** Runs a command that answers with the whole draft, behind everything that was typed. */
  command(run: (requestId: string, draft: number) => Promise<Draft>): Promise<void> {
    const request_id = newRequestId();
    return this.queue.run(async () => this.take(await run(request_id, this.#view.draft.head.draft)));
  }

  /** Reads the draft again, behind everything that was typed. */
  refresh(): Promise<void> {
    return this.queue.run(async () => this.take(await call("draft_open", { draft: this.#view.draft.head.draft })));
  }

  /** Puts away why a change was refused. */
  forgetRefusal(): void {
    this.#set({ refused: null });
  }

  /** Takes over what the desk has. What was typed and is not written yet stays on the screen. */
  take(draft: Draft): void {
    const gone = new Set(this.#lines.keys());
    for (const line of draft.lines) {
      gone.delete(line.line);
      this.#keep(line);
    }
    for (const line of gone) {
      this.#lines.delete(line);
      this.#merged.delete(line);
      for (const key of [...this.#unfit].filter((key) => key.startsWith(`line:${line}:`))) {
        this.#unfit.delete(key);
        this.#typed.delete(key);
      }
    }
    const order = draft.lines.map((line) => line.line);
    const { order: before } = this.#view;
    const same = before.length === order.length && before.every((line, at) => line === order[at]);
    const unsaved = this.#unfit.size > 0;
    this.#set({
      draft,
      order: same ? before : order,
      form: this.#form(draft),
      unsaved,
      version: this.#view.version + 1,
    });
  }

  #keep(line: DraftLine): void {
    const before = this.#lines.get(line.line);
    if (!before || (Object.keys(line) as (keyof DraftLine)[]).some((key) => before[key] !== line[key])) {
      this.#lines.set(line.line, line);
      this.#merged.delete(line.line);
    }
  }

  #takeHead(head: DraftHead): void {
    const { draft } = this.#view;
    this.#set({ draft: { ...draft, head }, version: this.#view.version + 1 });
  }

  #takeLines(lines: DraftLine[]): void {
    for (const line of lines) {
      if (this.#lines.has(line.line)) {
        this.#keep(line);
      }
    }
  }

  #write(
    values: Map<string, string>,
    send: (requestId: string, values: Map<string, string>) => Promise<void>,
    belongs: (later: Map<string, string>) => boolean,
  ): void {
    const requestId = newRequestId();
    this.#turn += 1;
    const write: SetWrite = {
      turn: this.#turn,
      values,
      get keys() {
        return [...values.keys()];
      },
      send: async () => {
        await send(requestId, values);
        this.#written(write);
      },
      absorb: (later) => {
        if (!("values" in later) || !belongs((later as SetWrite).values)) {
          return false;
        }
        for (const [key, value] of (later as SetWrite).values) {
          values.set(key, value);
        }
        write.turn = (later as SetWrite).turn;
        return true;
      },
    };
    let mended = false;
    for (const [key, value] of values) {
      this.#typed.set(key, { value, turn: this.#turn });
      mended = this.#unfit.delete(key) || mended;
    }
    if (mended && this.#unfit.size === 0) {
      this.#set({ unsaved: false, refused: null });
    }
    this.queue.push(write);
  }

  /** What is on the disk is no longer only typed, unless it was typed anew meanwhile. */
  #written(write: SetWrite): void {
    const form: Partial<DraftForm> = {};
    for (const [key, value] of write.values) {
      const typed = this.#typed.get(key);
      if (typed && typed.turn <= write.turn) {
        this.#typed.delete(key);
      }
      if (key.startsWith("head:")) {
        form[key.slice("head:".length) as DraftField] = value;
      } else {
        this.#merged.delete(Number(key.split(":")[1]));
      }
    }
    const { draft } = this.#view;
    const taken = { ...draft, form: { ...draft.form, ...form } };
    this.#set({ draft: taken, form: this.#form(taken) });
  }

  #refuse(write: Write, failure: DeskFailure): void {
    if (failure.code === "bad_request" && "values" in write) {
      this.#keepUnfit(write as SetWrite, failure);
      return;
    }
    for (const key of write.keys) {
      this.#typed.delete(key);
    }
    this.#merged.clear();
    this.#set({ refused: failure, form: this.#form() });
    // What the desk has now; where it cannot even be read, the refusal already says so.
    this.refresh().catch(() => {});
  }

  /** Something typed does not fit: it stays as it was typed, for the person to mend. */
  #keepUnfit({ values, turn }: SetWrite, refused: DeskFailure): void {
    const still = [...values].filter(([key]) => (this.#typed.get(key)?.turn ?? 0) <= turn && this.#typed.has(key));
    if (values.size > 1 && still.every(([key]) => key.startsWith("head:"))) {
      // One of them does not fit; the others are not held up by it.
      for (const [key, value] of still) {
        this.#writeHead(new Map([[key, value]]), () => false);
      }
      return;
    }
    for (const [key] of still) {
      this.#unfit.add(key);
    }
    this.#set({ refused, unsaved: this.#unfit.size > 0 });
  }

  #form(draft = this.#view.draft): DraftForm {
    const form = { ...draft.form };
    for (const [key, { value }] of this.#typed) {
      if (key.startsWith("head:")) {
        form[key.slice("head:".length) as DraftField] = value;
      }
    }
    return form;
  }

  #set(change: Partial<DraftView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of [...this.#listeners]) {
      listener();
    }
  }
}

const unsaved = new Map<number, DraftStore>();

/** Opens a draft. One that was left while something of it was not on the disk yet is gone on with. */
export async function openDraft(draft: number): Promise<DraftStore> {
  return unsaved.get(draft) ?? new DraftStore(await call("draft_open", { draft }));
}

/**
 * Leaves a draft: what is not on the disk yet is still written, and until then the draft can be gone on with. What does
 * not fit is kept too, until it is mended or the app ends.
 */
export function leaveDraft(store: DraftStore): void {
  const { draft } = store.view().draft.head;
  if (store.view().unsaved) {
    unsaved.set(draft, store);
    return;
  }
  if (store.queue.state.waiting === 0) {
    unsaved.delete(draft);
    return;
  }
  unsaved.set(draft, store);
  void store.queue.rest().then(() => {
    if (unsaved.get(draft) === store && !store.view().unsaved) {
      unsaved.delete(draft);
    }
  });
}
