// Taking and returning: which vector, what is saved, what PSTATE is then; ERET with every pattern of SPSR_EL1;
// alignment of accesses, SP and PC; the illegal state.

import type { Random } from "../../words";
import { below, oneIn, pick, random64 } from "../../cpu/values";
import { type Case, EL0T, EL1H, EL1T } from "../case";
import { assembled } from "../code";
import { CODE, DATA, HIGH, OTHER_VECTORS, USER_DATA, VECTORS } from "../place";
import { ELR, SAFE_SCTLR, SAFE_TCR, SCTLR_M, SP_EL0, SP_EL1, SPSR } from "../settings";

const PSTATE_BITS = { PAN: 1n << 22n, UAO: 1n << 23n, D: 1n << 9n, A: 1n << 8n, I: 1n << 7n, F: 1n << 6n } as const;
const SPAN = 1n << 23n;

/** EL0t, EL1t or EL1h; flags, masks, PAN and UAO as they fall. */
function drawPstate(random: Random): bigint {
  const mode = pick(random, [EL0T, EL1T, EL1H]) & 0xfn;
  const optional = Object.values(PSTATE_BITS).reduce((all, bit) => (oneIn(random, 2) ? all | bit : all), 0n);
  return mode | optional | (BigInt(below(random, 16)) << 28n);
}

const spanning = (random: Random): bigint => (oneIn(random, 2) ? SAFE_SCTLR : SAFE_SCTLR & ~SPAN);
const drawVbar = (random: Random): bigint => BigInt(VECTORS + below(random, 2) * OTHER_VECTORS);

const CALLS: readonly ((imm: number) => string)[] = [
  (imm) => `svc #${imm}`, (imm) => `svc #${imm}`, (imm) => `brk #${imm}`, (imm) => `hlt #${imm}`, (imm) => `udf #${imm}`, (imm) => `smc #${imm}`,
  (imm) => `dcps1 #${imm}`, () => "ldr x0, [x1, #1]!", () => "mrs x0, S3_7_C15_C2_0",
];

function calls(count: number, random: Random): Case[] {
  return Array.from({ length: count }, () => {
    const source = pick(random, CALLS)(pick(random, [0, 1, 0xffff, 0x8000, below(random, 0x1_0000)]));
    const isAccess = source.startsWith("ldr");
    const pstate = drawPstate(random);
    return {
      title: `${source} with PSTATE 0x${pstate.toString(16)}`,
      words: assembled(`add x5, x6, x7; ${source}; svc #1`),
      state: { 1: BigInt(DATA), [SPSR]: pstate },
      settings: { SCTLR_EL1: spanning(random) | (isAccess ? 2n : 0n), VBAR_EL1: drawVbar(random) },
    };
  });
}

/** HVC is a call of the firmware's at EL1, so it is tried at EL0, where it is Undefined. */
function hypervisorCalls(): Case[] {
  return [0, 1, 0xffff].map((imm) => ({
    title: `hvc #${imm} at EL0`, words: assembled(`hvc #${imm}; svc #1`), state: { 0: 0x8400_0000n, [SPSR]: EL0T },
  }));
}

const IL = 1n << 20n;
const AARCH32_EL0 = 0b1_0000n;
/** SS is for the cases of debug.ts; SSBS, DIT, TCO, BTYPE and AArch32 at EL0 are features of one machine only. */
const RETURN_BITS = 0xf0d0_03dfn;

/** After an illegal return, UAO is UNKNOWN. */
const UNSURE_BITS = PSTATE_BITS.UAO;
const RETURN = "msr spsr_el1, x0; msr elr_el1, x1; mov x3, #1; isb; eret; udf #1; udf #2; udf #3; udf #4; mov x4, #2; svc #3; udf #4";
const RETURN_TARGET = CODE + 36;

/** Every mode there is, and every one there is not. */
function returns(count: number, random: Random): Case[] {
  return Array.from({ length: count }, (_, i) => {
    const mode = BigInt(i % 32) === AARCH32_EL0 ? 0n : BigInt(i % 32);
    const isLegal = [EL0T, EL1T, EL1H].some((legal) => (legal & 0xfn) === mode);
    const drawn = (random64(random) & (isLegal ? RETURN_BITS : RETURN_BITS & ~UNSURE_BITS) & ~0x1fn) | mode;
    const spsr = oneIn(random, 4) ? drawn : drawn & ~IL;
    const low = oneIn(random, 4) ? below(random, 4) : 0;
    return {
      title: `ERET with SPSR 0x${spsr.toString(16)}, ELR +${low}`,
      words: assembled(RETURN),
      state: { 0: spsr, 1: BigInt(RETURN_TARGET + low), [SPSR]: pick(random, [EL1H, EL1T]) & ~0x1c0n | (BigInt(below(random, 8)) << 6n) },
      settings: { SCTLR_EL1: spanning(random), VBAR_EL1: drawVbar(random) },
    };
  });
}

/** PSTATE.IL set: whatever the instruction is, it is not executed. */
function illegalStates(random: Random): Case[] {
  const sources = ["nop", "svc #1", "brk #1", "udf #0", "mrs x0, sctlr_el1", "ldr x0, [x1, #1]", "b . + 8", "wfi", "eret", "fmov d0, d1", "hvc #0"];
  return sources.flatMap((source) => [EL0T, EL1H, EL1T].map((mode) => ({
    title: `${source} in the illegal state, 0x${mode.toString(16)}`,
    words: assembled(`${source}; svc #1; svc #2`),
    state: { 1: BigInt(DATA), [SPSR]: mode | IL },
    settings: { SCTLR_EL1: SAFE_SCTLR | 2n, CPACR_EL1: 0n, VBAR_EL1: drawVbar(random) },
  })));
}

