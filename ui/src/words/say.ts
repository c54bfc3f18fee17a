import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { createElement, Fragment, type ReactNode } from "react";
import type { Messages } from "./messages";
import { unbroken } from "./unbroken";

/** A language with a whole catalogue. */
export type Language = "en-US" | "es-US";

/** A message's name. */
export type MessageId = keyof Messages;

/** A message that wants to know nothing: a title, a label. */
export type LabelId = { [Id in MessageId]: Messages[Id] extends null ? Id : never }[MessageId];

/** The catalogues, the same files that Rust reads. */
const FILES = import.meta.glob<string>("../../../words/*/*.ftl", { query: "?raw", import: "default", eager: true });

const BUNDLES: Record<Language, FluentBundle> = { "en-US": bundle("en-US"), "es-US": bundle("es-US") };

function bundle(language: Language): FluentBundle {
  // Both languages are written from left to right, and the marks would stand in what is copied.
  const made = new FluentBundle(language, { useIsolating: false });
  for (const [path, text] of Object.entries(FILES)) {
    if (path.includes(`/${language}/`)) {
      made.addResource(new FluentResource(text));
    }
  }
  return made;
}

let spoken: Language = "en-US";

/** From here on everything is said in this language; what stands on the screen has to be drawn anew. */
export function speak(language: Language): void {
  spoken = language;
}

/** The language spoken now, as dates and numbers want it too. */
export function language(): Language {
  return spoken;
}

type Told<Id extends MessageId> = Messages[Id] extends null ? [] : [told: Messages[Id]];

/** A message of the catalogues as a sentence. */
export function say<Id extends MessageId>(id: Id, ...[told]: Told<Id>): string {
  return written(id, told ?? null);
}

/** What stands for an element in a sentence while Fluent writes it: no person types these. */
const PLACE = /\uE000(\w+)\uE001/;

type ToldNodes<Id extends MessageId> = {
  [Name in keyof Messages[Id]]: Messages[Id][Name] extends number ? number : ReactNode;
};

/** A message of the catalogues whose texts may be elements: `nodes("x", { tag: <b>{tag}</b> })`. License numbers stay {@link unbroken}. */
export function nodes<Id extends MessageId>(id: Id, told: ToldNodes<Id>): ReactNode {
  const given: Record<string, ReactNode> = { ...told };
  const places = Object.entries(given).map(([name, value]): [string, FluentVariable] => [
    name,
    typeof value === "number" || typeof value === "string" ? value : `\uE000${name}\uE001`,
  ]);
  const pieces = written(id, Object.fromEntries(places)).split(PLACE);
  // The pattern keeps each place's name between the pieces of text.
  return createElement(Fragment, null, ...pieces.map((piece, at) => (at % 2 === 0 ? unbroken(piece) : given[piece])));
}

function written(id: string, told: Record<string, FluentVariable> | null): string {
  for (const made of [BUNDLES[spoken], BUNDLES["en-US"]]) {
    const pattern = made.getMessage(id)?.value;
    if (pattern) {
      return made.formatPattern(pattern, told);
    }
  }
  return id;
}
