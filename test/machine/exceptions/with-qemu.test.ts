// Exceptions from beginning to end: a few instructions on a whole processor, and what the handler finds. The values
// are those of qemu-system-aarch64 7.2 -machine virt -cpu max,pauth=off, on which the same code was run with vectors that print
// them; where it departs from the manual, the row says so and has the manual's.

import { expect } from "chai";
import { createMemory, PAGE } from "../../../src/machine/cpu/layout";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { createProcessor } from "../../../src/machine/exceptions/processor";

const RAM = 0x4008_0000;
const BODY = RAM + PAGE;
const VECTORS = RAM + 2 * PAGE;
const DATA = RAM + 3 * PAGE;

/** Runs at EL1, as behind a reset: `setup`, and an ERET with SPSR_EL1 = `spsr` to `body`. X1 is DATA. */
function handlerFinds(spsr: number, setup: string, body: string): readonly (bigint | number)[] {
  const physical = new PhysicalMemory(createMemory(4 * PAGE), RAM, 4 * PAGE);
  const { cpu, system } = createProcessor({ physical });
  const put = (at: number, source: string): void => {
    physical.write(at, new Assembler(standardDecoder()).assemble(source, BigInt(at)).bytes);
  };
  put(RAM, `
    ldr x0, =${VECTORS}
    msr vbar_el1, x0
    ldr x0, =0x30d00980
    msr sctlr_el1, x0
    mov x0, #0x300000
    msr cpacr_el1, x0
    msr oslar_el1, xzr
    ldr x0, =${spsr}
    msr spsr_el1, x0
    ldr x0, =${BODY}
    msr elr_el1, x0
    ldr x1, =${DATA}
    isb
    ${setup}
    eret`);
  put(BODY, body);
  cpu.pc = BigInt(RAM);
  const isHandling = (): boolean => cpu.pc >= VECTORS && cpu.pc < VECTORS + 0x800;
  for (let i = 0; i < 60 && !isHandling(); i++) cpu.run(1);
  const registers = [system.stored("ESR_EL1"), system.stored("FAR_EL1"), system.stored("ELR_EL1") - BigInt(BODY), system.stored("SPSR_EL1")];
  return [Number(cpu.pc) - VECTORS, ...registers];
}

const lines = (...instructions: readonly string[]): string => instructions.join("\n ");
const set = (register: string, value: number): string => lines(`ldr x0, =${value}`, `msr ${register}, x0`);

const SS = 1;
const KDE = 1 << 13;
const MDE = 1 << 15;
const stepping = set("mdscr_el1", SS);
const steppingEl1 = lines("msr daifset, #8", set("mdscr_el1", SS | KDE));

/** DBGBCR<n>_EL1: enabled, for EL0 and EL1; DBGWCR<n>_EL1 with eight bytes, loads and stores. */
const BCR = 0x1e7;
const WCR = 0x1fff;
const breakpoint = (at: number, control = BCR): string => lines(set("dbgbvr0_el1", at), set("dbgbcr0_el1", control), set("mdscr_el1", MDE));
const context = (n: number, value: number): string =>
  lines(set("contextidr_el1", 77), set(`dbgbvr${n}_el1`, value), set(`dbgbcr${n}_el1`, BCR | (3 << 20)));
const watchpoint = (at: number, control = WCR): string => lines(set("dbgwvr0_el1", DATA + at), set("dbgwcr0_el1", control), set("mdscr_el1", MDE));
const debuggedEl1 = (setup: string): string => lines("msr daifset, #8", setup, set("mdscr_el1", MDE | KDE));

type Row = readonly [
  title: string, spsr: number, setup: string, body: string,
  vector: number, esr: bigint, far: bigint, elr: bigint, spsrThen: bigint,
];

