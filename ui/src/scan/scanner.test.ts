import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SCAN_GAP_MS } from "../base/burst";
import { type Scan, scanner } from "./scanner";
import { pass, pressKey, scanInto } from "./testing";

const TAG = "1A4FF03000051DE000012296";

let stop: (() => void)[] = [];

function hearing(reader: "place" | "app"): Scan[] {
  const heard: Scan[] = [];
  stop.push(scanner.hear(reader, (scan) => heard.push(scan)));
  return heard;
}

/** A button that has the focus: Enter would press it. */
function button(): { element: HTMLElement; keys: string[] } {
  document.body.innerHTML = "<button>Finish</button>";
  const element = document.querySelector("button") as HTMLElement;
  const keys: string[] = [];
  element.addEventListener("keydown", (event) => keys.push(event.key));
  element.focus();
  return { element, keys };
}

afterEach(() => {
  for (const one of stop) {
    one();
  }
  stop = [];
  document.body.innerHTML = "";
});

describe("the page's scanner", () => {
  it("reads a scan whatever has the focus, and keeps its Enter from that", () => {
    const heard = hearing("app");
    const { element, keys } = button();
    scanInto(element, TAG);
    scanInto(document.body, TAG);
    expect(heard).toEqual([
      { text: TAG, inDialog: false },
      { text: TAG, inDialog: false },
    ]);
    expect(keys).not.toContain("Enter");
    pass(1_000);
    pressKey(element, "Enter");
    expect(keys.at(-1), "a hand's Enter is the button's").toBe("Enter");
  });

  it("leaves a scan in a field to the field", () => {
    const heard = hearing("app");
    document.body.innerHTML = "<input><textarea></textarea>";
    for (const field of document.querySelectorAll("input, textarea")) {
      scanInto(field, TAG);
    }
    expect(heard).toEqual([]);
  });

  it("tells the place that reads scans itself before the app", () => {
    const [app, place] = [hearing("app"), hearing("place")];
    scanInto(document.body, TAG);
    expect([app.length, place.length]).toEqual([0, 1]);
    stop.pop()?.();
    scanInto(document.body, TAG);
    expect([app.length, place.length]).toEqual([1, 1]);
  });

  it("lets nothing of a scan act in a dialog: the app says so, the place under it hears nothing", () => {
    const [app, place] = [hearing("app"), hearing("place")];
    const { element, keys } = button();
    const dialog = document.createElement("div");
    dialog.className = "dialog";
    document.body.append(dialog);
    dialog.append(element);
    scanInto(element, TAG);
    expect(app).toEqual([{ text: TAG, inDialog: true }]);
    expect(place).toEqual([]);
    expect(keys).not.toContain("Enter");
  });

  it("closes a menu that the keys went to", () => {
    hearing("app");
    document.body.innerHTML = "<div role='menu' tabindex='-1'><div role='menuitem' tabindex='-1'>Finish</div></div>";
    const keys: string[] = [];
    document.querySelector("[role='menu']")?.addEventListener("keydown", (event) => {
      keys.push((event as KeyboardEvent).key);
    });
    const item = document.querySelector<HTMLElement>("[role='menuitem']") as HTMLElement;
    item.focus();
    scanInto(item, TAG);
    expect(keys.at(-1)).toBe("Escape");
    expect(keys).not.toContain("Enter");
  });
});

describe("a letter that does something", () => {
  const acted = vi.fn();
  function press(key: string): void {
    pressKey(document.body, key);
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "A") {
      scanner.whenAlone(event, acted);
    }
  };

  beforeEach(() => {
    vi.useFakeTimers();
    acted.mockClear();
    pass(10_000);
    hearing("app");
    document.addEventListener("keydown", onKey);
  });
  afterEach(() => {
    document.removeEventListener("keydown", onKey);
    vi.useRealTimers();
  });

  it("acts alone, once it is plain that no other key follows", () => {
    press("A");
    vi.advanceTimersByTime(SCAN_GAP_MS - 1);
    expect(acted).not.toHaveBeenCalled();
    vi.advanceTimersByTime(5);
    expect(acted).toHaveBeenCalledOnce();
  });

  it("does nothing where a key follows within the gap", () => {
    press("A");
    vi.advanceTimersByTime(SCAN_GAP_MS - 1);
    pass(SCAN_GAP_MS);
    press("4");
    vi.advanceTimersByTime(10 * SCAN_GAP_MS);
    expect(acted).not.toHaveBeenCalled();
  });

  it("does nothing where a key came just before it", () => {
    press("1");
    pass(SCAN_GAP_MS);
    press("A");
    vi.advanceTimersByTime(10 * SCAN_GAP_MS);
    expect(acted).not.toHaveBeenCalled();
  });

  it("acts however soon after Space or an arrow", () => {
    for (const key of [" ", "ArrowDown"]) {
      press(key);
      pass(5);
      press("A");
      pass(1_000);
      vi.advanceTimersByTime(2 * SCAN_GAP_MS);
    }
    expect(acted).toHaveBeenCalledTimes(2);
  });

  it("acts before a key that a busy page hands on late", () => {
    press("A");
    pass(SCAN_GAP_MS + 1);
    press("ArrowDown");
    expect(acted).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(10 * SCAN_GAP_MS);
    expect(acted).toHaveBeenCalledOnce();
  });

  it("never acts in the middle of a scan, however the tag's letters stand", () => {
    for (const tag of [TAG, "A1A4FF03000051DE00001229", "1A4FF03000051DE00001229A"]) {
      scanInto(document.body, tag);
      vi.advanceTimersByTime(10 * SCAN_GAP_MS);
    }
    expect(acted).not.toHaveBeenCalled();
  });
});
