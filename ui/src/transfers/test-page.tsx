/** The page of transfers in tests, over drafts in memory. */
import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { expect } from "vitest";
import { newQueryClient } from "../base/desk";
import { DialogsProvider } from "../base/dialogs-state";
import { FrameProvider } from "../base/frame-state";
import { snapshot } from "../base/test-licenses";
import { Trouble } from "../parts";
import { type TestDesk, testDesk } from "../platform/testing";
import { TransfersPage } from ".";
import type { FakeDrafts } from "./testing";

/** Opens the place. */
export async function open(fake: FakeDrafts, desk: TestDesk = testDesk(fake.answers())) {
  desk.answer({ app_snapshot: () => snapshot() });
  const client = newQueryClient();
  client.setQueryData(["snapshot"], snapshot());
  render(
    <QueryClientProvider client={client}>
      <FrameProvider>
        <DialogsProvider>
          <main>
            <h1>Transfers</h1>
            <Trouble />
            <TransfersPage />
          </main>
        </DialogsProvider>
      </FrameProvider>
    </QueryClientProvider>,
  );
  return { desk, person: userEvent.setup() };
}

/** Opens the draft of this name from the list. */
export async function openDraft(fake: FakeDrafts, name: string, desk?: TestDesk) {
  const opened = await open(fake, desk);
  await opened.person.click(await screen.findByRole("button", { name }));
  await screen.findByRole("heading", { name: "Stages" });
  return opened;
}

/** A field by its label. */
export const field = (name: string | RegExp) => screen.findByLabelText<HTMLInputElement>(name);

/** No serious or critical finding. Colors are looked at in the real window. */
export async function expectAccessible(part: Element = document.body) {
  const { violations } = await axe.run(part, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join("\n")}`)).toEqual([]);
}
