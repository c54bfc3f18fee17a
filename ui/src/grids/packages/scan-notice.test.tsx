import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, expect, it } from "vitest";
import { newQueryClient } from "../../base/desk";
import { FrameProvider, useFrame } from "../../base/frame-state";
import { ALDER, FOOTHILL, snapshot, syncStatus } from "../../base/test-licenses";
import type { TagFound, TagPlace } from "../../platform";
import { type TestDesk, testDesk } from "../../platform/testing";
import { scanInto } from "../../scan/testing";
import { forgetFinding, setFinding, useFinding } from "./finding";
import { ScanNotice } from "./ScanNotice";

const TAG = "1A4FF03000051DE000012296";
const PLACE: TagPlace = { license: FOOTHILL.number, tab: "active", packages: 1, row: 7, tag: TAG, item: "Blue Dream" };

function found(more: Partial<TagFound> = {}): TagFound {
  return {
    text: TAG,
    places: [],
    coming: [],
    looked: [
      { license: ALDER.number, name: ALDER.name, as_of: "2026-03-02T14:02:00Z" },
      { license: FOOTHILL.number, name: FOOTHILL.name, as_of: "2026-03-01T14:02:00Z" },
    ],
    why: "",
    ...more,
  };
}

/** Says where the page is, which licenses it shows, and what is being gone to. */
function Where() {
  const { place, shown, show } = useFrame();
  const { turn, finding } = useFinding();
  return (
    <>
      <output>{`${place} ${shown.map((one) => one.number).join(" ")} ${finding.is}`}</output>
      <button
        type="button"
        onClick={() => setFinding(turn, { is: "asking", place: PLACE, losing: { selected: 12, filters: 1 } })}
      >
        12 selected
      </button>
      <button
        type="button"
        onClick={() => {
          show([FOOTHILL.number]);
          setFinding(turn, { is: "there", place: PLACE, from: [ALDER.number] });
        }}
      >
        Another license
      </button>
    </>
  );
}

