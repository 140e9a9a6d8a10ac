// What is thrown, and what traps, over frames and tables as the linker and the back end make them.

import { expect } from "chai";
import { PowerOff, Resumed } from "../../../src/host/metal/simulated-metal";
import { TRAPS } from "../../../src/compiler/ir/operation";
import { stringDatum } from "../../../src/compiler/link/string-datum";
import { handlerTable, TRACE_TEXT, traceTable } from "../../../src/compiler/link/trace-tables";
import type { CompiledFunction } from "../../../src/compiler/back/compiled";
import { TRAP_CODE, TRAP_TEXTS } from "../../../src/formats/objects/traps";
import { symbol } from "../../../src/unikernel/metal/linker";
import { allocate } from "../../../src/unikernel/runtime/allocate";
import { KernelError } from "../../../src/unikernel/runtime/errors";
import { throwException } from "../../../src/unikernel/runtime/exceptions";
import { allowExplanation, stop, trap } from "../../../src/unikernel/runtime/panic";
import { FIRST_OWN_CLASS, instanceClass, placeData, simulate, type Simulation } from "./simulated";

const MIB = 1 << 20;
const BL = 0x9400_0000;
const NOP = 0xd503_201f;

/** A function whose n-th word is a call on each line that is given. */
function compiled(title: string, file: string, calls: Readonly<Record<number, number>>, words: number,
  handlers: CompiledFunction["handlers"] = []): CompiledFunction {
  const lines = Object.entries(calls).map(([word, line]) => ({ offset: 4 * Number(word), at: { file, line, column: 1 } }));
  return {
    symbol: title, title, relocations: [], frameBytes: 16, prologueBytes: 8, saved: [], handlers,
    words: Uint32Array.from({ length: words }, (_, i) => (i in calls ? BL : NOP)),
    at: { file, line: 1, column: 1 },
    lines: [{ offset: 0, at: { file, line: 1, column: 1 } }, ...lines],
  };
}

/** Offset in the image, and the function. */
const FUNCTIONS: readonly (readonly [number, CompiledFunction])[] = [
  [0x040, compiled("_start", "src/compiler/runtime-assembly.ts", { 1: 1 }, 4)],
  [0x080, compiled("start", "src/program.ts", { 2: 40, 5: 42 }, 8, [{ returnsTo: 0x18, handler: 0x1c }])],
  [0x100, compiled("middle", "src/program.ts", { 3: 30 }, 6)],
  // The last instruction is the call: it returns to behind the function.
  [0x140, compiled("inner", "src/program.ts", { 3: 20 }, 4)],
  [0x180, compiled("slice", "src/unikernel/runtime/strings.ts", { 3: 99 }, 5)],
];

describe("the end of a program", () => {
  let simulation: Simulation;

  /** Frames from the innermost out: where each function returns to, as an offset in the image. */
  const frames = (returns: readonly number[]): void => {
    const { metal, stack } = simulation;
    returns.forEach((returnsTo, i) => {
      const frame = stack + BigInt(16 * i);
      metal.store(frame, 8, i + 1 === returns.length ? 0n : frame + 16n);
      metal.store(frame + 8n, 8, symbol("link/image") + BigInt(returnsTo));
    });
  };

  beforeEach(() => {
    simulation = simulate(1 * MIB, [instanceClass("OutOfRange", FIRST_OWN_CLASS, 1, [0])]);
    const { metal } = simulation;
    const functions = FUNCTIONS.map(([offset, each]) => ({ offset, compiled: each }));
    placeData(metal, [handlerTable(functions), traceTable(functions), TRACE_TEXT]);
    allowExplanation(simulation.metal.symbol("link/stack"), simulation.metal.symbol("link/heap-end"));
  });

  const output = (): string => simulation.metal.output;

  // inner is called by middle, which is called by start
  const THROUGH_INNER = [0x150, 0x110, 0x08c, 0x048];

  it("a trap says what, and where from", () => {
    frames(THROUGH_INNER);
    expect(() => trap(TRAP_CODE.index)).to.throw(PowerOff);
    expect(output()).to.equal([
      "trap: an index is out of range",
      "    at inner (src/program.ts:20)",
      "    at middle (src/program.ts:30)",
      "    at start (src/program.ts:40)",
      "",
    ].join("\n"));
  });

  it("a trap of the runtime's own is told from where it was called", () => {
    frames([0x190, ...THROUGH_INNER]);
    expect(() => trap(TRAP_CODE.length)).to.throw(PowerOff);
    expect(output().split("\n")[1]).to.equal("    at inner (src/program.ts:20)");
  });

  it("the runtime is named where it calls the program", () => {
    frames([0x150, 0x190, 0x08c, 0x048]);
    expect(() => trap(TRAP_CODE.null)).to.throw(PowerOff);
    expect(output().split("\n").slice(1)).to.deep.equal([
      "    at inner (src/program.ts:20)", "    at slice (src/unikernel/runtime/strings.ts:99)",
      "    at start (src/program.ts:40)", "",
    ]);
  });

  it("of a deep recursion, only the innermost calls are told", () => {
    frames([...Array.from({ length: 100 }, () => 0x150), 0x08c, 0x048]);
    expect(() => trap(TRAP_CODE.stack)).to.throw(PowerOff);
    expect(output().split("\n").slice(32)).to.deep.equal([
      "    at inner (src/program.ts:20)", "    and 69 more", "",
    ]);
  });

  it("a panic within a panic says no more", () => {
    frames(THROUGH_INNER);
    expect(() => stop(simulation.stack)).to.throw(PowerOff);
    const before = output();
    expect(() => stop(simulation.stack)).to.throw(PowerOff);
    expect(output()).to.equal(before);
  });

  it("an exception goes on at the handler of the innermost call that has one", () => {
    frames([0x150, 0x110, 0x098, 0x048]);
    const exception = allocate(FIRST_OWN_CLASS, 16);
    const { metal, stack } = simulation;
    const thrown = metal.objectAt(exception) as KernelError;
    expect(() => throwException(thrown)).to.throw(Resumed).that.includes({
      exception, frame: stack + 48n, handler: symbol("link/image") + 0x9cn,
    });
  });

  it("an exception that nobody catches is named, and told from where it was thrown", () => {
    frames(THROUGH_INNER);
    const { metal } = simulation;
    const exception = allocate(FIRST_OWN_CLASS, 16);
    const thrown = Object.assign(metal.objectAt(exception) as object, { message: "no such page" });
    expect(() => throwException(thrown as KernelError)).to.throw(PowerOff);
    expect(output().split("\n").slice(0, 2)).to.deep.equal([
      "uncaught OutOfRange: no such page", "    at inner (src/program.ts:20)",
    ]);
  });

  it("an error's message is what it was given, or nothing", () => {
    expect(new KernelError("no such page").message).to.equal("no such page");
    expect(new KernelError().message).to.equal("");
  });

  for (const [name, [code, text]] of Object.entries(TRAPS)) {
    it(`the trap "${name}" has the same code and text for compiler and runtime`, () => {
      expect(TRAP_CODE[name as keyof typeof TRAP_CODE]).to.equal(code);
      expect(TRAP_TEXTS[code]).to.equal(text);
      expect(() => stringDatum("text", text)).not.to.throw();
    });
  }
});
