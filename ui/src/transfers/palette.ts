import { useFrame } from "../app/frame/frame-state";
import type { PaletteEntry } from "../app/frame/palette-entries";
import { say } from "../words";
import { useMakeDraft } from "./drafts/NewTransfer";

/** What the palette offers of transfers: a new one from each license shown. */
export function useTransferEntries(): PaletteEntry[] {
  const { shown, goTo } = useFrame();
  const { make } = useMakeDraft();
  return shown.map((license) => ({
    icon: "truck",
    words:
      shown.length > 1 ? say("transfers-new-from", { license: license.name || license.number }) : say("transfers-new"),
    also: [...say("transfers-new-also").split(" "), license.number],
    act: () => {
      make(license.number);
      goTo("transfers");
    },
  }));
}
