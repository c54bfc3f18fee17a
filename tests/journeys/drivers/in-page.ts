/** Functions that run in the page. Each is sent as its own text, so it uses nothing from outside itself. */

/** A target as it crosses into the page: patterns as their source. */
export interface WireTarget {
  css?: string;
  role?: string;
  name?: string;
  pattern?: { source: string; flags: string };
  within?: string;
  nth?: number;
}

export type Question = "count" | "text" | "texts" | "point" | "rest" | "focus" | "attribute" | "focused";

export interface Point {
  x: number;
  y: number;
}

/**
 * Answers one question about the elements that fit a target. `point` scrolls the element into view and gives the place
 * to click, or says why it cannot be clicked yet.
 */
export async function ask(target: WireTarget, question: Question, detail: string): Promise<unknown> {
  const rolesOf: Record<string, string> = {
    A: "link",
    ARTICLE: "article",
    ASIDE: "complementary",
    BUTTON: "button",
    DIALOG: "dialog",
    FORM: "form",
    H1: "heading",
    H2: "heading",
    H3: "heading",
    H4: "heading",
    IMG: "img",
    LI: "listitem",
    MAIN: "main",
    NAV: "navigation",
    OL: "list",
    OPTION: "option",
    PROGRESS: "progressbar",
    SELECT: "combobox",
    TABLE: "table",
    TD: "cell",
    TEXTAREA: "textbox",
    TH: "columnheader",
    TR: "row",
    UL: "list",
  };
  const inputs: Record<string, string> = {
    button: "button",
    checkbox: "checkbox",
    number: "spinbutton",
    radio: "radio",
    range: "slider",
    reset: "button",
    search: "searchbox",
    submit: "button",
  };
  const roleOf = (element: Element): string => {
    const given = element.getAttribute("role")?.trim().split(/\s+/)[0];
    if (given) return given;
    if (element instanceof HTMLInputElement) return inputs[element.type] ?? "textbox";
    return rolesOf[element.tagName] ?? "";
  };
  const tidy = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();
  const nameOf = (element: Element): string => {
    const ids = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
    const labelledBy = tidy(ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" "));
    if (labelledBy) return labelledBy;
    const label = tidy(element.getAttribute("aria-label"));
    if (label) return label;
    const field = element as HTMLInputElement;
    const labels = tidy([...(field.labels ?? [])].map((one) => one.textContent ?? "").join(" "));
    if (labels) return labels;
    if (element.tagName === "IMG") return tidy(element.getAttribute("alt"));
    const isField = ["INPUT", "TEXTAREA", "SELECT"].includes(element.tagName);
    const content = isField ? "" : tidy((element as HTMLElement).innerText ?? element.textContent);
    return content || tidy(element.getAttribute("title")) || tidy(element.getAttribute("placeholder"));
  };
  const isVisible = (element: Element): boolean => {
    if (element.closest("[aria-hidden='true'], [inert]") && target.role) return false;
    const box = element.getBoundingClientRect();
    return (
      box.width > 0 && box.height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    );
  };

  if (question === "focused") {
    const active = document.activeElement;
    return active ? { role: roleOf(active), name: nameOf(active) } : { role: "", name: "" };
  }

  const fits = (element: Element): boolean => {
    if (target.role && roleOf(element) !== target.role) return false;
    if (!isVisible(element)) return false;
    if (target.pattern) return new RegExp(target.pattern.source, target.pattern.flags).test(nameOf(element));
    return target.name === undefined || nameOf(element) === target.name;
  };
  const scope: ParentNode[] = target.within ? [...document.querySelectorAll(target.within)] : [document];
  const found = scope.flatMap((root) => [...root.querySelectorAll(target.css ?? "*")]).filter(fits);

  if (question === "count") return found.length;
  if (question === "texts") return found.map((element) => tidy((element as HTMLElement).innerText));
  const element = found[target.nth ?? 0] as HTMLElement | undefined;
  if (!element) {
    if ((question !== "point" && question !== "rest") || !target.role) return null;
    const others = [...document.querySelectorAll("*")].filter((one) => roleOf(one) === target.role && isVisible(one));
    const names = others.slice(0, 25).map((one) => `"${nameOf(one).slice(0, 40)}"`);
    return { why: `nothing fits; the page's visible ${target.role}s are named ${names.join(", ") || "(none)"}` };
  }
  if (question === "text") return tidy(element.innerText ?? element.textContent);
  if (question === "attribute") return element.getAttribute(detail);
  if (question === "focus") {
    element.focus();
    return document.activeElement === element;
  }

  // A place to click: in view, at rest for two frames, enabled, with nothing lying over it.
  element.scrollIntoView({ block: "nearest", inline: "nearest" });
  const before = element.getBoundingClientRect();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const box = element.getBoundingClientRect();
  if (box.x !== before.x || box.y !== before.y) return { why: "it is still moving" };
  // The pointer may rest on what cannot be pressed.
  if (question === "point" && element.matches(":disabled, [aria-disabled='true']")) return { why: "it is disabled" };
  const left = Math.max(box.left, 0);
  const top = Math.max(box.top, 0);
  const right = Math.min(box.right, innerWidth);
  const bottom = Math.min(box.bottom, innerHeight);
  if (right <= left || bottom <= top) return { why: "it lies outside the window" };
  const x = Math.floor((left + right) / 2);
  const y = Math.floor((top + bottom) / 2);
  const over = document.elementFromPoint(x, y);
  if (over && !element.contains(over) && !over.contains(element)) {
    return { why: `it is covered by <${over.tagName.toLowerCase()} class="${over.getAttribute("class") ?? ""}">` };
  }
  return { x, y };
}

/** Collects the page's uncaught errors from here on, and gives those so far. */
export function collectErrors(): string[] {
  const page = window as unknown as { tracksideErrors?: string[] };
  if (!page.tracksideErrors) {
    const errors: string[] = [];
    page.tracksideErrors = errors;
    addEventListener("error", (event) => {
      // Chromium's word for "measured again in the next frame": it comes as an error and is none.
      if (!event.message.startsWith("ResizeObserver loop")) errors.push(event.message);
    });
    addEventListener("unhandledrejection", (event) => errors.push(`unhandled: ${String(event.reason)}`));
  }
  return page.tracksideErrors;
}

/** Runs axe-core, already in the page, and gives what is serious or critical. */
export async function runAxe(): Promise<{ id: string; impact: string; help: string; where: string[] }[]> {
  interface Node {
    target: unknown[];
  }
  interface Result {
    violations: { id: string; impact: string | null; help: string; nodes: Node[] }[];
  }
  const { axe } = window as unknown as { axe: { run(options: unknown): Promise<Result> } };
  const result = await axe.run({ resultTypes: ["violations"] });
  return result.violations
    .filter((one) => one.impact === "serious" || one.impact === "critical")
    .map((one) => ({
      id: one.id,
      impact: one.impact ?? "",
      help: one.help,
      where: one.nodes.slice(0, 8).map((node) => node.target.join(" ")),
    }));
}
