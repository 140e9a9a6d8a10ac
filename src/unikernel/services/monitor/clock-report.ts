// `uptime` and `date`.

import { counter, counterFrequency } from "../../drivers/generic-timer";
import { hasClock, secondsNow } from "../../drivers/pl031";
import { civilDate } from "./civil-date";
import { microseconds } from "./columns";

const MICROSECONDS = 1_000_000;

export function printUptime(): void {
  const time = Number(microseconds(counter(), counterFrequency()));
  const seconds = Math.trunc(time / MICROSECONDS);
  const rest = String(time % MICROSECONDS).padStart(6, "0");
  const clock = [Math.trunc(seconds / 3600), Math.trunc(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, "0")).join(":");
  console.log(`${clock}.${rest} since the counter began`);
}

export function printDate(): void {
  if (hasClock()) console.log(`${civilDate(secondsNow())} UTC`);
  else console.log("the machine has no clock");
}
