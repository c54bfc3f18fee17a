/** Columns of a license and its business. */
export const PARTIES: ReadonlySet<string> = new Set([
  "packaged_by",
  "received_from",
  "recipient",
  "other",
  "transporter",
]);

/** The desk writes a license's number, a space and the name: `C11-0000123-LIC Emerald Rows`. */
const PARTY = /^(?=\S*\d)([A-Z0-9]+(?:-[A-Z0-9]+)+) (\S.*)$/s;

/** Number and name; nothing where a text is anything else, a number alone or a sentence. */
export function partyOf(text: string): { number: string; name: string } | null {
  const [, number, name] = PARTY.exec(text) ?? [];
  return number && name ? { number, name } : null;
}

/** The same as it is read, in one text. */
export function partyWords(text: string): string {
  const party = partyOf(text);
  return party ? `${party.name} ${party.number}` : text;
}