const CALLS: readonly Row[] = [
  // what                 SPSR_EL1     setup  body               vector  ESR_EL1        FAR_EL1  ELR_EL1 SPSR_EL1
  ["SVC at EL0",          0xb0c0_0000, "",    "svc #0x1234",     0x400,  0x5600_1234n,  0n,      4n,     0xb0c0_0000n],
  ["SVC at EL1t",         0x3c4,       "",    "svc #1",          0x000,  0x5600_0001n,  0n,      4n,     0x3c4n],
  ["SVC at EL1h",         0x3c5,       "",    "svc #1",          0x200,  0x5600_0001n,  0n,      4n,     0x3c5n],
  ["HVC at EL0",          0,           "",    "hvc #1",          0x400,  0x0200_0000n,  0n,      0n,     0n],
  ["SMC at EL1h",         0x3c5,       "",    "smc #1",          0x200,  0x0200_0000n,  0n,      0n,     0x3c5n],
  ["BRK at EL0",          0,           "",    "brk #0xffff",     0x400,  0xf200_ffffn,  0n,      0n,     0n],
  ["HLT at EL1t",         0x3c4,       "",    "hlt #3",          0x000,  0x0200_0000n,  0n,      0n,     0x3c4n],
  ["UDF at EL0",          0,           "",    "udf #3",          0x400,  0x0200_0000n,  0n,      0n,     0n],
  ["a branch to an odd place (QEMU: and BTYPE, of BTI)", 0, "", lines("add x1, x1, #2", "br x1"), 0x400, 0x8a00_0000n, BigInt(DATA + 2), BigInt(DATA + 2 - BODY), 0n],
  ["SP not aligned (QEMU: does not look)", 0, set("sctlr_el1", 0x30d0_0998), lines("mov x3, #8", "mov sp, x3", "ldr x4, [sp]"), 0x400, 0x9a00_0000n, 0n, 8n, 0n],
  ["FP without leave",    0x3c5,       "msr cpacr_el1, xzr", "fmov d0, #1.0", 0x200, 0x1fe0_0000n, 0n, 0n, 0x3c5n],
  ["WFI without leave",   0,           "",    "wfi",             0x400,  0x07e0_0000n,  0n,      0n,     0n],
  ["WFE without leave (QEMU: never sleeps)", 0, "", lines("wfe", "wfe"), 0x400, 0x07e0_0001n, 0n, 4n, 0n], // ERET has set the event register.
  ["MRS without leave",   0,           "",    "mrs x5, ctr_el0", 0x400,  0x6232_c0a1n,  0n,      0n,     0n],
  ["DAIFSet without leave (QEMU: Op1 and Op2 exchanged)", 0, "", "msr daifset, #5", 0x400, 0x620c_d3ean, 0n, 0n, 0n],
];

const RETURNS: readonly Row[] = [
  ["PSTATE.IL",           0x10_0000,   "",    "nop",             0x400,  0x3a00_0000n,  0n,      0n,     0x10_0000n],
  ["to EL0 with SP_ELx",  0x3c1,       "",    "nop",             0x200,  0x3a00_0000n,  0n,      0n,     0x10_03c5n],
  ["to EL2",              0x1c9,       "",    "nop",             0x200,  0x3a00_0000n,  0n,      0n,     0x10_01c5n],
  ["to EL2, from EL1t",   0x1c9,  "msr spsel, #0", "nop",        0x000,  0x3a00_0000n,  0n,      0n,     0x10_01c4n],
  ["to a reserved mode",  0x4000_0e06, "",    "nop",             0x200,  0x3a00_0000n,  0n,      0n,     0x4010_0205n],
  ["with PAN (QEMU: keeps its own)", 0xf0c0_0008, "", "nop",     0x200,  0x3a00_0000n,  0n,      0n,     0xf050_0005n],
  ["to an odd place, with IL", 0x10_0000, set("elr_el1", BODY + 2), "nop", 0x400, 0x8a00_0000n, BigInt(BODY + 2), 2n, 0x10_0000n],
];

