// Debug exceptions taken to EL1: software step, breakpoints, watchpoints (Arm ARM, "AArch64 Self-hosted Debug").
//
// A prelude at EL1, with PSTATE.D set, returns to where the exceptions are to happen: X3 is SPSR_EL1, X4 ELR_EL1, X10
// goes to OSLAR_EL1. The MMU is on.

import type { Random } from "../../words";
import { below, oneIn, pick, random64 } from "../../cpu/values";
import { type Case, EL1H } from "../case";
import { assembled } from "../code";
import { CODE, DATA, HIGH, KERNEL_DATA, USER_DATA } from "../place";
import { ELR, SAFE_SCTLR, SCTLR_M, SPSR } from "../settings";

const PRELUDE = "msr oslar_el1, x10; isb; msr spsr_el1, x3; msr elr_el1, x4; eret";
const TARGET = CODE + 20;
const SS = 1n << 21n;
const D = 1n << 9n;
const IL = 1n << 20n;
const A = 1n << 1n;
const MDSCR = { SS: 1n, KDE: 1n << 13n, MDE: 1n << 15n } as const;

interface Scene {
  readonly base: bigint;
  readonly pstate: bigint;
  readonly isUser: boolean;
}

function drawScene(random: Random): Scene {
  const isUser = oneIn(random, 2);
  const mode = isUser ? 0n : BigInt(4 + below(random, 2));
  const pstate = mode | (oneIn(random, 2) ? D : 0n) | (BigInt(below(random, 8)) << 6n) | (BigInt(below(random, 16)) << 28n);
  return { base: pick(random, [0n, HIGH]), pstate, isUser };
}

function caseOf(source: string, { base, pstate }: Scene, one: Omit<Case, "words" | "title"> & { title?: string }, random: Random): Case {
  const settings = { SCTLR_EL1: SAFE_SCTLR | SCTLR_M, ...one.settings };
  return {
    title: `${source}, PSTATE 0x${pstate.toString(16)}`,
    words: assembled(`${PRELUDE}; ${source}; svc #1; svc #2; svc #3`),
    base,
    ...one,
    settings,
    state: {
      3: pstate, 4: BigInt.asUintN(64, base + BigInt(TARGET)), 10: oneIn(random, 8) ? 1n : 0n, [ELR]: BigInt.asUintN(64, base + BigInt(CODE)),
      [SPSR]: EL1H, ...one.state,
    },
  };
}

const STEPPED = [
  "nop", "add x0, x1, x2", "svc #7", "brk #8", "hlt #9", "udf #10", "smc #1", "ldr x0, [x1]", "ldr x0, [x1, #1]", "str x0, [x1, #3]",
  "ldxr x0, [x1]", "ldaxrb w0, [x1]",
  "ldxp x0, x3, [x1]", "stxr w0, x2, [x1]", "cas x0, x2, [x1]", "b . + 8", "br x9", "cbz xzr, . + 8", "blr x9", "mrs x0, vbar_el1",
  "mrs x0, nzcv", "msr daifset, #2", "msr daifclr, #8",
 "fmov d0, d1", "dc zva, x1", "isb", "yield", "prfm pldl1keep, [x1]", "drps", "msr spsel, #0", "clrex", "ldr x0, . + 4",
 "ldxr x0, [x1, #0]",
] as const;

function steps(count: number, random: Random): Case[] {
  return Array.from({ length: count }, () => {
    const scene = drawScene(random);
    const source = pick(random, STEPPED);
    const pstate = scene.pstate | (oneIn(random, 4) ? 0n : SS) | (oneIn(random, 20) ? IL : 0n);
    return caseOf(source, { ...scene, pstate }, {
      state: { 1: data(scene), 9: BigInt.asUintN(64, scene.base + BigInt(TARGET + 8)) },
      settings: {
        SCTLR_EL1: SAFE_SCTLR | SCTLR_M | A,
        MDSCR_EL1: (oneIn(random, 8) ? 0n : MDSCR.SS) | (oneIn(random, 4) ? 0n : MDSCR.KDE) | (oneIn(random, 2) ? MDSCR.MDE : 0n),
        CPACR_EL1: BigInt(below(random, 4)) << 20n,
      },
    }, random);
  });
}

/** Where EL0 or EL1 may read and write, the MMU being on. */
const data = ({ base, isUser }: Scene, offset = 0x1000): bigint =>
  BigInt.asUintN(64, base + (isUser ? USER_DATA : KERNEL_DATA) + BigInt(DATA + offset));

const UNLINKED = 0n;
const LINKED = 1n;
const CONTEXT_LINKED = 3n;
const CONTEXT_AWARE = 5n;
const BAS_ALL = 0xfn;

/** E, PMC, BAS, LBN, BT: HMC and SSC are zero, and PMC is not: the rest is for EL2, EL3 and AArch32. */
const breakpoint = (enabled: boolean, PMC: number, BT: bigint): bigint =>
  (enabled ? 1n : 0n) | (BigInt(PMC) << 1n) | (BAS_ALL << 5n) | (BT === LINKED ? CONTEXT_AWARE << 16n : 0n) | (BT << 20n);

/** Breakpoint 5, which others are linked to, and what it is compared with. */
function drawContext(random: Random): Case["settings"] {
  const context = random64(random) & 0xffff_ffffn;
  const isContext = !oneIn(random, 6);
  return {
    CONTEXTIDR_EL1: oneIn(random, 3) ? context ^ 1n : context,
    DBGBVR5_EL1: context,
    DBGBCR5_EL1: breakpoint(!oneIn(random, 6), 3, isContext ? CONTEXT_LINKED : UNLINKED),
  };
}

