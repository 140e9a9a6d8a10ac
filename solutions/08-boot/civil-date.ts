const DAYS = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"] as const;
const DAYS_IN_400_YEARS = 146_097;
/** From the first of March of the year 0 to 1970. */
const DAYS_BEFORE_1970 = 719_468;

/**
 * Seconds since the first of January 1970 as a date, UTC: "Thu 1970-01-01 00:00:00". The clock has 32 bits, so they are 0 to
 * 4,294,967,295. Each part but the year has two digits. A year is a leap year if it is a multiple of 4, but not of 100, or
 * of 400. There is no Date in the kernel: it would not know the time zone either.
 */
export function civilDate(seconds: number): string {
  const days = Math.trunc(seconds / 86_400);
  const time = seconds % 86_400;
  const clock = [Math.trunc(time / 3600), Math.trunc(time / 60) % 60, time % 60];
  return `${DAYS[days % 7]!} ${dateOf(days)} ${clock.map((part) => two(part)).join(":")}`;
}

/** Years begin in March here: the leap day is the last one. */
function dateOf(days: number): string {
  const era = Math.trunc((days + DAYS_BEFORE_1970) / DAYS_IN_400_YEARS);
  const day = (days + DAYS_BEFORE_1970) % DAYS_IN_400_YEARS;
  const leapDays = Math.trunc(day / 1460) - Math.trunc(day / 36_524) + Math.trunc(day / 146_096);
  const year = Math.trunc((day - leapDays) / 365);
  const dayOfYear = day - (365 * year + Math.trunc(year / 4) - Math.trunc(year / 100));
  const month = Math.trunc((5 * dayOfYear + 2) / 153); // 0: March
  const dayOfMonth = dayOfYear - Math.trunc((153 * month + 2) / 5) + 1;
  const isNextYear = month >= 10;
  return `${400 * era + year + (isNextYear ? 1 : 0)}-${two(isNextYear ? month - 9 : month + 3)}-${two(dayOfMonth)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
