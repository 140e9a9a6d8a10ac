// The monitor over its serial line, on our board and on QEMU: the same transcript but for times, counts and what else is
// another machine's. What it says of its own memory is held against the linker's symbols and the live tables.

import { expect } from "chai";
import type { Built } from "../../../src/compiler/build";
import { QEMU } from "../../compiler/machines";
import { itWith } from "../../installed";
import { kernel } from "../boot/kernels";
import { encodingOf } from "../../machine/sysregs/guest";
import { livePages } from "../memory/live-tables";
import { randomTyping } from "./random-typing";
import { answerOn, bytesOf, onBoard, onQemu, type Session, session } from "./serial-session";

const TEXT = "0xffffff8040200000";
const UPPER_HALF = 0xffff_ff80_0000_0000n;

/** The same on every machine. */
const LITERAL = [
  // typed                             said
  ["",                                 []],
  ["   ",                              []],
  ["echo a   b",                       ["a b"]],
  ["nonsense 1 2",                     ["nonsense: no such command; help lists them"]],
  ["help me",                          ["usage: help"]],
  ["walk",                             ["usage: walk ADDRESS"]],
  ["walk zz",                          ["walk: no number of 64 bits: zz"]],
  ["walk 0x8000000000",                ["walk of 0x8000000000: bits 63 to 39 are not alike"]],
  ["read",                             ["usage: read ADDRESS [COUNT]"]],
  ["read 0 1 2",                       ["usage: read ADDRESS [COUNT]"]],
  ["read 0",                           ["read: nothing is mapped at 0000000000000000"]],
  ["read 0xffffffffffffffff",          ["read: nothing is mapped at ffffffffffffffff"]],
  ["read 0xffff_ff80_0900_0000",       ["read: a device is at ffffff8009000000"]],
  ["read 0xffffff8040200038 0",        ["read: not from 1 to 4096: 0"]],
  // Linux's Documentation/arm64/booting.rst: the magic number is at byte 56.
  ["read 0xffffff8040200038 8",        ["ffffff8040200038 41524d64 00000000 ARMd...."]],
  ["read 0xffffff8040200039 3",        ["ffffff8040200039 524d64            RMd"]],
  ["timers",                           ["no timer waits"]],
  ["random 257",                       ["random: not from 1 to 256: 257"]],
  ["crash",                            ["crash: null, stack, write-text, execute-data or undefined?"]],
  ["crash null stack",                 ["usage: crash HOW"]],
  ["crash softly",                     ["crash: null, stack, write-text, execute-data or undefined?"]],
] as const;

/** The same but for numbers. */
const ALIKE = [
  "help", "memory", "interrupts", "heap", "boot", "events", "uptime", "random", "random 30", `walk ${TEXT}`, "walk 0",
  "walk 0xffffff8009000000", "read 0xffffff8040200000",
];

/** Which devices have a driver: the others are not the same. An interrupt controller is as good as the other. */
const driven = (lines: readonly string[]): string[] =>
  lines.filter((line) => !line.includes("none (") && !line.startsWith("and ")).map((line) => line.replace(/gic-v.$/, "gic")).sort();

const TYPED = [...LITERAL.map(([typed]) => typed), ...ALIKE, "devices", "date", "poweroff"];

/** By command, the lines of its answer. */
function answersOf(printed: string): Map<string, string[]> {
  const parts = printed.split(/^> (.*)\n/m).slice(1);
  const answers = new Map<string, string[]>();
  for (let i = 0; i + 1 < parts.length; i += 2) answers.set(parts[i]!, parts[i + 1]!.split("\n").slice(0, -1));
  return answers;
}

/** Without numbers, and without the width that they take. */
const alike = (lines: readonly string[]): string[] =>
  lines.map((line) => line.replace(/\b[0-9a-f]*[0-9][0-9a-f]*[KMG]?\b/g, "#").replace(/\b[0-9a-f]{40}\b/g, "#").replace(/ +/g, " "));

