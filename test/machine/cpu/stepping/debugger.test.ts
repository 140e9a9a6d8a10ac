// Breakpoints, watches and changes, in both directions. The program's addresses are counted by hand from its text:
// it begins at 0x1000, four bytes an instruction.

import { expect } from "chai";
import type { StopReason } from "../../../../src/machine/cpu/stepping/debugger";
import { registerNamed } from "../../../../src/machine/cpu/stepping/registers";
import type { Watch } from "../../../../src/machine/cpu/stepping/traps";
import { debuggerOf } from "./programs";

const COUNTING = `
        mov   x0, #0x2000           // 0x1000
again:  add   x1, x1, #1            // 0x1004
        str   w1, [x0, #8]          // 0x1008
        ldr   x2, [x0]              // 0x100c
        cmp   x1, #3                // 0x1010
        b.ne  again                 // 0x1014
        brk   #1                    // 0x1018
`;

const onMemory = (address: bigint, length: number, on: "read" | "write" | "access"): Watch =>
  ({ kind: "memory", address, length, on });
const onRegister = (name: string): Watch => ({ kind: "register", register: registerNamed(name)! });

describe("stopping", () => {
  it("stops at a breakpoint, goes on from it, and comes back to it", () => {
    const stepping = debuggerOf(COUNTING);
    stepping.traps.addBreakpoint(0x1010n);
    const stop: StopReason = { kind: "breakpoint", address: 0x1010n };
    for (const time of [4, 9, 14]) {
      expect(stepping.continue()).to.deep.equal(stop);
      expect([stepping.time, stepping.cpu.pc]).to.deep.equal([time, 0x1010n]);
    }
    expect(stepping.continue()).to.deep.equal({ kind: "exception", cause: { kind: "BRK", imm16: 1 } });
    expect([stepping.time, stepping.cpu.pc]).to.deep.equal([16, 0x1018n]);
    for (const time of [14, 9, 4]) {
      expect(stepping.reverseContinue()).to.deep.equal(stop);
      expect(stepping.time).to.equal(time);
    }
    expect(stepping.reverseContinue()).to.deep.equal({ kind: "start" });
    expect(stepping.time).to.equal(0);
    expect(stepping.traps.removeBreakpoint(0x1010n)).to.equal(true);
    expect(stepping.traps.removeBreakpoint(0x1010n)).to.equal(false);
    expect(stepping.continue().kind).to.equal("exception");
  });

  // what is watched                    the times it stops at, forwards   backwards from 16
  const watches: readonly (readonly [string, Watch, readonly number[], readonly number[]])[] = [
    ["a register",                      onRegister("x1"),                  [2, 7, 12],     [11, 6, 1]],
    ["a register changed once",         onRegister("x0"),                  [1],            [0]],
    ["a register that does not change", onRegister("v9"),                  [],             []],
    ["the flags, where they change",    onRegister("nzcv"),                [5, 15],        [14, 4]],
    ["a word that is written",          onMemory(0x2008n, 4, "write"),     [3, 8, 13],     [12, 7, 2]],
    ["a byte of it",                    onMemory(0x200bn, 1, "access"),    [3, 8, 13],     [12, 7, 2]],
    ["a word that is only written",     onMemory(0x2008n, 4, "read"),      [],             []],
    ["a byte that is read",             onMemory(0x2007n, 1, "read"),      [4, 9, 14],     [13, 8, 3]],
    ["a read byte, for writes",         onMemory(0x2007n, 1, "write"),     [],             []],
    ["both words",                      onMemory(0x2000n, 16, "access"),   [3, 4, 8, 9, 13, 14], [13, 12, 8, 7, 3, 2]],
    ["the byte behind",                 onMemory(0x200cn, 1, "access"),    [],             []],
  ];
  for (const [what, watch, forwards, backwards] of watches) {
    it(`watches ${what}`, () => {
      const stepping = debuggerOf(COUNTING);
      stepping.traps.addWatch(watch);
      const stop: StopReason = { kind: "watch", watch };
      for (const time of forwards) {
        expect(stepping.continue()).to.deep.equal(stop);
        expect(stepping.time).to.equal(time);
      }
      expect(stepping.continue().kind).to.equal("exception");
      expect(stepping.time).to.equal(16);
      for (const time of backwards) {
        expect(stepping.reverseContinue()).to.deep.equal(stop);
        expect(stepping.time).to.equal(time);
      }
      expect(stepping.reverseContinue()).to.deep.equal({ kind: "start" });
      expect(stepping.traps.removeWatch(watch)).to.equal(true);
      expect(stepping.step(16)).to.deep.equal({ kind: "limit" });
    });
  }

  it("runs to an address, and leaves no breakpoint there", () => {
    const stepping = debuggerOf(COUNTING);
    expect(stepping.runTo(0x1014n)).to.deep.equal({ kind: "breakpoint", address: 0x1014n });
    expect(stepping.time).to.equal(5);
    expect([...stepping.traps.breakpoints]).to.deep.equal([]);
    expect(stepping.runTo(0x8000n, 3)).to.deep.equal({ kind: "limit" });
    expect(stepping.time).to.equal(8);
  });

  it("takes 3 steps back, fewer if a breakpoint is on the way", () => {
    const stepping = debuggerOf(COUNTING);
    stepping.step(5);
    expect(stepping.stepBack(3)).to.deep.equal({ kind: "limit" });
    expect(stepping.time).to.equal(2);
    stepping.step(3);
    stepping.traps.addBreakpoint(0x100cn);
    expect(stepping.stepBack(3)).to.deep.equal({ kind: "breakpoint", address: 0x100cn });
    expect(stepping.time).to.equal(3);
  });

  it("stays where an exception is that nobody answers", () => {
    const stepping = debuggerOf("  movz x0, #1\n  udf #7\n");
    const stop: StopReason = { kind: "exception", cause: { kind: "undefined", word: 7 } };
    expect(stepping.continue()).to.deep.equal(stop);
    expect(stepping.step()).to.deep.equal(stop);
    expect([stepping.time, stepping.cpu.pc]).to.deep.equal([1, 0x1004n]);
  });
});

