import type { PlaceId } from "../../base/frame-state";
import { GuidePage } from "../../guide";
import { say } from "../../words";
import type { Place } from "./places";

/**
 * The place that somebody is at: one of the rail's, or one that is looked up and left again, which the support menu leads
 * to and the rail does not have.
 */
export function placeAt(id: PlaceId, places: readonly Place[]): Place | undefined {
  if (id === "guide") {
    return {
      id,
      title: say("guide-title"),
      icon: "file",
      Page: GuidePage,
      withoutLicense: true,
      isFor: () => true,
    };
  }
  return places.find((place) => place.id === id) ?? places[0];
}
