import { QueryClientProvider } from "@tanstack/react-query";
import { act, render } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { newQueryClient } from "../../base/desk";
import { ALDER, FOOTHILL, ready, snapshot, syncStatus } from "../../base/test-licenses";
import type { CollectionSync, SyncStatus, UnitTotal } from "../../platform";
import { deskError, testDesk } from "../../platform/testing";
import { speak } from "../../words";
import { GridTotals } from "./GridTotals";
import { TYPING_MS } from "./model";
import { activePackages } from "./testing";
import { TOTALS_MS } from "./totals";

/** How long the desk takes to add up. */
const ADDING_MS = 600;

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  speak("en-US");
});

interface World {
  /** Packages in all, and how many a search leaves. */
  of: number;
  found: number;
  units: UnitTotal[] | "fails";
}

/** A foot over a desk that adds up slowly. */
async function foot(begin: Partial<World> = {}, status: Partial<SyncStatus> = {}, licenses = [ALDER.number]) {
  const world: World = { of: 920, found: 89, units: [{ unit: "ea", quantity: "16370", rows: 920 }], ...begin };
  let view = 0;
  testDesk({
    view_open: ({ search }) => {
      view += 1;
      return { view, rows: search ? world.found : world.of, of: world.of, revision: view };
    },
    view_close: () => ({ changed: true }),
    view_totals: async () => {
      const { units } = world;
      await new Promise((added) => setTimeout(added, ADDING_MS));
      if (units === "fails") {
        throw deskError({ code: "internal" });
      }
      return { totals: units };
    },
  });
  const model = await activePackages(licenses);
  const client = newQueryClient();
  client.setQueryData(["snapshot"], snapshot({ sync: syncStatus(status) }));
  const { container } = render(
    <QueryClientProvider client={client}>
      <GridTotals model={model} />
    </QueryClientProvider>,
  );
  const text = () => container.textContent ?? "";
  const after = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
  const counted = () => after(TOTALS_MS + ADDING_MS);
  const become = (sync: Partial<SyncStatus>) => {
    client.setQueryData(["snapshot"], snapshot({ sync: syncStatus(sync) }));
    return after(0);
  };
  const box = () => container.querySelector(".grid-totals");
  return { model, world, text, box, after, counted, become };
}

describe("how many rows there are and how much they hold", () => {
  it("change together, however late the sums come: no count stands beside the sum of another view", async () => {
    const its = await foot();
    const said = new Set<string>();
    const look = async (ms: number) => {
      for (let passed = 0; passed < ms; passed += 20) {
        await its.after(20);
        said.add(its.text());
      }
    };
    await look(TOTALS_MS + ADDING_MS);
    its.world.units = [{ unit: "ea", quantity: "56", rows: 89 }];
    its.model.search("blue dream");
    await look(TYPING_MS + TOTALS_MS + ADDING_MS - 40);
    expect(its.model.state().opened?.rows, "the rows are there long before").toBe(89);
    expect(its.box()?.getAttribute("aria-busy")).toBe("true");
    expect(its.box()?.className, "the old ones step back").toContain("grid-totals-old");
    await look(100);
    expect(its.box()?.getAttribute("aria-busy")).toBe("false");
    expect([...said]).toEqual(["", "920 packages16,370 ea", "89 of 920 packages56 ea"]);
  });

  it("says how many there are where they could not be added up, and no sum of another view", async () => {
    const its = await foot();
    await its.counted();
    its.world.units = "fails";
    its.model.search("og");
    await its.after(TYPING_MS);
    await its.counted();
    expect(its.text()).toBe("89 of 920 packages");
  });
});

describe("during a first load", () => {
  const active = (done: number, total: number | null, more: Partial<CollectionSync> = {}): CollectionSync => ({
    collection: "packages_active",
    title: "Active packages",
    done,
    total,
    by_days: false,
    finished: false,
    skipped: null,
    failed: false,
    ...more,
  });
  const loading = (...collections: CollectionSync[]): Partial<SyncStatus> => ({
    headline: { is: "updating", percent: 2 },
    licenses: [ready(ALDER.number, { state: "loading", as_of: null, collections })],
  });
  const few: Partial<World> = { of: 20, found: 3, units: [{ unit: "ea", quantity: "7", rows: 20 }] };

  it("says how much is there so far, in the tone of the indicator", async () => {
    const its = await foot(few, loading(active(20, 920)));
    await its.counted();
    expect(its.text()).toBe("20 of 920 read, 7 ea so far");
    expect(its.box()?.className).toContain("grid-reading-busy");
    await its.become(loading(active(20, null)));
    expect(its.text()).toBe("20 read, 7 ea so far");
    await its.become({ ...loading(), headline: { is: "cancelled" } });
    expect(its.text(), "stopped, and opened again").toBe("20 read, 7 ea so far");
    expect(its.box()?.className).toContain("grid-reading-calm");
    await its.become(loading(active(920, 920, { finished: true })));
    expect(its.text()).toBe("20 packages7 ea");
  });

  it("agrees with the panel while the grid rests", async () => {
    const its = await foot(few, loading(active(480, 920)));
    await its.counted();
    expect(its.text()).toBe("480 of 920 read, 20 shown, 7 ea so far");
  });

  it("says of a search how much it looked through", async () => {
    const its = await foot(few, loading(active(20, 920)));
    await its.counted();
    its.model.search("og");
    await its.after(TYPING_MS);
    await its.counted();
    expect(its.text()).toBe("3 of the 20 read so far match7 ea");
    await its.become(loading(active(40, 920)));
    expect(its.text()).toBe("3 of 20 match, 40 of 920 read so far7 ea");
  });

  it("says the same in Spanish", async () => {
    speak("es-US");
    const its = await foot(few, loading(active(20, 920)));
    await its.counted();
    expect(its.text()).toBe("20 de 920 leídos, 7 ea hasta ahora");
  });

  it("does not take what may not be read for none", async () => {
    const refused = active(0, null, { finished: true, skipped: "Your keys may not read this." });
    const its = await foot(
      { of: 0, found: 0, units: [] },
      { licenses: [ready(ALDER.number, { collections: [refused] })] },
    );
    await its.counted();
    expect(its.text()).toBe("—unknown");
    expect(its.box()?.querySelector("[aria-hidden]")?.textContent, "what is seen").toBe("—");
    expect(its.box()?.querySelector(".unseen")?.textContent, "what is heard").toBe("unknown");
  });

  it("says of several licenses that one cannot be read", async () => {
    const refused = active(0, null, { finished: true, skipped: "Your keys may not read this." });
    const licenses = [ready(ALDER.number), ready(FOOTHILL.number, { collections: [refused] })];
    const its = await foot({}, { licenses }, [ALDER.number, FOOTHILL.number]);
    await its.counted();
    expect(its.text()).toBe("920 packages, 1 license cannot be read16,370 ea");
  });
});
