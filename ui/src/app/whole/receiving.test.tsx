import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { useDialogs } from "../../base/dialogs-state";
import { deskError } from "../../platform/testing";
import { forgetTransfersAt } from "../../transfers/at";
import { counts, listDesk, open } from "../../transfers/receiving/testing";
import { Dialogs } from "../frame/Dialogs";

afterEach(forgetTransfersAt);

function OpenPalette() {
  const { open } = useDialogs();
  return (
    <button type="button" onClick={() => open({ is: "palette" })}>
      Commands
    </button>
  );
}

const BESIDE = (
  <>
    <Dialogs />
    <OpenPalette />
  </>
);

it("is closed from the palette as by its button, and says there once it is closed", async () => {
  const { desk, person } = open(listDesk(), BESIDE);
  await screen.findByLabelText("Scan a tag, or paste several");
  const lineOf = async () => {
    await person.click(screen.getByRole("button", { name: "Commands" }));
    await person.type(await screen.findByRole("combobox", { name: "Commands" }), "check list");
    const [line] = await screen.findAllByRole("option", { name: /^Close the check list/ });
    return line as HTMLElement;
  };
  await person.click(await lineOf());
  await person.click(await screen.findByRole("button", { name: "Close with 3 missing" }));
  await waitFor(() => expect(desk.requests("receiving_close")[0]).toMatchObject({ reopen: false }));
  await screen.findByRole("button", { name: "Open the list again" });
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  const closed = await lineOf();
  expect(closed.textContent).toContain("The list is closed already");
  expect(closed.getAttribute("aria-disabled")).toBe("true");
});

it("asks nothing where all is found, and shows the address where no browser opens", async () => {
  const desk = listDesk([1, 2]);
  desk.answer({
    link_open: () => {
      throw deskError({ code: "not_found", message: "No browser could be opened." });
    },
  });
  const { person } = open(desk, BESIDE);
  const field = await screen.findByLabelText("Scan a tag, or paste several");
  await waitFor(() => expect(document.activeElement).toBe(field));
  await person.keyboard("0001{Enter}0002{Enter}");
  await waitFor(() => expect(counts()).toBe("2 2 0 0"));
  await person.click(screen.getByRole("button", { name: "Close the list" }));
  const sum = await screen.findByRole("region", { name: /^All 2 packages were found/ });
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(within(sum).getAllByRole("listitem")).toHaveLength(2);
  await person.click(within(sum).getByRole("button", { name: /^Open this license’s transfers/ }));
  const dialog = await screen.findByRole("dialog", { name: /incoming transfers on the state’s site/ });
  expect(dialog.textContent).toContain("https://ca.metrc.com/industry/C10-0000123-LIC/transfers/licensed");
});
