import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["begins with a Wednesday",          "days % 7",                                  "(days + 6) % 7"],
    ["knows no leap years",              "Math.trunc(day / 1460) - Math.trunc(day / 36_524) + Math.trunc(day / 146_096)", "0"],
    ["has a leap year every four",       " - Math.trunc(year / 100)",                 ""],
    ["begins a day late",                "const DAYS_BEFORE_1970 = 719_468;",         "const DAYS_BEFORE_1970 = 719_467;"],
    ["counts days from 0",               "Math.trunc((153 * month + 2) / 5) + 1",     "Math.trunc((153 * month + 2) / 5)"],
    ["counts months from 0",             "month - 9 : month + 3",                     "month - 10 : month + 2"],
    ["does not begin the year in January", "400 * era + year + (isNextYear ? 1 : 0)", "400 * era + year"],
    ["begins it in February",            "month >= 10",                               "month >= 11"],
    ["writes one digit",                 ".padStart(2, \"0\")",                       ""],
    ["writes spaces",                    ".padStart(2, \"0\")",                       ".padStart(2, \" \")"],
    ["has an hour of the day's minutes", "Math.trunc(time / 60) % 60",                "Math.trunc(time / 60)"],
    ["has twelve hours",                 "Math.trunc(time / 3600)",                   "Math.trunc(time / 3600) % 12"],
    ["has months of 30 days",            "Math.trunc((5 * dayOfYear + 2) / 153)",     "Math.min(Math.trunc(dayOfYear / 30), 11)"],
    ["forgets the leap year's last day", " + Math.trunc(day / 146_096)",              ""],
  ],
  wrongFiles: {
    "counts years, and has 2100 for a leap year": counting("year % 4 === 0"),
    "counts years, and has 2000 for none": counting("year % 4 === 0 && year % 100 !== 0"),
  },
  right: { "counts years and months": counting("(year % 4 === 0 && year % 100 !== 0) || year % 400 === 0") },
};

function counting(isLeap: string): string {
  return `
    const DAYS = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"] as const;
    const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
    const two = (value: number): string => (value < 10 ? "0" + String(value) : String(value));
    function isLeap(year: number): boolean { return ${isLeap}; }
    export function civilDate(seconds: number): string {
      const days = Math.trunc(seconds / 86400);
      let left = days;
      let year = 1970;
      for (; left >= (isLeap(year) ? 366 : 365); year++) left -= isLeap(year) ? 366 : 365;
      let month = 0;
      for (;; month++) {
        const length = MONTHS[month]! + (month === 1 && isLeap(year) ? 1 : 0);
        if (left < length) break;
        left -= length;
      }
      const minutes = Math.trunc(seconds / 60);
      return DAYS[days % 7]! + " " + String(year) + "-" + two(month + 1) + "-" + two(left + 1) + " " +
        two(Math.trunc(minutes / 60) % 24) + ":" + two(minutes % 60) + ":" + two(seconds % 60);
    }`;
}
