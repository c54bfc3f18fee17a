/**
 * Days and times as the page writes them. A day is a day at the license, in California, and there is one form:
 * `Nov 27, 2026, 1:04 PM`. Where this computer's clock is another, times say PT. The forms stand in the catalogues:
 * those that engines have differ from one to the next.
 */
import { useEffect, useState } from "react";
import { say } from "../words";

const MINUTE_MS = 60_000;

const CALIFORNIA = new Intl.DateTimeFormat("en-US", {
  timeZone: "America/Los_Angeles",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** An instant on California's clock, `2026-11-27T13:04:09`; nothing where it is none. */
function californiaTime(instant: Date): string | undefined {
  if (Number.isNaN(instant.getTime())) {
    return undefined;
  }
  const parts = Object.fromEntries(CALIFORNIA.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}`;
}

/** Minutes that California is behind UTC in the first days of January and of July, by year. */
const behind = new Map<number, number[]>();

/** Whether this computer's clock goes with California's, in winter and in summer. */
function sameClock(): boolean {
  const year = new Date().getFullYear();
  const times = [0, 6].map((month) => new Date(Date.UTC(year, month, 2)));
  let minutes = behind.get(year);
  if (!minutes) {
    minutes = times.map((at) => (at.getTime() - Date.parse(`${californiaTime(at)}Z`)) / MINUTE_MS);
    behind.set(year, minutes);
  }
  return times.every((at, index) => at.getTimezoneOffset() === minutes[index]);
}

/** `13:04:09` as `1:04 PM`, to the second where `seconds`; `PT` behind it where this computer's clock is another. */
function clockWords(time: string, seconds: boolean): string {
  const [hour = 0, minute = "", second = ""] = time.split(":").map((part, at) => (at === 0 ? Number(part) : part));
  const clock = `${Number(hour) % 12 || 12}:${minute}${seconds ? `:${second}` : ""}`;
  const words = say(Number(hour) < 12 ? "time-am" : "time-pm", { clock });
  return sameClock() ? words : say("time-pacific", { time: words });
}

/** The day that it is in California, `YYYY-MM-DD`. */
export function californiaDay(now: Date): string {
  return californiaTime(now)?.slice(0, 10) ?? "";
}

/** `YYYY-MM-DD` for a person: `Mar 4, 2026`. What is not a day comes back as it is. */
export function dayWords(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  return isMonth && year && date ? say("time-day", { month: Number(month), day: String(Number(date)), year }) : day;
}

/** `Mar 4, 2026` with a clock that is in words. */
function dayAndClock(day: string, clock: string): string {
  return say("time-day-and-clock", { day: dayWords(day), clock });
}

/**
 * A time on the license's own clock, `YYYY-MM-DDTHH:MM` with or without seconds, for a person: `Nov 24, 2026, 8:30 AM`.
 * Either half may be missing. What is not a time comes back as it is.
 */
export function timeWords(time: string): string {
  const [, day = "", clock = ""] = /^(\d{4}-\d{2}-\d{2})?T?(\d{2}:\d{2}(?::\d{2})?)?$/.exec(time) ?? [];
  if (day && clock) {
    return dayAndClock(day, clockWords(clock, false));
  }
  return dayWords(day) || (clock && clockWords(clock, false)) || time;
}

/** An instant for a person: `Mar 4, 2026, 2:05 PM`. What is none comes back as it is. */
export function instantWords(instant: string): string {
  const time = californiaTime(new Date(instant));
  return time ? timeWords(time) : instant;
}

/** The same to the second, for what is compared: `Mar 4, 2026, 2:05:09 PM`. */
export function exactInstantWords(instant: string): string {
  const time = californiaTime(new Date(instant));
  return time ? dayAndClock(time.slice(0, 10), clockWords(time.slice(11), true)) : instant;
}

/** An instant of the day that it is for a person: the clock alone today, the whole of it on any other day. */
export function clock(instant: string, now: Date): string {
  const time = californiaTime(new Date(instant));
  return time && time.slice(0, 10) === californiaDay(now) ? clockWords(time.slice(11), false) : instantWords(instant);
}

/** The same of an instant that is near: on another day without its year, `Nov 28, 6:13 PM`. */
export function nearClock(instant: string, now: Date): string {
  const [day = "", time = ""] = (californiaTime(new Date(instant)) ?? "").split("T");
  const [, month, date] = day.split("-").map(Number);
  return day === californiaDay(now) || !month
    ? clock(instant, now)
    : say("time-day-and-clock", {
        day: say("time-day-near", { month, day: String(date) }),
        clock: clockWords(time, false),
      });
}

/** A time on the license's own clock for a spreadsheet, as the exports write it: `2026-11-24 08:30`. */
export function timeCell(time: string): string {
  const [, day, clock] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(time) ?? [];
  return day && clock ? `${day} ${clock}` : time;
}

/** An instant for a spreadsheet, on California's clock. */
export function instantCell(instant: string): string {
  return timeCell(californiaTime(new Date(instant)) ?? instant);
}

/** How long ago an instant is, in one unit, for example `3 min`. */
export function age(instant: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - new Date(instant).getTime()) / MINUTE_MS);
  if (minutes < 1) {
    return say("time-age-under-a-minute");
  }
  if (minutes < 60) {
    return say("time-age-minutes", { count: minutes });
  }
  const hours = Math.floor(minutes / 60);
  if (hours < 48) {
    return say("time-age-hours", { count: hours });
  }
  return say("time-age-days", { count: Math.floor(hours / 24) });
}

/** The time that something still takes, as a person says it: `About 2 min left`. */
export function leftWords(seconds: number): string {
  if (seconds < 10) {
    return say("time-left-moment");
  }
  if (seconds < 90) {
    return say("time-left-seconds", { count: Math.round(seconds / 5) * 5 });
  }
  const minutes = Math.round(seconds / 60);
  return minutes < 90
    ? say("time-left-minutes", { count: minutes })
    : say("time-left-hours", { count: Math.round(minutes / 60) });
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