const STEPS: readonly Row[] = [
  ["NOP",                 0x20_0000,   stepping, "nop",          0x400,  0xcb00_0022n,  0n,      4n,     0n],
  ["LDXR",                0x20_0000,   stepping, "ldxr x4, [x1]", 0x400, 0xcb00_0062n,  0n,      4n,     0n],
  ["LDXP",                0x20_0000,   stepping, "ldxp x4, x5, [x1]", 0x400, 0xcb00_0062n, 0n,   4n,     0n],
  ["CASP",                0x20_0000,   stepping, "casp x4, x5, x6, x7, [x1]", 0x400, 0xcb00_0022n, 0n, 4n, 0n],
  ["a branch",            0x20_0000,   stepping, "b .+8",        0x400,  0xcb00_0022n,  0n,      8n,     0n],
  ["SVC: it is complete", 0x20_0000,   stepping, "svc #1",       0x400,  0x5600_0001n,  0n,      4n,     0n],
  ["BRK: it is not",      0x20_0000,   stepping, "brk #1",       0x400,  0xf200_0001n,  0n,      0n,     0x20_0000n],
  ["UDF: it is not",      0x20_0000,   stepping, "udf #1",       0x400,  0x0200_0000n,  0n,      0n,     0x20_0000n],
  ["HVC: it is not",      0x20_0000,   stepping, "hvc #1",       0x400,  0x0200_0000n,  0n,      0n,     0x20_0000n],
  ["PSTATE.IL",           0x30_0000,   stepping, "nop",          0x400,  0x3a00_0000n,  0n,      0n,     0x30_0000n],
  ["nothing",             0,           stepping, "nop",          0x400,  0xca00_0022n,  0n,      0n,     0n],
  ["not while locked (QEMU: though locked)", 0x20_0000, lines(stepping, "mov x0, #1", "msr oslar_el1, x0"), lines("nop", "svc #7"), 0x400, 0x5600_0007n, 0n, 8n, 0n],
  ["not EL1",             0x20_0005,   stepping, lines("nop", "svc #7"), 0x200, 0x5600_0007n, 0n, 8n,    0x5n],
  ["EL1, with KDE",       0x20_01c5,   steppingEl1, "nop",       0x200,  0xcf00_0022n,  0n,      4n,     0x1c5n],
  ["EL1, nothing",        0x1c5,       steppingEl1, "nop",       0x200,  0xce00_0022n,  0n,      0n,     0x1c5n],
  ["EL1, while masked",   0x20_03c5,   steppingEl1, lines("nop", "svc #7"), 0x200, 0x5600_0007n, 0n, 8n, 0x3c5n],
  ["EL1, unmasked: at once", 0x20_03c5, steppingEl1, lines("nop", "msr daifclr, #8", "nop"), 0x200, 0xce00_0022n, 0n, 8n, 0x1c5n],
  ["EL1, SVC",            0x20_01c5,   steppingEl1, "svc #7",    0x200,  0x5600_0007n,  0n,      4n,     0x1c5n],
  ["EL1, ERET",           0x20_01c5,   steppingEl1, "eret",      0x200,  0xcf00_0022n,  0n,      0n,     0x1c5n],
  ["EL1, DAIFSet (QEMU: stops though masked)", 0x20_01c5, steppingEl1, lines("msr daifset, #8", "svc #7"), 0x200, 0x5600_0007n, 0n, 8n, 0x3c5n],
  ["EL1, an illegal return (QEMU: loses SS)", 0x20_01c9, steppingEl1, "nop", 0x200, 0x3a00_0000n, 0n, 0n, 0x30_01c5n],
  ["a load; the next is watched", 0x20_0000, lines(set("dbgwvr0_el1", DATA), set("dbgwcr0_el1", 0x1fff), set("mdscr_el1", MDE | SS)), lines("nop", "ldr x4, [x1]"), 0x400, 0xcb00_0022n, 0n, 4n, 0n],
];

const BREAKPOINTS: readonly Row[] = [
  ["at the second word",  0,     breakpoint(BODY + 4), lines("nop", "nop"),              0x400, 0xc200_0022n, 0n, 4n, 0n],
  ["of EL1",              0x1c5, debuggedEl1(breakpoint(BODY + 4)), lines("nop", "nop"), 0x200, 0xc600_0022n, 0n, 4n, 0x1c5n],
  ["of EL1, masked",      0x3c5, debuggedEl1(breakpoint(BODY)), lines("nop", "svc #9"),  0x200, 0x5600_0009n, 0n, 8n, 0x3c5n],
  ["of EL1, no KDE",      0x1c5, breakpoint(BODY), lines("nop", "svc #9"),               0x200, 0x5600_0009n, 0n, 8n, 0x1c5n],
  ["for EL1, in EL0",     0,     breakpoint(BODY, 0x1e3), lines("nop", "svc #9"),        0x400, 0x5600_0009n, 0n, 8n, 0n],
  ["before PSTATE.IL",    0x10_0000, breakpoint(BODY), "nop",                            0x400, 0xc200_0022n, 0n, 0n, 0x10_0000n],
  ["before its step",     0x20_0000, lines(breakpoint(BODY), set("mdscr_el1", MDE | SS)), "nop", 0x400, 0xc200_0022n, 0n, 0n, 0x20_0000n],
  ["behind a step",       0,     lines(breakpoint(BODY), set("mdscr_el1", MDE | SS)), "nop", 0x400, 0xca00_0022n, 0n, 0n, 0n],
  ["in this context",     0, lines(context(5, 77), breakpoint(BODY + 4, BCR | 0x15_0000)), lines("nop", "nop"), 0x400, 0xc200_0022n, 0n, 4n, 0n],
  ["in another context",  0, lines(context(5, 78), breakpoint(BODY + 4, BCR | 0x15_0000)), lines("nop", "nop", "svc #9"), 0x400, 0x5600_0009n, 0n, 12n, 0n],
  ["where a branch goes", 0,     breakpoint(BODY + 8), lines("b .+8", "nop", "nop"),     0x400, 0xc200_0022n, 0n, 8n, 0n],
  ["before PSTATE.IL and its step", 0x30_0000, lines(breakpoint(BODY), set("mdscr_el1", MDE | SS)), "nop", 0x400, 0xc200_0022n, 0n, 0n, 0x30_0000n],
];

