// The debugger as a script sees it. What the instructions do is the manual's; what they are called is LLVM's.

import { expect } from "chai";
import { debugByLines } from "../../../src/cli/debug/line-mode";
import { COUNTING, sessionOf } from "./programs";

/** What is printed behind each command's echo. */
async function answers(...commands: string[]): Promise<string[][]> {
  const printed: string[][] = [];
  async function* lines(): AsyncIterable<string> { yield* commands; }
  await debugByLines(sessionOf(COUNTING), lines(), (line) => {
    if (line.startsWith("(o2p) ")) printed.push([]);
    else printed.at(-1)?.push(line);
  });
  return printed;
}

/** What is printed behind the last one. */
const answer = async (...commands: string[]): Promise<string[]> => (await answers(...commands)).at(-1)!;

const AGAIN = "0x1004 <again>  add x1, x1, #1  x1 = x1 + 1";
const STORE = "0x1008 <again+0x4>  str w1, [x0, #8]  mem32[x0 + 8] = w1";

describe("o2p debug by lines", () => {
  const cases: readonly (readonly [commands: readonly string[], last: readonly string[]])[] = [
    [["s"], ["   x0  0x0 -> 0x2000", `1: ${AGAIN}`]],
    [["s 3"], ["   x0  0x0 -> 0x2000", "   x1  0x0 -> 0x1", "   0x2008  00 -> 01", "3: 0x100c <again+0x8>  cmp x1, #3  NZCV = flags of x1 - 3"]],
    [["s 3", "b"], ["   0x2008  01 -> 00", `2: ${STORE}`]],
    [["s 4", "b 3"], ["   x1  0x1 -> 0x0", "   nzcv  N--- -> ----", "   0x2008  01 -> 00", `1: ${AGAIN}`]],
    [["b"], ["-- this is the start: nothing earlier is remembered", "0: 0x1000  mov x0, #8192  x0 = 0x2000"]],
    [["break again"], ["1  stop before 0x1004 <again>", "0 instructions executed; the start can be gone back to"]],
    [["break again", "c", "c"], ["   x1  0x0 -> 0x1", "   nzcv  ---- -> N---", "   0x2008  00 -> 01", "-- breakpoint at 0x1004 <again>", `5: ${AGAIN}`]],
    [["break again", "c", "c", "rc"], ["   x1  0x1 -> 0x0", "   nzcv  N--- -> ----", "   0x2008  01 -> 00", "-- breakpoint at 0x1004 <again>", `1: ${AGAIN}`]],
    [["watch x1", "c"], ["   x0  0x0 -> 0x2000", "   x1  0x0 -> 0x1", "-- x1 changes", `2: ${STORE}`]],
    [["watch again+0x1004:4", "c"], ["   x0  0x0 -> 0x2000", "   x1  0x0 -> 0x1", "   0x2008  00 -> 01", "-- 4 bytes at 0x2008 are written",
      "3: 0x100c <again+0x8>  cmp x1, #3  NZCV = flags of x1 - 3"]],
    [["rwatch 0x2008", "awatch 0x2000:16", "watch d3"],
      ["1  stop when 8 bytes at 0x2008 are read", "2  stop when 16 bytes at 0x2000 are read or written", "3  stop when v3 changes", "0 instructions executed; the start can be gone back to"]],
    [["break 0x1008", "watch x1", "delete 1"], ["1  stop when x1 changes", "0 instructions executed; the start can be gone back to"]],
    [["break 0x1008", "watch x1", "delete", "until 0x1010"], ["   x0  0x0 -> 0x2000", "   x1  0x0 -> 0x1", "   nzcv  ---- -> N---", "   0x2008  00 -> 01",
      "-- breakpoint at 0x1010 <again+0xc>", "4: 0x1010 <again+0xc>  b.ne 0x1004  if ne: PC = 0x1004 <again>"]],
    [["go 2"], ["   x0  0x0 -> 0x2000", "   x1  0x0 -> 0x1", `2: ${STORE}`]],
    [["go 2", "go 1"], ["   x1  0x1 -> 0x0", `1: ${AGAIN}`]],
    [["s 3", "x x0+8 4"], ["0x2008  01 00 00 00                                      ...."]],
    [["x 0x4010 1"], ["0x4010  --                                               ."]],
    [["l 0x1004 2"], ["    0x1004 <again>      add x1, x1, #1    x1 = x1 + 1", "    0x1008 <again+0x4>  str w1, [x0, #8]  mem32[x0 + 8] = w1"]],
    [["break 0x1000", "l pc 1"], ["=>* 0x1000  mov x0, #8192  x0 = 0x2000"]],
    [["l 0x8000 1"], ["    0x8000    there is no memory here"]],
    [["set x1 -2", "p x1"], ["x1  0xfffffffffffffffe  18446744073709551614  -2"]],
    [["set w1 -2", "p w1"], ["w1  0xfffffffe  4294967294"]],
    [["set v2 0x3ff80000000000004004000000000000", "p d2"], ["v2  0x3ff80000000000004004000000000000", "  d  2.5  1.5", "  s  0  2.0625  0  1.9375"]],
    [["set x1=7", "set x2 = x1 + 1", "p x2"], ["x2  0x8  8"]],
    [["set nzcv 6", "p nzcv"], ["nzcv  -ZC-  0x6"]],
    [["set 0x2000:2 0xabcd", "x 0x2000 4"], ["0x2000  cd ab 00 00                                      ...."]],
    [["set pc again", "s"], ["   x1  0x0 -> 0x1", `1: ${STORE}`]],
    [["p again + 8"], ["again + 8  0x100c  4108  <again+0x8>"]],
    [["p"], ["sp  0x4000  16384", "pc  0x1000  4096", "nzcv  ----  0x0"]],
  ];
  for (const [commands, last] of cases) {
    it(commands.join("; "), async () => expect(await answer(...commands)).to.deep.equal(last));
  }

  it("says why it cannot go on, and how one can", async () => {
    const [stopped, past] = await answers("c", "set pc pc+4", "c");
    expect(stopped!.at(-2)).to.equal("-- BRK #0x1: the program asks to be stopped here; `set pc pc+4` goes past it");
    expect(past!.at(-1)).to.equal("13: 0x1018  udf #0  Undefined instruction exception");
  });

  const faults = [
    // command        what is wrong
    ["foo",           "there is no command foo; `help` lists them"],
    ["s x",           "not a number of instructions: x"],
    ["s 0",           "not a number of instructions: 0"],
    ["break",         "an address or a value is missing"],
    ["break nowhere", "there is no register or symbol nowhere"],
    ["break 0x1002",  "0x1002 is no instruction's address: those are multiples of 4"],
    ["break 1 2",     "not an address or a value: 1 2; write one like 0x1000, main, sp+8"],
    ["watch pc",      "pc changes with every instruction: use `s` or `break`"],
    ["rwatch x1",     "only a change of a register can be watched: use `watch`"],
    ["watch 8:0",     "nothing has 0 bytes"],
    ["delete 1",      "there is no breakpoint or watch 1; `info` lists them"],
    ["go",            "say where to: `go 100` is behind the first 100 instructions"],
    ["set x1",        "an address or a value is missing"],
    ["set 0x9000 1",  "there is no memory at 0x9000"],
    ["set 0x2000:3 1", "a value has 1, 2, 4 or 8 bytes"],
    ["hash 1",        "hash takes no argument"],
  ] as const;
  for (const [command, message] of faults) {
    it(`refuses ${command}`, async () => expect(await answer(command)).to.deep.equal([`? ${message}`]));
  }

  it("knows each command that its help lists", async () => {
    const help = await answer("help");
    const names = help.slice(0, -1).flatMap((line) => line.split("  ")[0]!.replace(/ [A-Z[].*/, "").split(", "));
    expect(names).to.include.members(["s", "step", "reverse-continue", "watch", "q"]);
    for (const name of names) expect((await answers(name)).flat().join(), name).not.to.include("there is no command");
  });

  it("leaves at q, and obeys nothing behind it", async () => {
    expect(await answers("q", "s")).to.deep.equal([[]]);
  });
});
