import type { ReactElement } from "react";
import "../../grids/grid/grid.css";
import { Icon, StateChip, TagText } from "../../parts";
import { type LabelId, say } from "../../words";
import { SAMPLES, type Sample } from "./sample";

const TABS: readonly LabelId[] = ["packages-tab-active", "packages-tab-on-hold", "packages-tab-inactive"];
const HEADS: readonly { id: string; words: LabelId }[] = [
  { id: "tag", words: "reading-column-tag" },
  { id: "item", words: "reading-column-item" },
  { id: "quantity", words: "reading-column-quantity" },
  { id: "lab", words: "reading-column-lab-testing" },
  { id: "location", words: "reading-column-location" },
  { id: "packager", words: "reading-column-packaged-by" },
];

/**
 * The packages grid, as a picture: drawn by the page of the app’s own parts, so that it looks as the app does, in each
 * theme and language. It is there to be looked at; those who hear the page have the words beside it.
 */
export function GridPicture(): ReactElement {
  return (
    <div className="picture" aria-hidden="true">
      <div className="picture-strip">
        {TABS.map((tab, at) => (
          <span key={tab} className="tab" data-active={at === 0 ? "" : undefined}>
            {say(tab)}
          </span>
        ))}
        <span className="picture-search">
          <Icon name="search" size={13} />
          {say("packages-search")}
        </span>
      </div>
      <div className="picture-row picture-heads">
        {HEADS.map(({ id, words }) => (
          <span key={id} className={`picture-${id}`}>
            {say(words)}
          </span>
        ))}
      </div>
      {SAMPLES.map((sample) => (
        <Row key={sample.tag} sample={sample} />
      ))}
    </div>
  );
}

function Row({ sample }: { sample: Sample }): ReactElement {
  const { tag, item, quantity, will, unit, location, lab, packager } = sample;
  return (
    <div className={will ? "picture-row picture-chosen" : "picture-row"}>
      <span className="picture-tag tag-label">
        <Icon name="package" size={13} />
        <TagText tag={tag} />
      </span>
      <span className="picture-item">{item}</span>
      <span className="picture-quantity">
        {will ? <s className="grid-was">{quantity}</s> : null}{" "}
        <span className={will ? "grid-will" : quantity === "0" ? "grid-nothing" : undefined}>{will ?? quantity}</span>
        <span className="grid-unit"> {unit}</span>
      </span>
      <span className="picture-lab grid-cell-lab_state">
        <StateChip state={lab} />
      </span>
      <span className="picture-location">{location}</span>
      <span className="picture-packager">{packager}</span>
    </div>
  );
}
