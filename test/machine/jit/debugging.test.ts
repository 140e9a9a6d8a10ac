// Debuggers, snapshots and history beside compiled code: who goes back in time, stops at a breakpoint or changes a register
// finds what the interpreter would have left, and compiled code goes on from there.

import { expect } from "chai";
import { debuggable } from "../../../src/host/computer/debuggable";
import type { BoardState } from "../../../src/machine/board/board";
import { decodeSnapshot, encodeSnapshot } from "../../../src/machine/board/snapshot-file";
import { Debugger } from "../../../src/machine/cpu/stepping/debugger";
import { History } from "../../../src/machine/cpu/stepping/history";
import { stateHash } from "../../../src/machine/cpu/stepping/state-hash";
import { createJit } from "../../../src/machine/jit/jit";
import { emptyBoard, ENTRY, type Guest, guestOf, stateOf } from "../board/machines";
import { LOCK } from "../board/programs";
import { gdbSession, gdbVersion } from "../../host/gdb/gdb";
import { itWith } from "../../installed";
import { DATA, type EngineGuest, registers, sharesOf, startedOnEngine } from "./guests";

/** Patches itself, stores, and goes on for ever: 10 instructions a round, from ENTRY + 0x1c on. */
const PROGRAM = `
  mov x5, #0
  ldr x26, =${DATA}
  ldr w1, =0x910004a5             // add x5, x5, #1
  ldr w2, =0x910008a5             // add x5, x5, #2
  adr x0, patched
  mov x6, #0
  nop
again:
  add x6, x6, #1
  and x3, x6, #0xf8
  str x5, [x26, x3]
  tst x6, #0x3f
  csel w4, w1, w2, eq
  cbnz w3, patched
  str w4, [x0]
patched:
  nop
  sub x7, x6, x5, lsl #1
  b again
`;
const AGAIN = ENTRY + 0x1cn;

const onEngine = (isEager = true): EngineGuest => {
  const jit = createJit({ isEager });
  return { ...guestOf(PROGRAM, { engine: jit }), jit };
};

/** The state of the interpreter's board at a time. */
function hashAt(time: number): string {
  const { board } = guestOf(PROGRAM);
  board.run(time);
  return stateHash(board);
}

describe("Compiled code goes back in time", () => {
  for (const isEager of [true, false]) {
    it(`to any moment, and on from there, ${isEager ? "compiled ahead" : "as it becomes hot"}`, () => {
      const { board, jit } = onEngine(isEager);
      const history = new History(board, { interval: 700 });
      history.advance(20_000);
      const compiled = board.time - jit.statistics.interpreted - jit.statistics.slow;
      expect(compiled / board.time).to.be.greaterThan(0.4);
      for (const time of [20_000, 19_999, 12_345, 12_346, 3, 701, 700, 699, 15_000, 20_001, 64]) {
        history.goTo(time);
        expect(stateHash(board), `at ${time}`).to.equal(hashAt(time));
      }
    });
  }

  it("step by step, as a debugger does, and forwards again", () => {
    const { board } = onEngine();
    const stepping = new Debugger(debuggable(board, []));
    stepping.step(5000);
    for (const back of [1, 1, 9, 10, 11, 500]) {
      stepping.stepBack(back);
      expect(stepping.hash(), `at ${stepping.time}`).to.equal(hashAt(stepping.time));
    }
    stepping.step(3000);
    expect([stepping.time, stepping.hash()]).to.deep.equal([5000 - 532 + 3000, hashAt(7468)]);
  });

  it("with code that was changed since: it is the old code again", () => {
    const { board } = onEngine();
    const history = new History(board, { interval: 1000 });
    history.advance(3000);
    const address = board.physical.base + board.cpus[0]!.memory.offsetOf(AGAIN);
    history.record(() => { board.physical.write(address, Uint8Array.of(0xc6, 0x0c, 0x00, 0x91)); }, () => "change"); // add x6, x6, #3
    history.advance(3000);
    const changed = stateHash(board);
    expect(changed).to.not.equal(hashAt(6000));
    history.goTo(2500);
    expect(stateHash(board)).to.equal(hashAt(2500));
    history.goTo(6000);
    expect(stateHash(board)).to.equal(changed);
  });
});