const ALIGNED_SOURCES = [
  "ldr x0, [x1]", "ldr w0, [x1]", "ldrh w0, [x1]", "ldrb w0, [x1]", "str x2, [x1]", "str w2, [x1]", "strh w2, [x1]",
  "ldp x0, x3, [x1]", "stp w2, w3, [x1]",
  "ldr q0, [x1]", "str q0, [x1]", "str d0, [x1]", "ldp q0, q1, [x1]", "ld1 {v0.16b}, [x1]", "ld1 {v0.2d}, [x1]",
  "st1 {v0.4s, v1.4s}, [x1]", "ld4 {v0.4h, v1.4h, v2.4h, v3.4h}, [x1]",
  "st1 {v0.s}[1], [x1]", "ld1r {v0.8h}, [x1]", "ldxr x0, [x1]", "ldaxrh w0, [x1]", "ldxp w0, w3, [x1]", "ldar w0, [x1]",
  "stlr x2, [x1]", "stlrh w2, [x1]",
  "ldadd w2, w0, [x1]", "cas x0, x2, [x1]", "casp w4, w5, w6, w7, [x1]", "swph w2, w0, [x1]", "ldtr x0, [x1]", "sttrh w2, [x1]",
  "prfm pldl1keep, [x1]", "dc zva, x1", "ldur x0, [x1, #3]",
  "ldr x0, [x1], #1", "ldp x0, x3, [x1, #8]!", "ldnp w0, w3, [x1]",
] as const;

const STACK_SOURCES = [
  "ldr x0, [sp]", "str x2, [sp, #-16]!", "ldp x0, x3, [sp], #16", "ldrb w0, [sp, #1]", "add x0, sp, #1", "mov x0, sp", "ldxr x0, [sp]",
  "stlrb w2, [sp]", "ld1 {v0.8b}, [sp]",
  "prfm pldl1keep, [sp]", "ldr x0, [sp, x4]", "ldadd x2, x0, [sp]", "sttrb w2, [sp]", "str q0, [sp]", "ldr q0, [sp, #16]",
  "cas x0, x2, [sp]", "ldpsw x0, x3, [sp]",
] as const;

const A = 1n << 1n;
const SA = 1n << 3n;
const SA0 = 1n << 4n;
const DZE = 1n << 14n;

/** With the MMU on: without, data is Device memory, whose alignment QEMU does not check (errata.ts). */
function alignments(count: number, random: Random): Case[] {
  return Array.from({ length: count }, () => {
    const base = pick(random, [0n, HIGH]);
    const data = base + USER_DATA;
    const isStack = oneIn(random, 3);
    const source = pick(random, isStack ? STACK_SOURCES : ALIGNED_SOURCES);
    const at = BigInt(DATA + 0x1000 + below(random, isStack ? 24 : 16)) + data;
    const pstate = drawPstate(random) & ~PSTATE_BITS.PAN;
    const controls = [A, SA, SA0].reduce((all, bit) => (oneIn(random, 2) ? all | bit : all), SAFE_SCTLR | SCTLR_M | DZE);
    return {
      title: `${source} at 0x${at.toString(16)}`,
      words: assembled(`${source}; svc #1`),
      base,
      state: {
        1: at, 4: BigInt(below(random, 9)), [SP_EL0]: at ^ BigInt(below(random, 2) * 8), [SP_EL1]: at ^ BigInt(below(random, 2)), [SPSR]: pstate,
        [ELR]: BigInt.asUintN(64, base + BigInt(CODE)),
      },
      settings: { SCTLR_EL1: controls },
      peeks: [[DATA + 0x1000 - 16, 8]],
    };
  });
}

const BRANCHES = ["br x1", "blr x1", "ret x1", "eret"] as const;

const TARGETS = "svc #3; svc #4; svc #5; svc #6; svc #7; svc #8; mov x2, #8; svc #9; svc #10";
const BRANCH_TARGET = CODE + 32;

/** Also top bytes, which are ignored by TBI: a branch puts copies of bit 55 there. */
function branches(count: number, random: Random): Case[] {
  return Array.from({ length: count }, () => {
    const base = pick(random, [0n, HIGH]);
    const isMapped = base !== 0n || oneIn(random, 2);
    const source = pick(random, BRANCHES);
    const to = BigInt.asUintN(64, base + BigInt(BRANCH_TARGET + (oneIn(random, 3) ? below(random, 4) : 0)));
    const tag = oneIn(random, 2) && isMapped ? random64(random) & (0xffn << 56n) : 0n;
    const isReturn = source === "eret";
    return {
      title: `${source} to 0x${(to ^ tag).toString(16)}`,
      words: assembled(isReturn ? `msr elr_el1, x1; msr spsr_el1, x3; eret; ${TARGETS}` : `${source}; nop; nop; ${TARGETS}`),
      base,
      state: { 1: to ^ tag, 3: drawPstate(random), 30: 0n, [SPSR]: isReturn ? EL1H : drawPstate(random) },
      settings: { SCTLR_EL1: SAFE_SCTLR | (isMapped ? SCTLR_M : 0n), TCR_EL1: SAFE_TCR | (BigInt(below(random, 4)) << 37n) },
    };
  });
}

export function exceptionCases(random: Random): Case[] {
  return [
    ...calls(300, random), ...hypervisorCalls(), ...returns(640, random), ...illegalStates(random), ...alignments(800, random), ...branches(200, random),
  ];
}