function open(desk: TestDesk) {
  desk.answer({ app_snapshot: () => snapshot(), sync_start: () => syncStatus() });
  const client = newQueryClient();
  client.setQueryData(["snapshot"], snapshot());
  render(
    <QueryClientProvider client={client}>
      <FrameProvider>
        <main id="place" tabIndex={-1}>
          <h1>Packages</h1>
          <Where />
          <ScanNotice />
        </main>
      </FrameProvider>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

const where = () => document.querySelector("output")?.textContent;

beforeEach(forgetFinding);

it("goes to the package that a scan read, from wherever the page is", async () => {
  const desk = testDesk({ tag_find: () => found({ places: [PLACE] }) });
  open(desk);
  scanInto(document.body, TAG);
  await waitFor(() => expect(where()).toBe(`packages ${ALDER.number} going`));
  expect(desk.requests("tag_find")).toEqual([{ text: TAG }]);
  expect(screen.queryByRole("region", { name: "Scan" })).toBeNull();
});

it("says of an unknown tag where it was looked for, how old that is and what now, and syncs", async () => {
  const desk = testDesk({ tag_find: () => found() });
  const person = open(desk);
  scanInto(document.body, TAG);
  const notice = await screen.findByRole("region", { name: "Scan" });
  expect(notice.textContent).toContain(`${TAG} is in none of your licenses`);
  expect(notice.textContent).toContain("Looked in every tab of Alder Street Dispensary and Foothill Analytics");
  expect(notice.textContent, "as old as the oldest of them").toContain("at Mar 1, 2026, 6:02");
  expect(notice.textContent).toContain("sync now and scan it again");
  expect(within(notice).getByRole("status")).toBeTruthy();
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map((each) => each.id)).toEqual([]);
  await person.click(within(notice).getByRole("button", { name: "Sync now" }));
  expect(desk.requests("sync_start")).toEqual([{ licenses: [ALDER.number, FOOTHILL.number] }]);
  await person.click(within(notice).getByRole("button", { name: "Dismiss" }));
  expect(screen.queryByRole("region", { name: "Scan" })).toBeNull();
  expect(document.activeElement?.id).toBe("place");
});

it("says when it may not be read yet, and when it is on its way", async () => {
  const desk = testDesk({
    tag_find: () =>
      found({
        looked: found().looked.map((one) => (one.license === ALDER.number ? { ...one, as_of: null } : one)),
      }),
  });
  open(desk);
  scanInto(document.body, TAG);
  await screen.findByText(/Alder Street Dispensary is not fully loaded/);
  desk.answer({
    tag_find: () => found({ coming: [{ to: { license: ALDER.number, name: ALDER.name }, manifest: "0000120034" }] }),
  });
  scanInto(document.body, TAG);
  await screen.findByText(/on manifest 0000120034, on its way to Alder Street Dispensary/);
  expect(screen.queryByText(/Otherwise it may belong to another license/)).toBeNull();
});

it("calls a barcode that is no tag by what it is", async () => {
  open(testDesk({ tag_find: ({ text }) => found({ text, why: "A tag has 24 characters; this has 12." }) }));
  scanInto(document.body, "012345678905");
  const notice = await screen.findByRole("region", { name: "Scan" });
  expect(notice.textContent).toContain("“012345678905” is not a package tag");
  expect(notice.textContent).toContain("A tag has 24 characters; this has 12.");
});

it("asks where something would be lost: Escape stays, Enter goes, a further scan is the answer as well", async () => {
  const desk = testDesk({ tag_find: () => found() });
  const person = open(desk);
  const before = screen.getByRole("button", { name: "12 selected" });
  await person.click(before);
  const notice = await screen.findByRole("region", { name: "Scan" });
  expect(notice.textContent).toContain(`${TAG} is in Foothill Analytics, Active. Show it?`);
  expect(notice.textContent).toContain("12 packages are selected.");
  expect(notice.textContent).toContain("1 filter leaves it out.");
  const show = within(notice).getByRole("button", { name: "Show it" });
  expect(document.activeElement).toBe(show);
  await person.keyboard("{Escape}");
  expect(where()).toBe(`packages ${ALDER.number} nothing`);
  expect(document.activeElement).toBe(before);
  await person.click(before);
  await person.keyboard("{Enter}");
  expect(where()).toBe(`packages ${ALDER.number} going`);
  await person.click(before);
  // The scanner's Enter is not this button's.
  scanInto(await screen.findByRole("button", { name: "Show it" }), TAG);
  await screen.findByText(`${TAG} is in none of your licenses`);
});

it("says over a dialog that nothing was done with a scan", async () => {
  const desk = testDesk({ tag_find: () => found() });
  open(desk);
  const dialog = document.createElement("div");
  dialog.className = "dialog";
  document.body.append(dialog);
  scanInto(dialog, TAG);
  const said = await screen.findByText(`“${TAG}” was scanned, but a window is open`);
  expect(said.closest("main"), "over the dialog, not under it").toBeNull();
  expect(desk.requests("tag_find")).toEqual([]);
  dialog.remove();
  fireEvent.click(screen.getByRole("button", { name: "Dismiss" }));
});

it("offers the way back where another license came into sight, until the person goes elsewhere", async () => {
  const person = open(testDesk());
  await person.click(screen.getByRole("button", { name: "Another license" }));
  const notice = await screen.findByRole("region", { name: "Scan" });
  expect(notice.textContent).toContain(`Foothill Analytics has ${TAG}, so it is shown now.`);
  expect(screen.getByText(`Package ${TAG}, Blue Dream, in Foothill Analytics, Active.`)).toBeTruthy();
  await person.click(within(notice).getByRole("button", { name: "Back to Alder Street Dispensary" }));
  expect(where()).toBe(`packages ${ALDER.number} nothing`);
});
