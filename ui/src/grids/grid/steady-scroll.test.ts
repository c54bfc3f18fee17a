import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepScrollSteady } from "./steady-scroll";

const heard: string[] = [];
let viewport: HTMLElement;
let bar: HTMLElement;
let end: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  heard.length = 0;
  document.body.innerHTML = `<div id="root"><div class="ag-grid-viewport"></div><div class="ag-body-vertical-scroll-viewport"></div></div>`;
  const one = (css: string) => document.querySelector<HTMLElement>(css) as HTMLElement;
  viewport = one(".ag-grid-viewport");
  bar = one(".ag-body-vertical-scroll-viewport");
  viewport.addEventListener("scroll", () => heard.push(`rows at ${viewport.scrollTop}`));
  bar.addEventListener("scroll", () => heard.push(`bar at ${bar.scrollTop}`));
  end = keepScrollSteady(one("#root"));
});

afterEach(() => {
  end();
  vi.useRealTimers();
});

function scroll(element: HTMLElement, to: number) {
  element.scrollTop = to;
  element.dispatchEvent(new Event("scroll"));
}

it("keeps the bar's echo from AG Grid, and lets a hand on the bar through", () => {
  scroll(viewport, 400);
  scroll(bar, 400);
  expect(heard).toEqual(["rows at 400"]);
  scroll(bar, 900);
  expect(heard).toEqual(["rows at 400", "bar at 900"]);
  scroll(viewport, 900);
  scroll(bar, 1_200);
  expect(heard.at(-1)).toBe("bar at 1200");
});

it("has AG Grid look again once all is quiet, one time", () => {
  scroll(viewport, 400);
  vi.advanceTimersByTime(200);
  scroll(viewport, 800);
  expect(heard).toEqual(["rows at 400", "rows at 800"]);
  vi.advanceTimersByTime(10_000);
  expect(heard).toEqual(["rows at 400", "rows at 800", "rows at 800"]);
});
