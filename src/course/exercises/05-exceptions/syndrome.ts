import type { Cause, Fault } from "../../../machine/cpu/exception";
import type { ExceptionParts } from "../../../machine/exceptions/parts";
import { syndromeOf as ours } from "../../../machine/exceptions/syndrome";
import type { Level } from "../../../machine/sysregs/pstate";
import { hex } from "../03-system-registers/notation";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { address, causeText } from "./notation";

type SyndromeOf = ExceptionParts["syndromeOf"];

const load = (at: bigint, fault: Fault): Cause => ({ kind: "data abort", address: at, write: false, fault });
const store = (at: bigint, fault: Fault): Cause => ({ kind: "data abort", address: at, write: true, fault });
const fetch = (at: bigint, fault: Fault): Cause => ({ kind: "instruction abort", address: at, fault });

type Row = readonly [why: string, cause: Cause, level: Level, esr: bigint, far?: bigint];

/** What QEMU 7.2's Neoverse N1 has in ESR_EL1 and FAR_EL1. */
const FROM_QEMU: readonly Row[] = [
  ["EL0: svc #42",                     { kind: "SVC", imm16: 42 },                                         0, 0x5600_002an],
  ["EL1: svc #42 is of the same class", { kind: "SVC", imm16: 42 },                                        1, 0x5600_002an],
  ["EL0: brk #7",                      { kind: "BRK", imm16: 7 },                                          0, 0xf200_0007n],
  ["EL1: udf #0",                      { kind: "undefined", word: 0 },                                     1, 0x0200_0000n],
  ["EL0: mrs x0, SCTLR_EL1",           { kind: "undefined", word: 0xd538_1000 },                           0, 0x0200_0000n],
  ["EL0: mrs x5, CNTVCT_EL0",          { kind: "trapped access", word: 0xd53b_e045 },                      0, 0x6234_f8a1n],
  ["EL0: dc cvau, x7",                 { kind: "trapped access", word: 0xd50b_7b27 },                      0, 0x6212_dcf6n],
  ["EL1: fmov d0, #1.0",               { kind: "trapped FP", word: 0x1e6e_1000 },                          1, 0x1fe0_0000n],
  ["EL0: wfi",                         { kind: "trapped wait", word: 0xd503_207f },                        0, 0x07e0_0000n],
  ["EL1: load from nowhere",           load(0x40a0_0000n, { kind: "translation", level: 2 }),              1, 0x9600_0006n, 0x40a0_0000n],
  ["EL0: load from nowhere",           load(0x40a0_0000n, { kind: "translation", level: 2 }),              0, 0x9200_0006n, 0x40a0_0000n],
  ["EL0: store, out of range",         store(0x80_0000_0000n, { kind: "translation", level: 0 }),          0, 0x9200_0044n, 0x80_0000_0000n],
  ["EL0: store into code",             store(0x4028_0000n, { kind: "permission", level: 2 }),              0, 0x9200_004en, 0x4028_0000n],
  ["EL1: store, read-only",            store(0x4080_0000n, { kind: "permission", level: 3 }),              1, 0x9600_004fn, 0x4080_0000n],
  ["EL1: access flag",                 load(0x4080_1000n, { kind: "access flag", level: 3 }),              1, 0x9600_000bn, 0x4080_1000n],
  ["EL1: unaligned load",              load(0x4008_0001n, { kind: "alignment" }),                          1, 0x9600_0021n, 0x4008_0001n],
  ["EL1: jump nowhere",                fetch(0x40a0_0000n, { kind: "translation", level: 2 }),             1, 0x8600_0006n, 0x40a0_0000n],
  ["EL0: jump to data",                fetch(0x4048_0000n, { kind: "permission", level: 2 }),              0, 0x8200_000en, 0x4048_0000n],
  ["EL0: jump, PC odd",                { kind: "PC alignment", address: 0x4028_0002n },                    0, 0x8a00_0000n, 0x4028_0002n],
  ["EL1: jump, PC odd: the same class", { kind: "PC alignment", address: 0x4008_0002n },                   1, 0x8a00_0000n, 0x4008_0002n],
  ["EL1: eret to EL2, and then",       { kind: "illegal state" },                                          1, 0x3a00_0000n],
];

const NOBODY_ANSWERS: readonly Row[] = [
  ["QEMU, EL0: hvc #1",                { kind: "HVC", imm16: 1 },                                          0, 0x0200_0000n],
  ["QEMU, EL1: smc #1",                { kind: "SMC", imm16: 1 },                                          1, 0x0200_0000n],
  ["QEMU, EL0: hlt #3",                { kind: "HLT", imm16: 3 },                                          0, 0x0200_0000n],
];

const DEBUG: readonly Row[] = [
  ["QEMU, EL0: stepped a nop",         { kind: "software step", exclusive: false },                        0, 0xcb00_0022n],
  ["QEMU, EL0: stepped ldxr",          { kind: "software step", exclusive: true },                         0, 0xcb00_0062n],
  ["QEMU, EL0: stepped nothing",       { kind: "software step", exclusive: undefined },                    0, 0xca00_0022n],
  ["QEMU, EL1: stepped a nop",         { kind: "software step", exclusive: false },                        1, 0xcf00_0022n],
  ["QEMU, EL0: breakpoint",            { kind: "breakpoint", address: 0x4008_1000n },                      0, 0xc200_0022n],
  ["QEMU, EL1: breakpoint",            { kind: "breakpoint", address: 0x4008_1000n },                      1, 0xc600_0022n],
  ["QEMU, EL0: a load is watched",     { kind: "watchpoint", address: 0x1234n, write: false },             0, 0xd200_0022n, 0x1234n],
  ["QEMU, EL0: a store is watched",    { kind: "watchpoint", address: 0x1234n, write: true },              0, 0xd200_0062n, 0x1234n],
  ["QEMU, EL1: a load is watched",     { kind: "watchpoint", address: 0x1234n, write: false },             1, 0xd600_0022n, 0x1234n],
];