const BROKEN = ["nop; add x0, x1, x2; nop", "nop; svc #7; nop", "b . + 8; nop; nop", "udf #1; nop; nop", "nop; brk #1; nop", "cbz x9, . + 4; nop; nop", "ldr x0, [x1, #1]; nop; nop"] as const;

function breakpoints(count: number, random: Random): Case[] {
  return Array.from({ length: count }, () => {
    const scene = drawScene(random);
    const at = BigInt.asUintN(64, scene.base + BigInt(TARGET + 4 * below(random, 4)));
    const other = BigInt.asUintN(64, scene.base + BigInt(TARGET + 4 * below(random, 4)));
    const tag = oneIn(random, 12) ? random64(random) & (0xffn << 40n) : 0n;
    const pstate = scene.pstate | (oneIn(random, 4) ? IL : 0n) | (oneIn(random, 3) ? SS : 0n);
    return caseOf(pick(random, BROKEN), { ...scene, pstate }, {
      state: { 1: data(scene) },
      settings: {
        SCTLR_EL1: SAFE_SCTLR | SCTLR_M | A,
        MDSCR_EL1: (oneIn(random, 8) ? 0n : MDSCR.MDE) | (oneIn(random, 4) ? 0n : MDSCR.KDE) | (oneIn(random, 3) ? MDSCR.SS : 0n),
        ...drawContext(random),
        DBGBVR0_EL1: (at ^ tag) & ~3n,
        DBGBCR0_EL1: breakpoint(!oneIn(random, 8), 1 + below(random, 3), oneIn(random, 3) ? LINKED : UNLINKED),
        DBGBVR1_EL1: other,
        DBGBCR1_EL1: oneIn(random, 2) ? 0n : breakpoint(true, 1 + below(random, 3), UNLINKED),
      },
    }, random);
  });
}

const WATCHED = [
  "ldr x0, [x1]", "ldr w0, [x1]", "ldrh w0, [x1]", "ldrb w0, [x1]", "str x2, [x1]", "str w2, [x1]", "strh w2, [x1]", "strb w2, [x1]",
  "ldp x0, x3, [x1]", "stp x2, x3, [x1]", "ldr q0, [x1]",
  "str q0, [x1]", "ldtr x0, [x1]", "sttrb w2, [x1]", "ldxr x0, [x1]", "ldadd x2, x0, [x1]", "cas x0, x2, [x1]", "swpb w2, w0, [x1]",
  "prfm pldl1keep, [x1]", "dc zva, x1", "dc civac, x1", "ldp q0, q1, [x1]",
  "ld1 {v0.16b, v1.16b}, [x1]", "ldr x0, [x1], #8", "str x2, [x1, #-8]!",
] as const;

function drawWatchpoint(at: bigint, random: Random): readonly [value: bigint, control: bigint] {
  const enabled = oneIn(random, 12) ? 0n : 1n;
  const PAC = BigInt(1 + below(random, 3)) << 1n;
  const LSC = BigInt(1 + below(random, 3)) << 3n;
  const isMasked = oneIn(random, 3);
  const MASK = isMasked ? BigInt(3 + below(random, 9)) : 0n;
  // BAS must be bytes beside each other; with a mask, all.
  const first = below(random, 8);
  const length = 1 + below(random, 8 - first);
  const BAS = isMasked ? 0xffn : ((1n << BigInt(length)) - 1n) << BigInt(first);
  const linked = oneIn(random, 4) ? (1n << 20n) | (CONTEXT_AWARE << 16n) : 0n;
  const place = isMasked ? (at >> MASK) << MASK : at & ~7n;
  return [place, enabled | PAC | LSC | (BAS << 5n) | linked | (MASK << 24n)];
}

function watchpoints(count: number, random: Random): Case[] {
  return Array.from({ length: count }, () => {
    const scene = drawScene(random);
    const source = pick(random, WATCHED);
    // QEMU makes two aligned accesses of an unaligned one where a page has watchpoints.
    const at = data(scene, 0x1000 + 8 * below(random, 4) + (/^(ld|st).*b /.test(source) ? below(random, 8) : 0));
    const near = BigInt.asUintN(64, at + BigInt(8 * pick(random, [0, 0, 0, 1, -1, 2])));
    const [WVR0, WCR0] = drawWatchpoint(near, random);
    const [WVR1, WCR1] = drawWatchpoint(at, random);
    return caseOf(source, scene, {
      state: { 1: at },
      settings: {
        SCTLR_EL1: SAFE_SCTLR | SCTLR_M | (1n << 14n) | (1n << 26n),
        MDSCR_EL1: (oneIn(random, 12) ? 0n : MDSCR.MDE) | (oneIn(random, 4) ? 0n : MDSCR.KDE),
        ...drawContext(random),
        DBGWVR0_EL1: WVR0, DBGWCR0_EL1: WCR0,
        DBGWVR1_EL1: WVR1, DBGWCR1_EL1: oneIn(random, 3) ? WCR1 : 0n,
      },
      peeks: [[DATA + 0x1000 - 16, 10]],
    }, random);
  });
}

export const debugCases = (random: Random): Case[] => [...steps(500, random), ...breakpoints(400, random), ...watchpoints(600, random)];