describe("what the last move changed", () => {
  it("is registers and bytes, forwards and backwards", () => {
    const stepping = debuggerOf(COUNTING);
    const names = (): string[] => stepping.before.registers().map(({ register, before, after }) => `${register.name} ${before} ${after}`);
    const bytes = (): string[] => stepping.before.memory().map(({ address, before, after }) => `${address.toString(16)} ${before.join()} ${after.join()}`);
    stepping.step(2);
    expect([names(), bytes()]).to.deep.equal([["x0 0 8192", "x1 0 1", "pc 4096 4104"], []]);
    stepping.step();
    expect([names(), bytes()]).to.deep.equal([["pc 4104 4108"], ["2008 0 1"]]);
    stepping.step(5);
    expect([names(), bytes()]).to.deep.equal([["x1 1 2", "nzcv 0 8"], ["2008 1 2"]]);
    stepping.stepBack(6);
    expect([names(), bytes()]).to.deep.equal([["x1 2 1", "pc 4108 4104", "nzcv 8 0"], ["2008 2 0"]]);
  });

  it("is what the user changed, if that was last", () => {
    const stepping = debuggerOf(COUNTING);
    stepping.setRegister(registerNamed("v3")!, (1n << 128n) - 1n);
    expect(stepping.before.registers().map(({ register }) => register.name)).to.deep.equal(["v3"]);
    expect(stepping.poke(0xfffen, Uint8Array.of(1, 2))).to.equal(true);
    expect(stepping.before.memory()).to.deep.equal([{ address: 0xfffe, before: Uint8Array.of(0, 0), after: Uint8Array.of(1, 2) }]);
    expect(stepping.poke(0xffffn, Uint8Array.of(1, 2))).to.equal(false);
    expect(stepping.peek(0xfffen, 3)).to.deep.equal([1, 2, undefined]);
  });
});