/** Arm ARM, "ESR_EL1", by hand. */
const BY_MANUAL: readonly Row[] = [
  ["EL0: wfe",                         { kind: "trapped wait", word: 0xd503_205f },                        0, 0x07e0_0001n],
  ["EL0: msr daifset, #5, Rt is 31",   { kind: "trapped access", word: 0xd503_45df },                      0, 0x620c_d3ean],
  ["EL1: dc ivac: WnR is 1, too",      { ...store(0x5000n, { kind: "translation", level: 3 }), write: false, maintenance: true } as Cause, 1, 0x9600_0147n, 0x5000n],
  ["EL1: dc ivac is watched",          { kind: "watchpoint", address: 0x5000n, write: false, maintenance: true }, 1, 0xd600_0162n, 0x5000n],
  ["EL1: store, nothing there",        store(0x5000n, { kind: "external" }),                               1, 0x9600_0050n, 0x5000n],
  ["EL0: load, and the table is not there", load(0x5000n, { kind: "external", level: 1 }),                 0, 0x9200_0015n, 0x5000n],
  ["EL0: fetch, a table of level 0 is not there", fetch(0x5000n, { kind: "external", level: 0 }),          0, 0x8200_0014n, 0x5000n],
  ["EL1: the base register is too large", fetch(0x5000n, { kind: "address size", level: 0 }),              1, 0x8600_0000n, 0x5000n],
  ["EL0: SP",                          { kind: "SP alignment" },                                           0, 0x9a00_0000n],
  ["EL1: SP",                          { kind: "SP alignment" },                                           1, 0x9a00_0000n],
  ["EL0: SError",                      { kind: "SError" },                                                 0, 0xbe00_0000n],
  ["EL0: svc #0xffff",                 { kind: "SVC", imm16: 0xffff },                                     0, 0x5600_ffffn],
  ["a load of the uppermost byte",     load(0xffff_ffff_ffff_ffffn, { kind: "translation", level: 0 }),    1, 0x9600_0004n, 0xffff_ffff_ffff_ffffn],
];

const INTERRUPTS: readonly Case<SyndromeOf>[] = (["IRQ", "FIQ"] as const).flatMap((kind) =>
  ([0, 1] as const).map((level): Case<SyndromeOf> => ({ args: [{ kind }, level], want: { esr: undefined, far: undefined }, why: "neither register is written" })));

export const syndrome: Trial<SyndromeOf> = {
  show: {
    call: (cause, level) => `syndromeOf(${causeText(cause)}), from EL${level}`,
    answer: ({ esr, far }) => `ESR_EL1 ${esr === undefined ? "as it was" : hex(esr)}, FAR_EL1 ${far === undefined ? "as it was" : address(far)}`,
  },
  properties: [
    { title: "says what QEMU says", cases: () => FROM_QEMU.map(caseOf) },
    { title: "has no class for calls that nobody answers", cases: () => NOBODY_ANSWERS.map(caseOf) },
    { title: "tells a debugger what QEMU tells it", cases: () => DEBUG.map(caseOf) },
    { title: "says what the manual says", cases: () => BY_MANUAL.map(caseOf) },
    { title: "says nothing of an interrupt", cases: () => INTERRUPTS },
    {
      title: "agrees with the reference everywhere",
      cases: (draw) => draw.times(400, (): Case<SyndromeOf> => {
        const args = [drawCause(draw), draw.pick([0, 1] as const)] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};

const caseOf = ([why, cause, level, esr, far]: Row): Case<SyndromeOf> => ({ args: [cause, level], want: { esr, far }, why });

function drawCause(draw: Draw): Cause {
  const at = draw.bigBits(draw.pick([32, 39, 48, 64]));
  const access = { address: at, write: draw.bits(1) === 1, maintenance: draw.below(4) === 0 };
  return draw.pick<() => Cause>([
    () => ({ kind: draw.pick(["SVC", "BRK", "HVC", "SMC", "HLT"] as const), imm16: draw.bits(16) }),
    () => ({ kind: "trapped access", word: 0xd500_0000 + (draw.bits(1) << 21) + (draw.between(1, 3) << 19) + draw.bits(19) }),
    () => ({ kind: "data abort", ...access, fault: drawFault(draw) }),
    () => ({ kind: "instruction abort", address: at, fault: drawFault(draw) }),
    () => ({ kind: "watchpoint", ...access }),
  ])();
}

/** One that the architecture has a code for. */
export function drawFault(draw: Draw): Fault {
  const level = draw.below(4);
  const kind = draw.pick(["translation", "access flag", "permission", "address size", "alignment", "external"] as const);
  switch (kind) {
    case "alignment": return { kind };
    case "external": return draw.bits(1) === 0 ? { kind } : { kind, level };
    case "access flag": case "permission": return { kind, level: Math.max(1, level) };
    default: return { kind, level };
  }
}
