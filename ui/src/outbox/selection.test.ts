import { act, renderHook } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { line } from "../base/test-outbox";
import type { OutboxList } from "../platform";
import { testDesk } from "../platform/testing";
import { useSelection } from "./selection";

/** A desk whose answers come when they are let go, by how many lines were asked for. */
function slowDesk() {
  const waiting = new Map<number, () => void>();
  testDesk({
    outbox_list: ({ count }) =>
      new Promise<OutboxList>((answer) => {
        const lines = Array.from({ length: count }, (_, at) => line(at + 1));
        waiting.set(count, () => answer({ total: 9, lines }));
      }),
  });
  return { letGo: (count: number) => act(async () => waiting.get(count)?.()) };
}

it("is what was wanted last, in whatever order the answers come", async () => {
  const { letGo } = slowDesk();
  const { result } = renderHook(() => useSelection("waiting", vi.fn()));
  act(() => result.current.toggle(1, 0));
  act(() => result.current.extend(1));
  act(() => result.current.extend(2));
  await letGo(3);
  expect([...result.current.intents]).toEqual([1, 2, 3]);
  await letGo(2);
  expect([...result.current.intents]).toEqual([1, 2, 3]);
  expect(result.current.busy).toBe(false);
});

it("stays empty when it was dropped while many were being read", async () => {
  const { letGo } = slowDesk();
  const { result } = renderHook(() => useSelection("waiting", vi.fn()));
  act(() => result.current.all(5));
  expect(result.current.busy).toBe(true);
  act(() => result.current.clear());
  expect(result.current.busy).toBe(false);
  await letGo(5);
  expect(result.current.intents.size).toBe(0);
});
