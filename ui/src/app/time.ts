import { useEffect, useState } from "react";

const MINUTE_MS = 60_000;

const CLOCK: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const DAY: Intl.DateTimeFormatOptions = { day: "numeric", month: "short" };

/** An instant as a person in this place reads it: the clock, and the day where it is not today's. */
export function clock(instant: string, now: Date): string {
  const at = new Date(instant);
  const time = at.toLocaleTimeString("en-US", CLOCK);
  return at.toDateString() === now.toDateString() ? time : `${at.toLocaleDateString("en-US", DAY)}, ${time}`;
}

/** The same to the second, for what is compared. */
export function exactClock(instant: string, now: Date): string {
  const seconds = String(new Date(instant).getSeconds()).padStart(2, "0");
  return `${clock(instant, now)}:${seconds}`;
}

/** How long ago an instant is, in one unit, for example `3 min`. */
export function age(instant: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - new Date(instant).getTime()) / MINUTE_MS);
  if (minutes < 1) {
    return "under 1 min";
  }
  if (minutes < 60) {
    return `${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  if (hours < 48) {
    return `${hours} h`;
  }
  return `${Math.floor(hours / 24)} days`;
}

/** A number of seconds as a person says it, for example `about 2 min`. */
export function duration(seconds: number): string {
  if (seconds < 10) {
    return "a few seconds";
  }
  if (seconds < 90) {
    return `about ${Math.round(seconds / 5) * 5} s`;
  }
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `about ${minutes} min` : `about ${Math.round(minutes / 60)} h`;
}

/** The time now, again every half minute: what ages by the minute is never wrong by more. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, []);
  return now;
}
