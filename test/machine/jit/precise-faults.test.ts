// A fault in compiled code leaves the registers as the manual says: as the instructions before it have made them. ESR_EL1's
// literals are the manual's: class 0x25, a data abort at EL1, with status 0x07 and 0x0f, translation and permission fault of
// level 3, 0x10, external, 0x21, alignment, and bit 6, a write; class 0x26, SP's alignment; class 0x22, PC's.

import { expect } from "chai";
import { CodeCache } from "../../../src/machine/cpu/code-cache";
import { Cpu } from "../../../src/machine/cpu/cpu";
import { createMemory, PAGE } from "../../../src/machine/cpu/layout";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { createJit } from "../../../src/machine/jit/jit";
import { compared, DATA, logOf, READ_ONLY, registers, WINDOW } from "./guests";

/** Behind the program's fault, on compiled code. X1 is an address that nothing is at. */
function faulted(program: string): Cpu {
  const jit = createJit({ hasSystem: false, isEager: true });
  const physical = new PhysicalMemory(createMemory(PAGE, jit.bytesFor(1)), 0, PAGE);
  const code = new CodeCache(physical);
  const cpu = new Cpu({ physical, code, ...jit.install({ physical, code, cpus: 1 })(0) });
  physical.write(0, new Assembler(standardDecoder()).assemble(program, 0n).bytes);
  cpu.state.x[0] = 0xe9n;
  cpu.state.x[1] = 0x10_0000n;
  expect(cpu.run(100).kind).to.equal("exception");
  expect(jit.statistics.instructions).to.be.greaterThan(0);
  return cpu;
}

describe("a fault in compiled code", () => {
  it("leaves what was written to the load's register before it", () => {
    const { pc, state } = faulted("mov x0, #5\n ldr x0, [x1]");
    expect([pc, state.x[0]]).to.deep.equal([4n, 5n]);
  });

  it("leaves a post-indexed base as it was", () => {
    const { pc, state } = faulted("add x1, x1, #8\n str x0, [x1], #16");
    expect([pc, state.x[1]]).to.deep.equal([4n, 0x10_0008n]);
  });
});

// X20 is a good address 20 times, and then a bad one: for what crosses into another page, one in its first page, so that
// compiled code knows that. X4 is 0x44, X7 is 0x77, V0 and V1 are bytes of 0x33 before each time.
const GOOD = DATA + 0x4000;
const READABLE = DATA + 0x6000;
/** The window's second page is not there, nor is what lies behind it. */
const GONE = WINDOW + 0x1000;
/** No device is there. */
const NOTHING = 0x0b00_0000;
const UART = 0x0900_0000;
const NONE = 0n;

const cases = [
  // the instruction                          bad address     ESR_EL1         FAR_EL1
  ["ldr x4, [x20]",                           GONE,           0x9600_0007n,   GONE],
  ["str x4, [x20]",                           GONE,           0x9600_0047n,   GONE],
  ["ldr x4, [x20], #16",                      GONE,           0x9600_0007n,   GONE],
  ["ldr x4, [x20, #16]!",                     GONE,           0x9600_0007n,   GONE + 16],
  ["str x4, [x20], #-8",                      READABLE,       0x9600_004fn,   READABLE],
  ["ldr x20, [x20]",                          GONE,           0x9600_0007n,   GONE],
  ["ldrsb w4, [x20, x30]",                    GONE,           0x9600_0007n,   GONE],
  ["ldp x4, x7, [x20]",                       GONE,           0x9600_0007n,   GONE],
  ["ldp x4, x7, [x20]",                       GONE - 8,       0x9600_0007n,   GONE],
  ["ldp x20, x4, [x20]",                      GONE - 8,       0x9600_0007n,   GONE],
  ["ldp x4, x7, [x20], #16",                  GONE - 8,       0x9600_0007n,   GONE],
  ["ldpsw x4, x7, [x20]",                     GONE - 4,       0x9600_0007n,   GONE],
  ["stp x4, x7, [x20]",                       READABLE - 8,   0x9600_004fn,   READABLE],
  ["stp x4, x7, [x20, #16]!",                 READABLE - 24,  0x9600_004fn,   READABLE],
  ["stp q0, q1, [x20]",                       READABLE - 16,  0x9600_004fn,   READABLE],
  ["ldp q0, q1, [x20]",                       GONE - 16,      0x9600_0007n,   GONE],
  ["ldur x4, [x20]",                          GONE - 4,       0x9600_0007n,   GONE],
  ["ldur q0, [x20]",                          GONE - 1,       0x9600_0007n,   GONE],
  ["stur x4, [x20]",                          READABLE - 4,   0x9600_004fn,   READABLE],
  ["ld1 {v0.16b, v1.16b}, [x20], #32",        GONE - 16,      0x9600_0007n,   GONE],
  ["ld1r {v0.4s}, [x20]",                     GONE,           0x9600_0007n,   GONE],
  ["ldar x4, [x20]",                          GOOD + 4,       0x9600_0021n,   GOOD + 4],
  ["ldxr x4, [x20]",                          GOOD + 4,       0x9600_0021n,   GOOD + 4],
  ["ldadd x4, x7, [x20]",                     READABLE,       0x9600_004fn,   READABLE],
  ["cas x4, x7, [x20]",                       GOOD + 2,       0x9600_0021n,   GOOD + 2],
  ["dc zva, x20",                             READABLE,       0x9600_004fn,   READABLE],
  ["ldr x4, [x20]",                           NOTHING,        0x9600_0010n,   NOTHING],
  ["str x4, [x20]",                           NOTHING,        0x9600_0050n,   NOTHING],
  ["ldur w4, [x20]",                          UART + 0x19,    0x9600_0021n,   UART + 0x19],
  ["sturh w4, [x20]",                         UART + 0x19,    0x9600_0061n,   UART + 0x19],
  ["ldp w4, w7, [x20]",                       UART + 0x1a,    0x9600_0021n,   UART + 0x1a],
  ["prfm pldl1keep, [x20]",                   GONE,           NONE,           0],
] as const;

