import type { ReactElement } from "react";
import { LabSamplesPage } from "../../grids/lab-samples/LabSamplesPage";
import { PackagesPage } from "../../grids/packages/PackagesPage";
import { OutboxPage } from "../../outbox/OutboxPage";
import type { IconName } from "../../parts";
import type { Licence } from "../../platform";
import { TransfersPage } from "../../transfers/TransfersPage";
import type { PlaceId } from "./frame-state";

/** One entry of the rail. */
export interface Place {
  id: PlaceId;
  title: string;
  icon: IconName;
  Page: () => ReactElement;
  /** Its own keys; without them, its number in the rail. */
  keys?: string;
  /** Whether there is something to see in it without a licence that is loaded. */
  withoutLicence?: boolean;
  /** Whether any of the licences shown has something to do here. */
  isFor: (shown: readonly Licence[]) => boolean;
}

const PLACES: readonly Place[] = [
  { id: "packages", title: "Packages", icon: "package", Page: PackagesPage, isFor: () => true },
  {
    id: "lab_samples",
    title: "Lab Samples",
    icon: "flask",
    Page: LabSamplesPage,
    isFor: (shown) => shown.some((licence) => licence.can_test),
  },
  { id: "transfers", title: "Transfers", icon: "truck", Page: TransfersPage, isFor: () => true },
  {
    id: "outbox",
    title: "Outbox",
    icon: "outbox",
    Page: OutboxPage,
    keys: "Mod+Shift+O",
    withoutLicence: true,
    isFor: () => true,
  },
];

/** The places that the licences shown have, in the rail's order. */
export function placesFor(shown: readonly Licence[]): Place[] {
  return PLACES.filter((place) => place.isFor(shown));
}
