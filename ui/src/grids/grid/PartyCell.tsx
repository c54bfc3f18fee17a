import type { ReactElement, ReactNode } from "react";
import { useSnapshot } from "../../base/desk";
import { Marked, type Span } from "../../parts";
import type { CellProps } from "./cells";
import { field } from "./field";
import { marksOf, useAskedFor } from "./marks";
import { partyOf } from "./party";
import { isGone } from "./view-source";
import { cellWords } from "./words";

const NOWHERE: readonly Span[] = [];

/** A business: its name, which is what people know, and quietly behind it its license. */
function Party({
  name,
  number,
  marked = () => NOWHERE,
}: {
  name: string;
  number: string;
  marked?: (words: string) => readonly Span[];
}): ReactElement {
  return (
    <>
      <Marked text={name} at={marked(name)} />{" "}
      <span className="grid-party-number unbroken">
        <Marked text={number} at={marked(number)} />
      </span>
    </>
  );
}

/** A license and its business, as the desk writes them: the name comes first, so that it is what is seen when it is cut. */
export function PartyCell({ data, shape, context }: CellProps): ReactElement {
  const asked = useAskedFor(context);
  const words = cellWords(shape, data);
  const marked = (text: string) => marksOf(shape, data, text, asked);
  const party = partyOf(words);
  return party ? <Party {...party} marked={marked} /> : <Marked text={words} at={marked(words)} />;
}

/** Whose books a row is in: the license's name as this computer has it. */
export function LicenseCell({ data }: CellProps): ReactNode {
  const { accounts } = useSnapshot();
  const number = data && !isGone(data) ? field(data, "license") : undefined;
  if (typeof number !== "string") {
    return null;
  }
  const known = accounts.flatMap((account) => account.licenses).find((license) => license.number === number);
  return known?.name ? <Party name={known.name} number={number} /> : number;
}
