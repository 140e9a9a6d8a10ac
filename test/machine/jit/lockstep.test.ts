// Lockstep finds an engine that is wrong, and says so in one paragraph: where, which instructions, both values. The engine's
// parts are made wrong here, one by one; that its report is right is plain from the program.

import { expect } from "chai";
import { createJit } from "../../../src/machine/jit/jit";
import { Divergence, Lockstep } from "../../../src/machine/jit/lockstep";
import type { JitParts } from "../../../src/machine/jit/parts";
import { Code } from "../../../src/machine/jit/wasm/code";
import { lazyCondition } from "../../../src/machine/jit/flags";
import { guestOf, MIB } from "../board/machines";
import { OFF, PLACES } from "../board/programs";

const PROGRAM = `${PLACES}
  mov x5, #0
  mov x6, #9
again:                            // 0x40080008
  add x5, x5, #0x123
  subs x6, x6, #1
  b.ne again
  cmp x5, #0xa3b
  b.eq right
  mov x7, #1
right:                            // 0x40080020
  ldr x0, =0x40100000
  str x5, [x0]
  ${OFF}`;

interface Outcome {
  readonly report: string | undefined;
  readonly time: number;
}

function inLockstep(program: string, parts: Partial<JitParts>, { cpus = 1, isBlockwise = true } = {}): Outcome {
  const jit = createJit({ isBlockwise, isEager: true, parts });
  const [compiled, interpreted] = [guestOf(program, { cpus, engine: jit }), guestOf(program, { cpus })];
  const lockstep = new Lockstep(compiled.board, interpreted.board);
  const time = (): number => compiled.board.time;
  try {
    lockstep.run(1_000_000);
    lockstep.compareRam();
  } catch (error) {
    if (!(error instanceof Divergence)) throw error;
    return { report: error.message, time: time() };
  }
  expect(jit.statistics.instructions).to.be.greaterThan(0);
  expect(compiled.board.isOff && interpreted.board.isOff).to.equal(true);
  return { report: undefined, time: time() };
}

/** One constant is another. */
const ONE_MORE: Partial<JitParts> = {
  integerConstant(type, word) {
    const code = new Code();
    if (type === "i32") code.i32(Number(BigInt.asIntN(32, word)));
    else code.i64(BigInt.asIntN(64, word === 0x123n ? 0x124n : word));
    return code.bytes;
  },
};
/** What is not equal is taken to be equal, and the other way round. */
const NEVER: Partial<JitParts> = {
  lazyCondition(from, cond) { return lazyCondition(from, cond < 2 ? 1 - cond : cond); },
};

describe("Lockstep", () => {
  it("finds nothing where nothing is wrong", () => {
    expect(inLockstep(PROGRAM, {}).report).to.equal(undefined);
  });

  it("names the block, its instructions, and both values of a register", () => {
    expect(inLockstep(PROGRAM, ONE_MORE).report?.split("\n")).to.deep.equal([
      "compiled code differs from the interpreter behind 3 instructions from 0x40080008, time 2 to 5",
      "  0x40080008  add x5, x5, #291",
      "  0x4008000c  subs x6, x6, #1",
      "  0x40080010  b.ne 0x40080008",
      "X5 is 0x124, interpreted 0x123",
      "",
    ]);
  });

  it("names PC, where a condition has gone the other way", () => {
    const { report } = inLockstep(PROGRAM, NEVER);
    expect(report).to.match(/^compiled code differs from the interpreter behind 3 instructions from 0x40080008, time 2 to 5\n/);
    expect(report).to.match(/\nPC is 0x40080014, interpreted 0x40080008\n$/);
  });

  it("names RAM, where a store has made no code stale", () => {
    // Where the engine forgets to look, the old instruction is executed: X5 and what is stored differ.
    const patching = `${PLACES}
      mov x6, #4
      ldr w1, =0x910040a5
    again:
      adr x0, patched
      bl patched
      str w1, [x0]
      subs x6, x6, #1
      b.ne again
      ${OFF}
    patched:
      add x5, x5, #1
      ret`;
    expect(inLockstep(patching, {}).report).to.equal(undefined);
    const { report } = inLockstep(patching, { isStale: () => false });
    expect(report).to.match(/\n {2}0x[0-9a-f]{8} {2}add x5, x5, #16\n {2}0x[0-9a-f]{8} {2}ret\nX5 is 0x2, interpreted 0x11\n$/);
  });

  it("names the CPU, of several", () => {
    const two = `${PLACES}
      ldr x0, =CPU_ON
      mov x1, #1
      adr x2, other
      hvc #0
    wait:
      ldr x0, =AFFINITY_INFO
      mov x1, #1
      mov x2, #0
      hvc #0
      cbz x0, wait
      ${OFF}
    other:
      add x5, x5, #0x123
      ldr x0, =CPU_OFF
      hvc #0`;
    expect(inLockstep(two, {}, { cpus: 2 }).report).to.equal(undefined);
    const { report } = inLockstep(two, ONE_MORE, { cpus: 2 });
    expect(report).to.match(/ instructions from cpu1 0x[0-9a-f]{8}, time/).and.to.match(/\ncpu1 X5 is 0x124, interpreted 0x123\n/);
  });

  it("compares RAM when it is told to", () => {
    const [one, other] = [guestOf(PROGRAM, { engine: createJit() }), guestOf(PROGRAM)];
    const lockstep = new Lockstep(one.board, other.board);
    lockstep.run(10);
    one.board.physical.write(one.board.physical.base + MIB, Uint8Array.of(1, 2, 3, 4));
    expect(() => { lockstep.compareRam(); }).to.throw(Divergence, "RAM differs at time 10: at 0x40100000 is 0x04030201, interpreted 0x00000000\n");
  });

  it("compares RAM from time to time by itself", () => {
    const [one, other] = [guestOf(PROGRAM, { engine: createJit() }), guestOf(PROGRAM)];
    const lockstep = new Lockstep(one.board, other.board, { stretch: 2, ramEvery: 6 });
    one.board.physical.write(one.board.physical.base + MIB, Uint8Array.of(1));
    expect(() => { lockstep.run(4); }).to.not.throw();
    expect(() => { lockstep.run(4); }).to.throw(Divergence, /^RAM differs at time 6: /);
  });
});