const FAR = BigInt(DATA);
const WATCHPOINTS: readonly Row[] = [
  ["a load",              0,         watchpoint(0), "ldr x4, [x1]",           0x400, 0xd200_0022n, FAR,       0n, 0n],
  ["a store",             0,         watchpoint(0), "str x4, [x1]",           0x400, 0xd200_0062n, FAR,       0n, 0n],
  ["bytes 4 on",          0,         watchpoint(0, 0x21f), "ldr x4, [x1]",    0x400, 0xd200_0022n, FAR + 4n,  0n, 0n],
  ["the second of two",   0,         watchpoint(8), "ldp x4, x5, [x1]",       0x400, 0xd200_0022n, FAR + 8n,  0n, 0n],
  ["LDXR",                0,         watchpoint(0), "ldxr x4, [x1]",          0x400, 0xd200_0022n, FAR,       0n, 0n],
  ["STXR that would store", 0,       watchpoint(0, 0x1ff7), lines("ldxr x4, [x1]", "stxr w5, x4, [x1]"), 0x400, 0xd200_0062n, FAR, 4n, 0n],
  ["STXR that would not", 0,         watchpoint(0), lines("stxr w5, x4, [x1]", "svc #9"), 0x400, 0x5600_0009n, 0n, 8n, 0n],
  ["LDADD: a load",       0,         watchpoint(0), "ldadd x4, x5, [x1]",     0x400, 0xd200_0022n, FAR,       0n, 0n],
  ["LDADD: a store",      0,         watchpoint(0, 0x1ff7), "ldadd x4, x5, [x1]", 0x400, 0xd200_0062n, FAR,   0n, 0n],
  ["CAS that does not store", 0,     watchpoint(0, 0x1ff7), lines("mov x4, #-7", "cas x4, x5, [x1]"), 0x400, 0xd200_0062n, FAR, 4n, 0n],
  ["PRFM does not count", 0,         watchpoint(0), lines("prfm pldl1keep, [x1]", "svc #9"), 0x400, 0x5600_0009n, 0n, 8n, 0n],
  ["of EL1",              0x1c5,     debuggedEl1(watchpoint(0, 0x1ffb)), "ldr x4, [x1]", 0x200, 0xd600_0022n, FAR, 0n, 0x1c5n],
  ["of EL1: LDTR is EL0's", 0x1c5,   debuggedEl1(watchpoint(0, 0x1ffd)), "ldtr x4, [x1]", 0x200, 0xd600_0022n, FAR, 0n, 0x1c5n],
  ["of EL1, no KDE",      0x1c5,     watchpoint(0), lines("ldr x4, [x1]", "svc #9"), 0x200, 0x5600_0009n, 0n, 8n, 0x1c5n],
  ["in this context",     0, lines(context(5, 77), watchpoint(0, WCR | 0x15_0000)), "ldr x4, [x1]", 0x400, 0xd200_0022n, FAR, 0n, 0n],
  ["while stepped",       0x20_0000, lines(watchpoint(0), set("mdscr_el1", MDE | SS)), "ldr x4, [x1]", 0x400, 0xd200_0022n, FAR, 0n, 0x20_0000n],
  ["STP, which changes nothing", 0,  watchpoint(8, 0x1ff7), "stp x4, x5, [x1], #16", 0x400, 0xd200_0062n, FAR + 8n,  0n, 0n],
  ["the second ST2",      0,         watchpoint(24, 0x1ff7), lines("st2 {v0.8b, v1.8b}, [x1], #16", "st2 {v0.8b, v1.8b}, [x1]"), 0x400, 0xd200_0062n, FAR + 24n, 4n, 0n],
  ["the third of four vectors", 0,   watchpoint(40), "st1 {v0.16b, v1.16b, v2.16b, v3.16b}, [x1]", 0x400, 0xd200_0062n, FAR + 40n, 0n, 0n],
];

describe("A handler finds what it finds on QEMU", () => {
  const groups: Readonly<Record<string, readonly Row[]>> = {
    "of calls and refusals": CALLS,
    "of returns to where one may not go": RETURNS,
    "of a stepped instruction:": STEPS,
    "of a breakpoint": BREAKPOINTS,
    "of a watchpoint:": WATCHPOINTS,
  };
  for (const [group, rows] of Object.entries(groups)) {
    describe(group, () => {
      for (const [title, spsr, setup, body, ...expected] of rows) {
        it(title, () => { expect(handlerFinds(spsr, setup, body)).to.deep.equal(expected); });
      }
    });
  }
});
