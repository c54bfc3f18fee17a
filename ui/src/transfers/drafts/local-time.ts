import { dayWords } from "../../grids/grid/words";

/** The two halves of a civil time as a draft keeps it, `YYYY-MM-DDTHH:MM`; either may be empty. */
export function splitTime(value: string): { day: string; time: string } {
  const cut = value.indexOf("T");
  return cut < 0 ? { day: value, time: "" } : { day: value.slice(0, cut), time: value.slice(cut + 1) };
}

/** The halves put together again. */
export function joinTime(day: string, time: string): string {
  return day || time ? `${day}T${time}` : "";
}

/** A civil time for a person: `Nov 24, 2026, 08:30`. What is not one comes back as it is. */
export function localTimeWords(value: string): string {
  const { day, time } = splitTime(value);
  return [dayWords(day), time].filter(Boolean).join(", ");
}
