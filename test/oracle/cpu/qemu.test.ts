// The harness, and our machine in its place: instructions whose results can be worked out by hand, and what becomes of
// those that end with a signal.

import { expect } from "chai";
import { assembleLine } from "../../../src/machine/decoder/assembler";
import { type Change, changesOf, endOfChanges, readChanges } from "./changes";
import { Ours } from "./ours";
import { CODE, NOWHERE, WINDOW } from "./place";
import { qemuAnswers, qemuVersion, type Request } from "./qemu";
import { type Answer, FPCR, NZCV, SP, State, V } from "./state";
import { window } from "./vectors";

const DATA = new Uint8Array(window().length).map((_, i) => i & 0xff);

/** X1 = WINDOW + 8, X2 = 2, X3 = 2^63 - 1, X4 = NOWHERE, X5 = CODE + 0x100; V1 = 1, 2 and V2 = 3, 4 as doubles; SP = WINDOW + 0x1000. */
function stateBefore(): State {
  const state = new State();
  const registers = [0n, BigInt(WINDOW + 8), 2n, 0x7fff_ffff_ffff_ffffn, BigInt(NOWHERE), BigInt(CODE + 0x100)];
  registers.forEach((value, n) => state.set(n, value));
  state.set(SP, BigInt(WINDOW + 0x1000));
  const doubles = [0x3ff0_0000_0000_0000n, 0x4000_0000_0000_0000n, 0x4008_0000_0000_0000n, 0x4010_0000_0000_0000n];
  doubles.forEach((value, i) => state.set(V + 2 + i, value));
  state.set(FPCR, 0x0040_0000n); // Towards plus infinity.
  state.set(NZCV, 0x2000_0000n); // C
  return state;
}

const request = (assembly: string): Request => ({
  words: assembly.split("; ").map((line, i) => assembleLine(line, BigInt(CODE + 4 * i))), state: stateBefore(),
});

const cases = [
  // assembly                                         what changed
  ["add x0, x2, x3",                                  "x0=8000000000000001"],
  ["adds x0, x3, #1",                                 "x0=8000000000000000 nzcv=90000000"],
  ["adc w0, w2, w3",                                  "x0=2"],
  ["nop",                                             ""],
  ["ldr x0, [x1]",                                    "x0=f0e0d0c0b0a0908"],
  ["ldrsb w0, [x1, #120]!",                           `x0=ffffff80 x1=${(WINDOW + 128).toString(16)}`],
  ["strh w3, [x1, #-1]",                              "[0x10000000]=ff06050403020100 [0x10000008]=f0e0d0c0b0a09ff"],
  ["str x2, [sp], #16",                               "sp=10001010 [0x10001000]=2"],
  ["fadd v0.2d, v1.2d, v2.2d",                        "v0.d[0]=4010000000000000 v0.d[1]=4018000000000000"],
  ["fdiv d0, d1, d2",                                 "fpsr=10 v0.d[0]=3fd5555555555556"],
  ["ldxr x6, [x1]; stxr w7, x2, [x1]",                "x6=f0e0d0c0b0a0908 [0x10000008]=2"],
  ["stxr w7, x2, [x1]",                               "x7=1"],
  ["cbz x0, 0x20000008; mov x0, #5",                  ""],
  ["cbz x2, 0x20000008; mov x0, #5",                  "x0=5"],
  // Signals: SIGTRAP 5, SIGILL 4, SIGBUS 7, SIGSEGV b.
  ["nop; brk #1",                                     "pc=20000004 signal=5 address=20000004"],
  ["udf #1",                                          "pc=20000000 signal=4 address=20000000"],
  ["br x5",                                           "pc=20000100 signal=4 address=20000100"],
  ["bl 0x20400000",                                   "x30=20000004 pc=20400000 signal=4 address=20400000"],
  ["add x5, x5, #2; blr x5",                          "x5=20000102 x30=20000008 pc=20000102 signal=7 address=20000102"],
  ["br x4",                                           "pc=14000000 signal=b address=14000000"],
  ["ldr x0, [x4], #8",                                "pc=20000000 signal=b address=14000000"],
  ["add x1, x1, #1; ldaxr w0, [x1]",                  "x1=10000009 pc=20000004 signal=7 address=10000009"],
] as const;

const text = (changes: readonly Change[]): string => changes.map(({ what, value }) => `${what}=${value.toString(16)}`).join(" ");

/** What each case changed, in the order of the cases. */
function changedBy(answer: (requests: readonly Request[]) => readonly Answer[]): string[] {
  const requests = cases.map(([assembly]) => request(assembly));
  return answer(requests).map((one, i) => text(readChanges(changesOf(requests[i]!.state, one))));
}

function describeCases(answer: (requests: readonly Request[]) => readonly Answer[]): void {
  let got: readonly string[] = [];
  before(() => { got = changedBy(answer); });
  cases.forEach(([assembly, expected], i) => it(assembly, () => expect(got[i]).to.equal(expected)));
}

describe("the harness, run by QEMU: what is worked out by hand", () => {
  if (qemuVersion() === undefined) {
    it("needs qemu-aarch64-static, which must be there in CI", () => expect(process.env["CI"]).to.equal(undefined));
    return;
  }
  describeCases((requests) => qemuAnswers(DATA, requests));
});

describe("our machine in the harness's place", () => {
  const ours = new Ours(DATA);
  describeCases((requests) => requests.map((one) => ours.answer(one)));
});

describe("changes", () => {
  it("come back from their bytes", () => {
    const before = stateBefore();
    const state = before.copy();
    state.set(0, 0x1234n);
    state.set(SP, 0n);
    state.set(V + 63, 0xffff_ffff_ffff_ffffn);
    const bytes = changesOf(before, { state, memory: [{ offset: 0x1ff8, value: 1n << 32n }] });
    expect(text(readChanges(bytes))).to.equal("x0=1234 sp=0 v31.d[1]=ffffffffffffffff [0x10001ff8]=100000000");
    expect(endOfChanges(bytes, 0)).to.equal(bytes.length);
  });
});
