import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import type { BootParts } from "./parts";

type CivilDate = BootParts["civilDate"];

/** date -u -d @SECONDS '+%a %F %T', by GNU coreutils. */
const BY_DATE: readonly (readonly [seconds: number, text: string, why: string])[] = [
  [0,             "Thu 1970-01-01 00:00:00", "where the count begins"],
  [59,            "Thu 1970-01-01 00:00:59", "seconds"],
  [86_399,        "Thu 1970-01-01 23:59:59", "the last second of a day"],
  [86_400,        "Fri 1970-01-02 00:00:00", "and the next day"],
  [1_000_000_000, "Sun 2001-09-09 01:46:40", "a thousand million"],
  [1_234_567_890, "Fri 2009-02-13 23:31:30", "all digits"],
  [2_147_483_648, "Tue 2038-01-19 03:14:08", "bit 31"],
  [4_294_967_295, "Sun 2106-02-07 06:28:15", "the clock's last second"],
];
const BY_DATE_LEAP: readonly (readonly [seconds: number, text: string, why: string])[] = [
  [68_169_600,    "Tue 1972-02-29 00:00:00", "the first leap day"],
  [68_255_999,    "Tue 1972-02-29 23:59:59", "to its end"],
  [68_256_000,    "Wed 1972-03-01 00:00:00", "the day behind it"],
  [951_782_399,   "Mon 2000-02-28 23:59:59", "the day before one"],
  [951_782_400,   "Tue 2000-02-29 00:00:00", "a multiple of 400"],
  [951_868_799,   "Tue 2000-02-29 23:59:59", "to its end"],
  [951_868_800,   "Wed 2000-03-01 00:00:00", "the day behind it"],
  [978_307_199,   "Sun 2000-12-31 23:59:59", "a leap year's day 366"],
  [1_709_164_800, "Thu 2024-02-29 00:00:00", "a leap day"],
  [1_735_689_599, "Tue 2024-12-31 23:59:59", "the end of a leap year"],
  [1_735_689_600, "Wed 2025-01-01 00:00:00", "and the next year"],
  [3_155_759_999, "Tue 2069-12-31 23:59:59", "a hundred years from the first"],
  [4_107_542_399, "Sun 2100-02-28 23:59:59", "2100"],
  [4_107_542_400, "Mon 2100-03-01 00:00:00", "2100 is a multiple of 100, and not of 400"],
];

const DAY = 86_400;
/** PL031: the count has 32 bits. */
const SECONDS = 2 ** 32;
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;

/** By JavaScript's own calendar, which kernel TypeScript does not have. */
function reference(seconds: number): string {
  const date = new Date(1000 * seconds);
  return `${DAYS[date.getUTCDay()]!} ${date.toISOString().slice(0, 19).replace("T", " ")}`;
}

const caseOf = (seconds: number): Case<CivilDate> => ({ args: [seconds], want: reference(seconds) });
const literals = (rows: typeof BY_DATE): Case<CivilDate>[] => rows.map(([seconds, want, why]) => ({ args: [seconds], want, why }));

/** The first and the last second of every month that the clock has. */
function months(): Case<CivilDate>[] {
  const firsts = Array.from({ length: 136 * 12 }, (_, month) => Date.UTC(1970, month + 1, 1) / 1000);
  return firsts.flatMap((first) => [first - 1, first]).map(caseOf);
}

export const civilDate: Trial<CivilDate> = {
  show: { call: (seconds) => `civilDate(${seconds})`, answer: (answer) => JSON.stringify(answer) },
  properties: [
    { title: "says what date -u says", cases: () => literals(BY_DATE) },
    { title: "knows leap years", cases: () => literals(BY_DATE_LEAP) },
    { title: "knows where every month begins and ends", cases: () => months() },
    { title: "agrees with JavaScript's calendar", cases: (draw: Draw) => draw.times(400, () => caseOf(draw.below(SECONDS / DAY) * DAY + draw.below(DAY))) },
  ],
};
