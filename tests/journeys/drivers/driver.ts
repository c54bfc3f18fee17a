/** What a journey can do with the app, whichever engine shows it. Journeys are written once, against this alone. */

/** Something on the page, as a person or a screen reader would name it; CSS where it has no name. */
export type Target =
  | string
  | {
      /** The ARIA role, given by the element's kind or by its `role` attribute. */
      role: string;
      /** The accessible name: the whole of it, or a pattern. */
      name?: string | RegExp;
      /** CSS of an element it lies within. */
      within?: string;
      /** Which one, counted from 0, where several fit. The first by default. */
      nth?: number;
    }
  | { css: string; nth?: number };

/** How the app is opened. */
export interface OpenOptions {
  /** The address of a state API on this machine, in place of the app's own demo. */
  api?: string;
  /** Whether keys outlive the app, in a keychain of the journey's own. Without one they last until the app closes. */
  keychain?: boolean;
}

/** One finding of axe-core. */
export interface Finding {
  id: string;
  impact: string;
  help: string;
  /** The elements concerned, as CSS. */
  where: string[];
}

export type Engine = "webkit" | "chromium";

export interface Driver {
  readonly engine: Engine;
  /** The folder that holds the app's data in this journey. */
  readonly dataDir: string;

  /** Opens the app on its data folder: fresh at first, the same one after `close` or `kill`. */
  open(options?: OpenOptions): Promise<void>;
  /** Ends the app as a person would and waits until it is gone. */
  close(): Promise<void>;
  /** Ends the app at once, as a power cut would. */
  kill(): Promise<void>;
  /** Presses the close button in the window's frame. The app may ask before it closes. */
  pressClose(): Promise<void>;
  /** Holds files over the window, as from a folder of the system. */
  holdFiles(paths: string[]): Promise<void>;
  /** Lets go of the files that are held over the window. */
  dropFiles(): Promise<void>;
  /** Waits until the app has closed by itself. `open` opens it again. */
  closed(withinMs?: number): Promise<void>;

  click(target: Target): Promise<void>;
  doubleClick(target: Target): Promise<void>;
  /** Rests the pointer on the target. */
  hover(target: Target): Promise<void>;
  /** Moves the pointer to a corner where nothing is. */
  moveAway(): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  /** Presses the keys of a scanner: as fast as they can be handed on, with Enter at the end. */
  scan(text: string): Promise<void>;
  /** Puts `text` in place of what a field holds, by focus, select all and typing. */
  fill(target: Target, text: string): Promise<void>;
  /** Puts `text` in place of what a field holds at once, tabs and lines and all, as the clipboard does. */
  paste(target: Target, text: string): Promise<void>;
  /** Presses keys one after another: `"Tab"`, `"Shift+Tab"`, `"Control+k"`, `"ArrowDown"`, `"a"`.
   * In WebKitGTK's driver Shift+Tab moves the focus as it should, but the page's `event.key` is "Unidentified". */
  press(...keys: string[]): Promise<void>;
  /** Turns the wheel over the target, in CSS pixels. */
  wheel(target: Target, deltaY: number): Promise<void>;
  /** Shows the page in the system's forced colors; false where the engine's driver cannot. */
  forcedColors(): Promise<boolean>;
  resize(width: number, height: number): Promise<void>;

  /** Asks again and again until `look` gives something; fails with `what`, the last answer and the page's words. */
  until<T>(what: string, look: () => Promise<T | false | null | undefined>, withinMs?: number): Promise<T>;
  /** Waits until the target is on the page and visible. */
  see(target: Target, withinMs?: number): Promise<void>;
  /** Waits until nothing visible fits the target. */
  gone(target: Target, withinMs?: number): Promise<void>;
  /** Waits until the page shows these words. */
  read(words: string | RegExp, withinMs?: number): Promise<void>;
  /** How many visible elements fit. */
  count(target: Target): Promise<number>;
  /** The visible text of the target. */
  text(target: Target): Promise<string>;
  /** The visible texts of all elements that fit. */
  texts(target: Target): Promise<string[]>;
  /** An attribute of the target, or null. */
  attribute(target: Target, name: string): Promise<string | null>;
  /** What has the focus, as role and name. */
  focused(): Promise<{ role: string; name: string }>;
  /** Everything a person could read on the page. */
  words(): Promise<string>;
  /** Runs a self-contained function in the page and gives what it returns. */
  evaluate<A extends unknown[], R>(run: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Writes a picture to tests/shots/<engine>-<name>.png. */
  screenshot(name: string): Promise<string>;
  /** What axe-core finds serious or critical. */
  axe(): Promise<Finding[]>;
  /** Errors that the page threw and nobody caught, since it was opened. */
  errors(): Promise<string[]>;
}
