import type { IconName } from "../../base/icons";
import { type LabelId, say } from "../../words";

/** A place that is not built yet. */
export interface Coming {
  id: string;
  title: string;
  icon: IconName;
  /** Other words that find it. */
  also: string;
}

const COMING: readonly { id: string; title: LabelId; icon: IconName; also: LabelId }[] = [
  { id: "today", title: "palette-today", icon: "sun", also: "palette-today-also" },
  { id: "plants", title: "palette-plants", icon: "leaf", also: "palette-plants-also" },
  { id: "sales", title: "palette-sales", icon: "shop", also: "palette-sales-also" },
  { id: "data_import", title: "palette-data-import", icon: "file", also: "palette-data-import-also" },
  { id: "housekeeping", title: "palette-housekeeping", icon: "check", also: "palette-housekeeping-also" },
];

/** The places still to come, for the rail and the palette alike. One that is built leaves this list. */
export function comingPlaces(): Coming[] {
  return COMING.map((place) => ({ ...place, title: say(place.title), also: say(place.also) }));
}
