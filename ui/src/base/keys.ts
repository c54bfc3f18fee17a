import { type LabelId, say } from "../words";

/** What is not printed on a key. */
const NAMED: Record<string, LabelId> = {
  Arrows: "frame-keys-arrows",
  Space: "frame-keys-space",
  Scan: "frame-keys-scanner",
};

/** A key as this system's keyboards show it. */
export function keyName(key: string, platform: string): string {
  const mac = platform === "macos";
  return key
    .split("+")
    .map((part) => {
      const named = NAMED[part];
      return part === "Mod" ? (mac ? "⌘" : "Ctrl") : part === "Shift" && mac ? "⇧" : named ? say(named) : part;
    })
    .join(mac ? "" : "+");
}