const goodFor = (bad: number): number => ((bad & 0xfff) >= 0xfe0 ? bad - 0x200 : GOOD) & ~0xf;

const hot = (instruction: string, bad: number, before = ""): string => `
  mov x30, #0
  mov x6, #21
again:
  ldr x20, =${goodFor(bad)}
  ldr x21, =${bad}
  mov x4, #0x44
  mov x7, #0x77
  movi v0.16b, #0x33
  movi v1.16b, #0x33
  cmp x6, #1
  csel x20, x21, x20, eq
  mov x18, x6
  ${before}
  ${instruction}
  subs x6, x6, #1
  b.ne again
`;

describe("a fault in hot code", () => {
  for (const [instruction, bad, esr, far] of cases) {
    it(`leaves every register: ${instruction}, at ${bad.toString(16)}`, () => {
      const guest = compared({ rights: new Map([[READABLE, READ_ONLY]]), window: [BigInt(DATA + 0x8000) | READ_ONLY], body: hot(instruction, bad) }, { share: 0.4 });
      expect(registers(guest, 4, 7, 20)).to.deep.equal([0x44n, 0x77n, BigInt(bad)]);
      expect([...guest.board.cpus[0]!.state.v.subarray(0, 4)]).to.deep.equal(Array(4).fill(0x3333_3333_3333_3333n));
      expect(logOf(guest)).to.deep.equal(esr === NONE ? [] : [[esr, BigInt(far), 1n]]);
    });
  }

  const stackCases = ["ldr x4, [sp]", "ldp x4, x7, [sp], #16", "str x4, [sp, #-16]!", "ldr q0, [sp, #16]"];
  for (const instruction of stackCases) {
    it(`is taken where SP is not aligned: ${instruction}`, () => {
      const guest = compared({ body: `mrs x9, SCTLR_EL1\n orr x9, x9, #8\n msr SCTLR_EL1, x9\n isb\n ${hot(instruction, GOOD + 8, "mov sp, x20")}\n mov x22, sp` }, { share: 0.4 });
      expect(registers(guest, 4, 7, 22)).to.deep.equal([0x44n, 0x77n, BigInt(GOOD + 8)]);
      expect(logOf(guest).map(([esr, , where]) => [esr, where])).to.deep.equal([[0x9a00_0000n, 1n]]);
    });
  }

  it("is taken behind a branch to an address that is not aligned", () => {
    const guest = compared({
      body: `
        mov x6, #21
      again:
        adr x20, target
        cmp x6, #1
        cinc x20, x20, eq
        mov x18, x6
        br x20
      target:
        subs x6, x6, #1
        b.ne again`,
      sync: "adr x16, off\n mrs x22, ESR_EL1\n mrs x23, FAR_EL1\n mrs x24, ELR_EL1\n msr ELR_EL1, x16\n eret",
    });
    const [esr, far, elr, target] = registers(guest, 22, 23, 24, 20);
    expect([esr, far, elr]).to.deep.equal([0x8a00_0000n, target, target]);
    expect(target! & 3n).to.equal(1n);
  });
});
