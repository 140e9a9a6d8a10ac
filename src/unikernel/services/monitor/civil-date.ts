// Seconds since 1970 as a date of the Gregorian calendar, UTC. A year begins in March here, so that
// the day that only some years have is the last one (H. Hinnant, "chrono-Compatible Low-Level Date
// Algorithms").

const DAY = 86_400;
/** From the first of March of the year 0 to 1970. */
const DAYS_BEFORE_1970 = 719_468;
const DAYS_IN_400_YEARS = 146_097;
/** 1970 began with a Thursday. */
const DAYS = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"] as const;

/** "Mon 2026-11-23 12:34:56" */
export function civilDate(seconds: number): string {
  const days = Math.trunc(seconds / DAY);
  const time = seconds % DAY;
  const clock = [Math.trunc(time / 3600), Math.trunc(time / 60) % 60, time % 60];
  return `${DAYS[days % 7]!} ${dateOf(days)} ${clock.map((part) => two(part)).join(":")}`;
}

function dateOf(days: number): string {
  const sinceMarch = days + DAYS_BEFORE_1970;
  const era = Math.trunc(sinceMarch / DAYS_IN_400_YEARS);
  const day = sinceMarch % DAYS_IN_400_YEARS;
  const leapDays = Math.trunc(day / 1460) - Math.trunc(day / 36_524) + Math.trunc(day / 146_096);
  const year = Math.trunc((day - leapDays) / 365);
  const dayOfYear = day - (365 * year + Math.trunc(year / 4) - Math.trunc(year / 100));
  const month = Math.trunc((5 * dayOfYear + 2) / 153); // 0: March
  const dayOfMonth = dayOfYear - Math.trunc((153 * month + 2) / 5) + 1;
  const isBehindYearsEnd = month >= 10;
  const civilYear = 400 * era + year + (isBehindYearsEnd ? 1 : 0);
  const civilMonth = isBehindYearsEnd ? month - 9 : month + 3;
  return `${civilYear}-${two(civilMonth)}-${two(dayOfMonth)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
