import { useFrame } from "../base/frame-state";
import type { Line } from "../base/palette";
import { say } from "../words";
import { useMakeDraft } from "./drafts/NewTransfer";

/** What the palette offers of transfers: a new one from each license shown. */
export function useTransferEntries(): Line[] {
  const { shown, goTo } = useFrame();
  const { make } = useMakeDraft();
  const also = say("transfers-new-also").split(" ");
  if (shown.length === 0) {
    return [{ icon: "truck", words: say("transfers-new"), also, why: say("frame-no-license"), act: () => {} }];
  }
  return shown.map((license) => ({
    icon: "truck",
    words:
      shown.length > 1 ? say("transfers-new-from", { license: license.name || license.number }) : say("transfers-new"),
    also: [...also, license.number],
    act: () => {
      make(license.number);
      goTo("transfers");
    },
  }));
}
