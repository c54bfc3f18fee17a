import type { Commands, DeskError, DeskEvent } from "./bindings";
import { setBackend } from "./index";

type Answers = {
  [K in keyof Commands]?: (
    request: Commands[K]["request"],
  ) => Commands[K]["response"] | Promise<Commands[K]["response"]>;
};

/** A call that the page made. */
export interface Called {
  name: keyof Commands;
  request: unknown;
}

/** A desk in memory, for tests: says what it is told to say and remembers what it was asked. */
export interface TestDesk {
  /** Every call so far, oldest first. */
  calls: Called[];
  /** The requests of one command, oldest first. */
  requests<K extends keyof Commands>(name: K): Commands[K]["request"][];
  /** Gives further answers; a later one replaces an earlier one. */
  answer(answers: Answers): void;
  /** Tells the page something. */
  tell(event: DeskEvent): void;
}

/** An error as the desk would send it. */
export function deskError(error: Partial<DeskError> & Pick<DeskError, "code">): DeskError {
  return { message: `It failed: ${error.code}.`, next: "Try again.", details: "", retry: false, ...error };
}

/** Puts a desk in memory behind the page and returns it. A command without an answer is refused as `unknown_command`. */
export function testDesk(answers: Answers = {}): TestDesk {
  let known: Answers = { ...answers };
  const heard = new Set<(event: DeskEvent) => void>();
  const calls: Called[] = [];
  setBackend({
    async call(name, request) {
      const command = name as keyof Commands;
      calls.push({ name: command, request });
      const say = known[command] as ((request: unknown) => unknown) | undefined;
      if (!say) {
        throw deskError({ code: "unknown_command", message: `The test desk has no answer for ${name}.` });
      }
      return say(request);
    },
    listen(listener) {
      heard.add(listener);
      return () => heard.delete(listener);
    },
  });
  return {
    calls,
    requests: <K extends keyof Commands>(name: K) =>
      calls.filter((made) => made.name === name).map((made) => made.request as Commands[K]["request"]),
    answer(further) {
      known = { ...known, ...further };
    },
    tell(event) {
      for (const listener of heard) {
        listener(event);
      }
    },
  };
}
