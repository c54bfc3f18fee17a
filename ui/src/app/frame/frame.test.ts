import { describe, expect, it } from "vitest";
import { keyName } from "../../base/keys";
import { chosenLicenses, keepShown, readShown, writeShown } from "../../base/shown";
import { ALDER, account, EEL, FOOTHILL } from "../../base/test-licenses";
import { frameKey } from "./use-frame-keys";

describe("the licenses shown", () => {
  it("are those loaded, of every account, each once", () => {
    const twice = [account(), account({ id: "other", licenses: [{ ...ALDER }, { ...EEL, chosen: true }] })];
    expect(chosenLicenses(twice).map((license) => license.number)).toEqual([ALDER.number, FOOTHILL.number, EEL.number]);
  });

  it("stay as they were left, without those no longer loaded", () => {
    writeShown([FOOTHILL.number, "C9-0000001-LIC"]);
    expect(keepShown([ALDER, FOOTHILL], readShown())).toEqual([FOOTHILL]);
  });

  it("are the first one where nothing that was shown is loaded any more", () => {
    expect(keepShown([ALDER, FOOTHILL], ["C9-0000001-LIC"])).toEqual([ALDER]);
    expect(keepShown([], ["C9-0000001-LIC"])).toEqual([]);
  });

  it("are none when what was kept cannot be read", () => {
    localStorage.setItem("trackside.shown", "{damaged");
    expect(readShown()).toEqual([]);
    localStorage.setItem("trackside.shown", '{"not":"a list"}');
    expect(readShown()).toEqual([]);
  });
});

describe("the frame's keys", () => {
  function press(key: string, more: KeyboardEventInit = {}, target: HTMLElement = document.body) {
    let read: ReturnType<typeof frameKey> = null;
    const listen = (event: KeyboardEvent) => {
      read = frameKey(event);
    };
    addEventListener("keydown", listen, { once: true });
    target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...more }));
    return read;
  }

  it("are the same on both kinds of keyboard", () => {
    expect(press("k", { ctrlKey: true })).toBe("palette");
    expect(press("k", { metaKey: true })).toBe("palette");
    expect(press("f", { ctrlKey: true })).toBe("search");
    expect(press("2", { metaKey: true })).toEqual({ place: 2 });
    expect(press("F5")).toBe("sync");
  });

  it("leave plain characters to whoever types", () => {
    const input = document.createElement("input");
    document.body.append(input);
    expect(press("/", {}, input)).toBeNull();
    expect(press("?", {}, input)).toBeNull();
    expect(press("k", { ctrlKey: true }, input)).toBe("palette");
    input.remove();
    expect(press("/")).toBe("search");
    expect(press("?", { shiftKey: true })).toBe("keys");
  });

  it("leave everything else alone", () => {
    expect(press("c", { ctrlKey: true })).toBeNull();
    expect(press("C", { ctrlKey: true, shiftKey: true })).toBeNull();
    expect(press("k")).toBeNull();
  });

  it("are named as the system's keyboards name them", () => {
    expect(keyName("Mod+Shift+L", "windows")).toBe("Ctrl+Shift+L");
    expect(keyName("Mod+Shift+L", "macos")).toBe("⌘⇧L");
  });
});
