import { say } from "../words";
import type { DeskError, ErrorCode } from "./bindings";

/** What a command throws: the desk's own error, so that a page switches on `code` and shows `message` and `next`. */
export class DeskFailure extends Error implements DeskError {
  readonly code: ErrorCode;
  readonly next: string;
  readonly details: string;
  readonly retry: boolean;

  constructor(error: DeskError) {
    super(error.message);
    this.name = "DeskFailure";
    this.code = error.code;
    this.next = error.next;
    this.details = error.details;
    this.retry = error.retry;
  }
}

function isDeskError(thrown: unknown): thrown is DeskError {
  return (
    typeof thrown === "object" &&
    thrown !== null &&
    "code" in thrown &&
    typeof thrown.code === "string" &&
    "message" in thrown &&
    typeof thrown.message === "string"
  );
}

/** Whatever was thrown, as a desk error. What the desk did not say itself becomes `internal`, with its text kept. */
export function asDeskFailure(thrown: unknown): DeskFailure {
  if (thrown instanceof DeskFailure) {
    return thrown;
  }
  if (isDeskError(thrown)) {
    const { next, details, retry } = thrown as Partial<DeskError>;
    return new DeskFailure({ ...thrown, next: next ?? "", details: details ?? "", retry: retry ?? false });
  }
  return new DeskFailure({
    code: "internal",
    message: say("parts-internal"),
    next: say("parts-internal-next"),
    details: thrown instanceof Error ? thrown.message : String(thrown),
    retry: true,
  });
}
