// What the monitor makes of numbers: dates as `date -u` prints them, sizes, arguments.

import { expect } from "chai";
import { Complaint, numberArgument, wordArgument } from "../../../../src/unikernel/services/monitor/arguments";
import { civilDate } from "../../../../src/unikernel/services/monitor/civil-date";
import { bytesText, microseconds, permissions } from "../../../../src/unikernel/services/monitor/columns";

const DATES = [
  // seconds        date -u -d @SECONDS "+%a %Y-%m-%d %H:%M:%S"
  [0,               "Thu 1970-01-01 00:00:00"],
  [68_169_599,      "Mon 1972-02-28 23:59:59"],
  [68_169_600,      "Tue 1972-02-29 00:00:00"],
  [68_256_000,      "Wed 1972-03-01 00:00:00"],
  [951_782_400,     "Tue 2000-02-29 00:00:00"],
  [951_868_800,     "Wed 2000-03-01 00:00:00"],
  [978_307_199,     "Sun 2000-12-31 23:59:59"],
  [1_000_000_000,   "Sun 2001-09-09 01:46:40"],
  [1_234_567_890,   "Fri 2009-02-13 23:31:30"],
  [2_147_483_647,   "Tue 2038-01-19 03:14:07"],
  [4_107_542_399,   "Sun 2100-02-28 23:59:59"],
  [4_107_542_400,   "Mon 2100-03-01 00:00:00"],
  [4_294_967_295,   "Sun 2106-02-07 06:28:15"],
] as const;

const SIZES = [
  // bytes                 text
  [0n,                     "0"],
  [1023n,                  "1023"],
  [1024n,                  "1K"],
  [1025n,                  "2K"],
  [0x10_0000n,             "1M"],
  [0x10_0001n,             "1025K"],
  [0x400_0000n,            "64M"],
  [0x4000_0000n,           "1G"],
  [0xc000_0000n,           "3G"],
] as const;

const WORDS = [
  // argument                     word
  ["0",                           0n],
  ["4096",                        4096n],
  ["0xffff_ff80_4020_0000",       0xffff_ff80_4020_0000n],
  ["18446744073709551615",        0xffff_ffff_ffff_ffffn],
  ["0xffffffffffffffff",          0xffff_ffff_ffff_ffffn],
  ["00000000000000000000000007",  7n],
] as const;

const NO_WORDS = ["", "x", "0x", "12a", "-1", "_", "0x_", "0X10", "18446744073709551616", "0x10000000000000000", "99999999999999999999"];

describe("the monitor's numbers", () => {
  for (const [seconds, text] of DATES) it(`${seconds} s is ${text}`, () => { expect(civilDate(seconds)).to.equal(text); });
  for (const [bytes, text] of SIZES) it(`${bytes} bytes are ${text}`, () => { expect(bytesText(bytes)).to.equal(text); });
  for (const [argument, word] of WORDS) it(`${argument} is ${word}`, () => { expect(wordArgument(argument)).to.equal(word); });
  for (const argument of NO_WORDS) it(`"${argument}" is no word`, () => { expect(() => wordArgument(argument)).to.throw(Complaint); });

  it("a count is within its limits", () => {
    expect([numberArgument("1", 1, 9), numberArgument("9", 1, 9)]).to.deep.equal([1, 9]);
    for (const argument of ["0", "10", "0xffffffffffffffff"]) expect(() => numberArgument(argument, 1, 9), argument).to.throw("not from 1 to 9");
  });

  it("ticks of 62.5 MHz, for years", () => {
    expect([microseconds(62_500_000n, 62_500_000n), microseconds(62n, 62_500_000n), microseconds(1n << 63n, 62_500_000n)])
      .to.deep.equal([1_000_000n, 0n, 147_573_952_589_676_412n]);
  });

  it("permissions", () => {
    expect([0, 1, 3, 5, 19].map((flags) => permissions(flags))).to.deep.equal(["---", "r--", "rw-", "r-x", "rw-"]);
  });
});
