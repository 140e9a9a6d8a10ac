/**
 * Seconds since the first of January 1970 as a date, UTC: "Thu 1970-01-01 00:00:00". The clock has 32 bits, so they are 0 to
 * 4,294,967,295. Each part but the year has two digits. A year is a leap year if it is a multiple of 4, but not of 100, or
 * of 400. There is no Date in the kernel: it would not know the time zone either.
 */
export function civilDate(seconds: number): string {
  throw new Error(`Return what day it is ${seconds} seconds after 1970 began, as "Thu 1970-01-01 00:00:00".`);
}
