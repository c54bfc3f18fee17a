/** The two halves of a civil time as a draft keeps it, `YYYY-MM-DDTHH:MM`; either may be empty. */
export function splitTime(value: string): { day: string; time: string } {
  const cut = value.indexOf("T");
  return cut < 0 ? { day: value, time: "" } : { day: value.slice(0, cut), time: value.slice(cut + 1) };
}

/** The halves put together again. */
export function joinTime(day: string, time: string): string {
  return day || time ? `${day}T${time}` : "";
}
