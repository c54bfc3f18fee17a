/** What the app's frame gives to the places in it. */
export { type News, useChanges, useJob, useSnapshot } from "./desk";
export { useDialogs } from "./frame/dialogs-state";
export {
  type PlaceId,
  SearchSlot,
  TotalsSlot,
  useFrame,
  usePlaceCount,
  useShownLicences,
} from "./frame/frame-state";
export { WhyEmpty } from "./sync/WhyEmpty";
export { age, clock, useNow } from "./time";
export { count, counted, KINDS } from "./words";
