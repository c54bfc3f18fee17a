import { useFrame } from "../app/frame/frame-state";
import type { PaletteEntry } from "../app/frame/palette-entries";
import { useMakeDraft } from "./drafts/NewTransfer";

/** What the palette offers of transfers: a new one from each licence shown. */
export function useTransferEntries(): PaletteEntry[] {
  const { shown, goTo } = useFrame();
  const { make } = useMakeDraft();
  return shown.map((licence) => ({
    icon: "truck",
    words: shown.length > 1 ? `New transfer from ${licence.name || licence.number}` : "New transfer",
    also: ["draft", "manifest", "template", licence.number],
    act: () => {
      make(licence.number);
      goTo("transfers");
    },
  }));
}
