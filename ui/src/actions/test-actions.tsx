import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { expect } from "vitest";
import type { ActionStart } from "../base/actions";
import { newQueryClient } from "../base/desk";
import { DialogsProvider, useActions, useDialogs } from "../base/dialogs-state";
import { FrameProvider, useFrame } from "../base/frame-state";
import { ALDER, outboxStatus, snapshot } from "../base/test-licenses";
import { MessageRoom, MessagesProvider } from "../parts";
import type { PackageRef, Review, ReviewLine } from "../platform";
import { type TestDesk, testDesk } from "../platform/testing";
import { ActionDialog } from "./ActionDialog";
import { ActionsProvider } from "./actions-state";

/** A package of the review. */
export const packageAt = (id: number): PackageRef => ({
  license: ALDER.number,
  package_id: id,
  tag: `1A406030000000100000${String(id).padStart(4, "0")}`,
});

/** One package of a review, ready unless said otherwise. */
export function line(id: number, more: Partial<ReviewLine> = {}): ReviewLine {
  return {
    package: packageAt(id),
    item: "Blue Dream 3.5 g jar",
    before: "0 g",
    after: "0 g",
    ready: true,
    findings: [],
    ...more,
  };
}

/** A package that cannot be finished. */
export const holds = (id: number) =>
  line(id, {
    ready: false,
    findings: [
      { rule: "finish_at_zero", weight: "stop", sentence: `Package ${id} still holds 3.5 g.`, source: "CA-IB" },
    ],
  });

let reviews = 0;
/** A review of these packages. */
export function review(lines: ReviewLine[], more: Partial<Review> = {}): Review {
  reviews += 1;
  const ready = lines.filter((each) => each.ready).length;
  return {
    review: reviews,
    title: `Finish ${lines.length} packages`,
    sentences: [`${ready} packages will be finished, dated Nov 23, 2026.`],
    totals: [{ unit: "g", packages: ready, before: "1204.5", after: "0" }],
    lines,
    ready,
    refused: lines.length - ready,
    warned: 0,
    more: false,
    ...more,
  };
}

/** A desk that reviews, queues and takes back. */
export function desk(answers: Parameters<typeof testDesk>[0] = {}): TestDesk {
  return testDesk({
    action_choices: () => ({
      reasons: [
        { name: "Drying", requires_note: false },
        { name: "Spoilage", requires_note: true },
      ],
      locations: ["Back Room", "Vault", "Vault Annex"],
      items: [{ name: "Blue Dream", category: "Flower" }],
      today: "2026-11-23",
      note_room: 20,
      now: null,
    }),
    action_review: () => review([holds(2), line(1), line(3)]),
    action_queue: () => ({ intents: [11, 12], sentence: "2 packages will be finished.", outbox: outboxStatus() }),
    outbox_withdraw: ({ intents }) => ({ changed: intents.length, refused: [], outbox: outboxStatus() }),
    ...answers,
  });
}

function Page({ start }: { start: ActionStart }) {
  const { openAction } = useActions();
  const { dialog, close } = useDialogs();
  const { place, outboxAt } = useFrame();
  return (
    <>
      <button type="button" onClick={() => openAction(start)}>
        Act
      </button>
      {dialog?.is === "action" ? <ActionDialog start={dialog.start} onClose={close} /> : null}
      <p data-testid="at">{`${place} ${outboxAt?.group} ${outboxAt?.intent}`}</p>
    </>
  );
}

/** Opens an action in a page with nothing else. */
export async function begin(
  start: Partial<ActionStart> & Pick<ActionStart, "form">,
  setup?: Parameters<typeof userEvent.setup>[0],
) {
  const client = newQueryClient();
  client.setQueryData(["snapshot"], snapshot());
  const person = userEvent.setup(setup);
  const target = { target: "packages" as const, packages: [1, 2, 3].map(packageAt) };
  render(
    <QueryClientProvider client={client}>
      <FrameProvider>
        <DialogsProvider>
          <MessagesProvider>
            <ActionsProvider>
              <Page start={{ target, ...start }} />
              <MessageRoom />
            </ActionsProvider>
          </MessagesProvider>
        </DialogsProvider>
      </FrameProvider>
    </QueryClientProvider>,
  );
  await person.click(screen.getByRole("button", { name: "Act" }));
  return { person, client, dialog: await screen.findByRole("dialog") };
}

/** The button that queues. */
export const queue = () => screen.findByRole("button", { name: /^Queue / });

/** Holds what is on the screen to axe-core. */
export async function nothingSerious() {
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.filter((each) => each.impact === "serious" || each.impact === "critical")).toEqual([]);
}
