import type { ReactElement } from "react";
import type { PlaceId } from "../../base/frame-state";
import type { IconName } from "../../base/icons";
import { LabSamplesPage } from "../../grids/lab-samples/LabSamplesPage";
import { ListsPage } from "../../grids/lists/ListsPage";
import { PackagesPage } from "../../grids/packages/PackagesPage";
import { OutboxPage } from "../../outbox/OutboxPage";
import type { License } from "../../platform";
import { TransfersPage } from "../../transfers/TransfersPage";
import { type LabelId, say } from "../../words";

/** One entry of the rail. */
export interface Place {
  id: PlaceId;
  title: string;
  icon: IconName;
  Page: () => ReactElement;
  /** Its own keys; without them, its number in the rail. */
  keys?: string;
  /** Whether there is something to see in it without a license that is loaded. */
  withoutLicense?: boolean;
  /** Whether any of the licenses shown has something to do here. */
  isFor: (shown: readonly License[]) => boolean;
}

const PLACES: readonly (Omit<Place, "title"> & { title: LabelId })[] = [
  { id: "packages", title: "frame-place-packages", icon: "package", Page: PackagesPage, isFor: () => true },
  {
    id: "lab_samples",
    title: "frame-place-lab-samples",
    icon: "flask",
    Page: LabSamplesPage,
    isFor: (shown) => shown.some((license) => license.can_test),
  },
  { id: "transfers", title: "frame-place-transfers", icon: "truck", Page: TransfersPage, isFor: () => true },
  { id: "lists", title: "frame-place-lists", icon: "menu", Page: ListsPage, isFor: () => true },
  {
    id: "outbox",
    title: "frame-place-outbox",
    icon: "outbox",
    Page: OutboxPage,
    keys: "Mod+Shift+O",
    withoutLicense: true,
    isFor: () => true,
  },
];

/** The places that the licenses shown have, in the rail's order. */
export function placesFor(shown: readonly License[]): Place[] {
  return PLACES.filter((place) => place.isFor(shown)).map((place) => ({ ...place, title: say(place.title) }));
}
