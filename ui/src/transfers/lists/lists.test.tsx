import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { afterEach, describe, expect, it, vi } from "vitest";
import { newQueryClient } from "../../base/desk";
import { DialogsProvider } from "../../base/dialogs-state";
import { FrameProvider } from "../../base/frame-state";
import { snapshot } from "../../base/test-licenses";
import type { TransferDetail } from "../../platform";
import { NEWS_PAUSE_MS } from "../../platform";
import { deskError, type TestDesk, testDesk } from "../../platform/testing";
import { say, speak } from "../../words";
import { forgetTransfersAt, setTransfersAt } from "../at";
import { tagOf } from "../testing";
import { DetailPanel } from "./DetailPanel";

afterEach(forgetTransfersAt);

const FIND = { license: "C10-0000123-LIC", list: "incoming", id: 34 } as const;

function detail(more: Partial<TransferDetail> = {}): TransferDetail {
  return {
    id: 34,
    title: "Manifest 0000120034",
    facts: [
      { label: "From", value: "Eel River Farms", instant: false },
      { label: "Created", value: "2026-11-23T10:00:00Z", instant: true },
    ],
    steps: [
      { title: "Registered", at: "2026-11-23T10:00:00Z", by: "Mara Lind", bad: false },
      { title: "Received", at: null, by: "", bad: false },
    ],
    deliveries: [
      {
        id: 1,
        recipient: "Alder Street Dispensary",
        facts: [],
        transporters: ["Redwood Distribution: Dana Ruiz"],
        packages: [1, 2].map((number) => ({
          tag: tagOf(number),
          item: "Blue Dream 1 g",
          category: "Flower",
          strain: "Blue Dream",
          shipped: "24 ea",
          received: number === 2 ? "23 ea" : "",
          gross_weight: "1.2 lb",
          shipper_price: "$240.00",
          receiver_price: "",
          lab_testing: "Test passed",
          state: number === 2 ? "Accepted" : "Shipped",
        })),
      },
    ],
    missing: null,
    has_manifest: true,
    ...more,
  };
}

function open(desk: TestDesk, list: "incoming" | "templates" = "incoming") {
  desk.answer({ app_snapshot: () => snapshot() });
  const client = newQueryClient();
  client.setQueryData(["snapshot"], snapshot());
  const onClose = vi.fn();
  setTransfersAt({ tab: list });
  render(
    <QueryClientProvider client={client}>
      <FrameProvider>
        <DialogsProvider>
          <main>
            <h1>Transfers</h1>
            <DetailPanel find={{ ...FIND, list }} onClose={onClose} onLeave={() => {}} />
          </main>
        </DialogsProvider>
      </FrameProvider>
    </QueryClientProvider>,
  );
  return { person: userEvent.setup(), onClose };
}

describe("the lists' columns", () => {
  it("call how far a transfer is its status: the state is California", () => {
    expect(say("reading-column-state")).toBe("Status");
    speak("es-US");
    expect(say("reading-column-state")).toBe("Situación");
    speak("en-US");
  });
});

describe("a transfer beside its list", () => {
  it("tells its stages, who brings it, and each package with price and state", async () => {
    open(testDesk({ transfer_detail: () => detail() }));
    const panel = await screen.findByRole("region", { name: "Manifest 0000120034" });
    expect(panel.textContent).toContain("Redwood Distribution: Dana Ruiz");
    const second = within(panel).getAllByRole("listitem").at(-1);
    expect(second?.textContent).toContain("Accepted");
    expect(second?.textContent).toContain("received 23 ea");
    expect(second?.textContent).toContain("shipper’s price $240.00");
    const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
    expect(violations.map((each) => each.id)).toEqual([]);
  });

  it("saves and opens the manifest, and says what went wrong", async () => {
    const desk = testDesk({
      transfer_detail: () => detail(),
      manifest_save: ({ open: opens }) => {
        if (opens) {
          throw deskError({ code: "offline", message: "There is no connection. Nothing is lost." });
        }
        return { file: "manifest.pdf", rows: 1 };
      },
      saved_show: () => ({ changed: false }),
    });
    const { person } = open(desk);
    await person.click(await screen.findByRole("button", { name: "Save manifest…" }));
    expect(await screen.findByText("Saved as manifest.pdf.")).toBeTruthy();
    await person.click(screen.getByRole("button", { name: "Show in folder" }));
    const saved = desk.requests("manifest_save")[0]?.request_id;
    expect(desk.requests("saved_show")).toEqual([{ saved, by: "folder" }]);
    await person.click(screen.getByRole("button", { name: "Open manifest" }));
    expect((await screen.findByRole("alert")).textContent).toContain("There is no connection.");
    expect(screen.queryByText("Saved as manifest.pdf.")).toBeNull();
    expect(desk.requests("manifest_save").map((request) => [request.open, request.transfer.id])).toEqual([
      [false, 34],
      [true, 34],
    ]);
  });

  it("says why its packages are not shown, and has no check list where nothing is received", async () => {
    const missing = deskError({ code: "offline", message: "Its packages were never read." });
    open(testDesk({ transfer_detail: () => detail({ missing, deliveries: [], has_manifest: false }) }), "templates");
    expect((await screen.findByRole("alert")).textContent).toContain("Its packages were never read.");
    expect(screen.queryByRole("button", { name: /Receive/ })).toBeNull();
    expect(screen.queryByRole("button", { name: "Open manifest" })).toBeNull();
  });

  it("reads again at news of its own list, and not ten times a second", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    try {
      const desk = testDesk({ transfer_detail: () => detail() });
      open(desk);
      await screen.findByRole("region", { name: "Manifest 0000120034" });
      const asked = () => desk.requests("transfer_detail").length;
      expect(asked()).toBe(1);
      const news = (collection: "incoming_transfers" | "packages", license: string) =>
        desk.tell({ event: "changes", revision: 1, changes: [{ collection, license, tab: null, records: 1 }] });
      for (let n = 0; n < 20; n += 1) {
        news("packages", FIND.license);
        news("incoming_transfers", "C10-0000999-LIC");
        desk.tell({ event: "drafts" });
      }
      await vi.advanceTimersByTimeAsync(3 * NEWS_PAUSE_MS);
      expect(asked()).toBe(1);
      for (let n = 0; n < 20; n += 1) {
        news("incoming_transfers", FIND.license);
        await vi.advanceTimersByTimeAsync(100);
      }
      await vi.advanceTimersByTimeAsync(3 * NEWS_PAUSE_MS);
      // Twenty news in two seconds: at once, and when the pause is over.
      expect(asked()).toBeGreaterThan(1);
      expect(asked()).toBeLessThanOrEqual(4);
    } finally {
      vi.useRealTimers();
    }
  });

  it("asks the state again only when a person does", async () => {
    const missing = deskError({ code: "offline", message: "Its packages were never read." });
    const desk = testDesk({ transfer_detail: () => detail({ missing, deliveries: [] }) });
    const { person } = open(desk);
    await person.click(await screen.findByRole("button", { name: "Try again" }));
    await waitFor(() => expect(desk.requests("transfer_detail").length).toBe(2));
    expect(desk.requests("transfer_detail").map((request) => request.again ?? false)).toEqual([false, true]);
  });

  it("is closed by Escape", async () => {
    const { person, onClose } = open(testDesk({ transfer_detail: () => detail() }));
    await person.click(await screen.findByRole("button", { name: "Save manifest…" }));
    await person.keyboard("{Escape}");
    await waitFor(() => expect(onClose).toHaveBeenCalled());
  });
});