describe("monitor", function () {
  this.timeout(120_000);
  let built: Built;
  let ended: Session;
  let answers: Map<string, string[]>;

  before(() => {
    built = kernel("src/unikernel/services/monitor.ts");
    ended = session(built.image, 2, 1_000_000_000);
    answerOn(ended, bytesOf(TYPED.map((line) => `${line}\r`).join("")));
    answers = answersOf(ended.printed);
  });

  const answer = (command: string): string[] => answers.get(command)!;

  const symbol = (name: string): bigint => built.linked.symbols.find((each) => each.name === `link/${name}`)!.address;

  for (const [typed, said] of LITERAL) {
    it(`${JSON.stringify(typed)}: ${JSON.stringify(said)}`, () => { expect(answer(typed)).to.deep.equal(said); });
  }

  it("poweroff: the machine is off", () => { expect(ended.board.isOff).to.equal(true); });

  // 10^9 seconds behind 1970: date -u -d @1000000000
  it("date: the machine's clock", () => { expect(answer("date")).to.deep.equal(["Sun 2001-09-09 01:46:40 UTC"]); });

  it("lines fit 80 columns, reports a telephone's 46", () => {
    expect([...answers.values()].flat().filter((line) => line.length > 80)).to.deep.equal([]);
    const reports = ALIKE.filter((typed) => !typed.startsWith("walk"));
    expect(reports.flatMap(answer).filter((line) => line.length > 46)).to.deep.equal([]);
  });

  it("help has a line for each command", () => {
    expect(answer("help").map((line) => line.split(" ")[0])).to.deep.equal([
      "help", "memory", "interrupts", "heap", "walk", "boot", "devices", "uptime", "date", "read", "events", "timers", "random", "echo", "crash",
      "poweroff", "reboot",
    ]);
  });

  it("memory: the parts are where the linker put them, and allow what the live tables say", () => {
    const pages = livePages(ended.board);
    const rows = answer("memory").slice(1, -1).map((line) => line.split(/ +/));
    const names = ["text", "rodata", "data", "bss", "ex", "stack", "symbols"];
    const begins = ["image", "rodata", "data", "bss", "exception-stack", "stack", "trace"].map((name) => symbol(name).toString(16));
    expect(names.map((name) => rows.find((row) => row[4] === name)![0])).to.deep.equal(begins);
    for (const [virtual, physical, , may, name] of rows) {
      const at = BigInt(`0x${virtual!}`);
      const page = pages.find((each) => each.virtual <= at && at < each.virtual + BigInt(each.bytes));
      const expected = page === undefined ? "---" : `r${page.isWritable ? "w" : "-"}${page.isExecutable ? "x" : "-"}`;
      expect([may, physical], name).to.deep.equal([expected, page === undefined ? "-" : (at - UPPER_HALF).toString(16).padStart(8, "0")]);
    }
  });

  it("walk: the way of a processor with 39 bits of address, to where the image was loaded", () => {
    const { board } = ended;
    let table = Number(board.processors[0]!.system.read(encodingOf("TTBR1_EL1")) & 0xffff_ffff_f000n);
    // Bits 38:30, 29:21 and 20:12 of ffffff8040200000.
    const entries = [1, 1, 0].map((index) => {
      const entry = board.physical.load(table + 8 * index, 8)!;
      table = Number(entry & 0xffff_ffff_f000n);
      return `0x${entry.toString(16).padStart(16, "0")}`;
    });
    expect(answer(`walk ${TEXT}`).flatMap((line) => line.match(/0x[0-9a-f]{16}(?= table| page)/g) ?? [])).to.deep.equal(entries);
    expect([table, answer(`walk ${TEXT}`).at(-1)]).to.deep.equal([0x4020_0000, "physical 40200000, in 4K at a time"]);
    expect(answer("walk 0xffffff8009000000").at(-1)).to.equal("physical 09000000, in 1G at a time");
  });

  describe("on QEMU", () => {
    for (const gic of [2, 3] as const) {
      itWith(QEMU)(`the same, but for numbers, GICv${gic}`, async () => {
        const there = answersOf(await onQemu(built.image, bytesOf(TYPED.map((line) => `${line}\n`).join("")), gic));
        for (const [typed, said] of LITERAL) expect(there.get(typed), typed).to.deep.equal(said);
        for (const typed of ALIKE) expect(alike(there.get(typed)!), typed).to.deep.equal(alike(answer(typed)));
        const turns = Number(/^loop turns +(\d+)$/m.exec(there.get("events")!.join("\n"))![1]);
        expect(turns, "turns of the loop, at most one for each byte").to.be.at.most(TYPED.join("\n").length);
        expect(driven(there.get("devices")!)).to.deep.equal(driven(answer("devices")));
        expect(there.get("date")!.join()).to.match(/^\w{3} 20\d\d-\d\d-\d\d \d\d:\d\d:\d\d UTC$/);
      });
    }

    const CRASHES = [
      // how            in
      ["null",          "readNull"],
      ["stack",         "deeper"],
      ["write-text",    "crash"],
      ["execute-data",  "crash"],
      ["undefined",     "undefinedInstruction"],
    ] as const;

    for (const [how, where] of CRASHES) {
      itWith(QEMU)(`crash ${how} ends the kernel, in ${where}`, async () => {
        const printed = await onQemu(built.image, bytesOf(`crash ${how}\recho never\r`));
        expect(printed).to.include(`    at ${where} (src/unikernel/services/monitor/crashes.ts:`).and.not.include("never");
        expect(printed).not.to.include("(not switched off)");
      });
    }

    itWith(QEMU)("after 1,000 bytes of a monkey's, it lives on, and has said the same as on our board", async () => {
      const typed = Uint8Array.from([...randomTyping(1000, 8), ...bytesOf("\x03echo still here\rpoweroff\r")]);
      const printed = await onQemu(built.image, typed);
      expect(printed).to.match(/> echo still here\nstill here\n> poweroff\n$/);
      expect(onBoard(built.image, typed)).to.equal(printed);
    });
  });

  describe("that somebody types at, on our board", () => {
    let running: Session;

    before(() => { running = session(built.image); });

    /** What it says to this. */
    const said = (typed: Uint8Array): string => {
      const { length } = running.printed;
      answerOn(running, typed);
      return running.printed.slice(length);
    };

    it("sleeps until then, and is interrupted by each key", () => {
      const { time } = running.board;
      running.board.run(1_000_000);
      expect(running.board.time - time, "instructions while nobody types").to.equal(0);
      const printed = Array.from("interrupts\revents\r", (key) => said(bytesOf(key))).join("");
      expect(printed).to.match(/^ {2}33 pl011@9000000 +11 yes$/m);
      expect(printed).to.include("open events 1\nloop turns  19\nslept       18 times\n");
    });

    it("shows how the line is edited", () => {
      expect(said(bytesOf("ehco\x7f\x7f\x7fcho one two\x17three\r"))).to.equal(
        "ehco\b \b\b \b\b \bcho one two\r> echo one \x1b[Kthree\none three\n> ");
      expect(said(bytesOf("\x1b[A\x1b[D\r"))).to.equal("\r> echo one three\x1b[K\r> echo one three\x1b[K\x1b[1D\none three\n> ");
    });

    it("loses nothing of 1,000 codes at once, of which a line has room for 256", () => {
      expect(said(bytesOf(`${"x".repeat(1000)}\r`)).split("\x07").length - 1).to.equal(744);
      expect(running.printed).to.match(/\nxxxxxxxxxxxxxxxxxxxx\.\.\.: no such command; help lists them\n> $/);
    });

    it("goes on after every byte there is, and a monkey's", () => {
      said(Uint8Array.from({ length: 256 }, (_, code) => code));
      said(randomTyping(300, 9));
      expect(said(bytesOf("\x03echo still here\r"))).to.match(/\^C\n> echo still here\nstill here\n> $/);
    });

    it("reboot: the monitor again", () => {
      expect(said(bytesOf("reboot\r"))).to.equal("reboot\nmonitor: type help\n> ");
    });
  });
});