describe("A debugger before compiled code", () => {
  it("stops at a breakpoint that is set in hot code, at every one, and takes it away", () => {
    const guest = onEngine();
    const stepping = new Debugger(debuggable(guest.board, []));
    stepping.step(5000);
    const compiled = guest.jit.statistics.regions;
    expect(compiled).to.be.greaterThan(0);
    stepping.traps.addBreakpoint(AGAIN);
    let before = registers(guest, 6)[0]!;
    for (let i = 0; i < 5; i++) {
      expect(stepping.continue()).to.deep.equal({ kind: "breakpoint", address: AGAIN });
      const [now] = registers(guest, 6);
      if (i > 0) expect(now! - before).to.equal(1n);
      before = now!;
      expect(stepping.hash()).to.equal(hashAt(stepping.time));
    }
    expect(stepping.reverseContinue()).to.deep.equal({ kind: "breakpoint", address: AGAIN });
    stepping.traps.removeBreakpoint(AGAIN);
    const { interpreted } = guest.jit.statistics;
    const { time } = stepping;
    stepping.step(20_000);
    expect(stepping.hash()).to.equal(hashAt(stepping.time));
    const { interpreted: now, slow } = guest.jit.statistics;
    expect((20_000 - (now - interpreted) - slow) / 20_000, "compiled again").to.be.greaterThan(0.2);
    expect(stepping.time).to.equal(time + 20_000);
  });

  it("stops behind a store to a word that it watches, in hot code", () => {
    const guest = onEngine();
    const stepping = new Debugger(debuggable(guest.board, []));
    stepping.step(5000);
    const watch = { kind: "memory", address: BigInt(DATA + 0x40), length: 8, on: "write" } as const;
    stepping.traps.addWatch(watch);
    for (let i = 0; i < 5; i++) {
      expect(stepping.continue()).to.deep.equal({ kind: "watch", watch });
      expect(registers(guest, 6)[0]! & 0xf8n).to.equal(0x40n);
      expect(stepping.hash()).to.equal(hashAt(stepping.time));
    }
  });

  itWith("gdb-multiarch", gdbVersion() !== undefined)("that is GDB steps, breaks, goes back and prints as before the interpreter", async function () {
    this.timeout(60_000);
    const commands = [
      "print $x5", "print $x6", "stepi 20", `break *${AGAIN}`, "continue", "continue", "print $x6", "delete",
      "reverse-stepi 30", "print $x6", `x/2i ${AGAIN}`, "set $x6 = 1", "stepi 40", "print $x6",
    ];
    const session = (guest: Guest): Promise<string[]> => {
      const stepping = new Debugger(debuggable(guest.board, []));
      stepping.step(5000);
      return gdbSession(stepping, commands);
    };
    const guest = onEngine();
    const ours = await session(guest);
    expect(ours).to.deep.equal(await session(guestOf(PROGRAM)));
    expect(ours.filter((line) => line.startsWith("$"))).to.have.lengthOf(5);
    expect(guest.jit.statistics.regions).to.be.greaterThan(0);
  });
});

describe("A snapshot", () => {
  const throughFile = ({ board }: Guest, other: Guest): Guest => {
    other.board.restore(decodeSnapshot(encodeSnapshot(board.save())) as BoardState);
    return other;
  };

  for (const time of [1, 5000, 40_123, 100_000]) {
    it(`of one engine goes on on the other, four CPUs at ${time}`, () => {
      const right = guestOf(LOCK, { cpus: 4 });
      const engine = createJit({ isEager: true });
      const [compiled, interpreted] = [guestOf(LOCK, { cpus: 4, engine }), guestOf(LOCK, { cpus: 4 })];
      compiled.board.run(time);
      interpreted.board.run(time);
      const jit = createJit({ isEager: true });
      const ends = [
        throughFile(compiled, emptyBoard({ cpus: 4 })), throughFile(interpreted, emptyBoard({ cpus: 4, engine: jit })),
      ];
      for (const { board } of [right, ...ends]) board.run(10_000_000);
      const { hash, time: end } = stateOf(right);
      for (const guest of ends) expect([stateOf(guest).hash, stateOf(guest).time, guest.board.isOff]).to.deep.equal([hash, end, true]);
      expect(jit.statistics.instructions).to.be.greaterThan(0);
    });
  }

  it("put back into a machine that has run on, with other code in its place, is executed as it is", () => {
    const guest = startedOnEngine({ body: "mov x5, #0\n mov x6, #0\n again: add x5, x5, #1\n add x6, x6, #1\n b again" });
    const words = guest.board.physical.bytes;
    const at = words.findIndex((_, i) => i % 4 === 0 && new DataView(words.buffer, words.byteOffset + i).getUint32(0, true) === 0x910004a5);
    guest.board.run(3000);
    const saved = decodeSnapshot(encodeSnapshot(guest.board.save())) as BoardState;
    guest.board.physical.write(guest.board.physical.base + at, Uint8Array.of(0xa5, 0x40, 0x00, 0x91)); // add x5, x5, #16
    guest.board.run(3000);
    const [five, six] = registers(guest, 5, 6);
    expect(Number(five! - six!)).to.be.greaterThan(10_000);
    guest.board.restore(saved);
    guest.board.run(3000);
    expect(Number(registers(guest, 5)[0]! - registers(guest, 6)[0]!)).to.be.within(0, 1);
    expect(sharesOf(guest)).to.be.greaterThan(0.5);
  });
});
