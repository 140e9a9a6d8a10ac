import type { Masks } from "../../../machine/sysregs/field";
import { written as ours } from "../../../machine/sysregs/field";
import type { SystemParts } from "../../../machine/sysregs/parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { hex } from "./notation";

type Written = SystemParts["written"];

const ALL = 0xffff_ffff_ffff_ffffn;
const only = (writable: bigint): Masks => ({ writable, kept: 0n, ones: 0n });

const NZCV = only(0xf000_0000n);
const CSSELR = only(0xfn);
/** ENABLE and IMASK are written, ISTATUS is the timer's. */
const CNTV_CTL: Masks = { writable: 0b011n, kept: 0b100n, ones: 0n };
/** A processor of Armv8.0, with AArch32 at EL0: UCI to M, and its RES1 bits. */
const SCTLR: Masks = { writable: 0x070d_d3bfn, kept: 0n, ones: 0x30d0_0800n };

/** What QEMU 7.2's Neoverse N1 reads back behind a write. */
const FROM_QEMU: readonly Case<Written>[] = [
  { args: [0n, ALL, NZCV],                want: 0xf000_0000n, why: "NZCV has four bits, and the rest is RES0" },
  { args: [0xf000_0000n, 0n, NZCV],       want: 0n,           why: "NZCV, cleared" },
  { args: [0n, ALL, CSSELR],              want: 0xfn,         why: "CSSELR_EL1 has Level and InD" },
  { args: [0n, ALL, only(0xfn)],          want: 0xfn,         why: "PMUSERENR_EL0 has four gates" },
  { args: [0n, ALL, only(ALL)],           want: ALL,          why: "TPIDR_EL0 is all software's" },
  { args: [0n, ALL, only(0n)],            want: 0n,           why: "AFSR0_EL1: a register with no bit in it" },
];

const BY_MANUAL: readonly Case<Written>[] = [
  { args: [0b100n, 0b001n, CNTV_CTL],     want: 0b101n,       why: "CNTV_CTL_EL0: the timer has run out, whoever writes 0 to ISTATUS" },
  { args: [0b001n, 0b111n, CNTV_CTL],     want: 0b011n,       why: "CNTV_CTL_EL0: it has not, whoever writes 1" },
  { args: [0b111n, 0b000n, CNTV_CTL],     want: 0b100n,       why: "CNTV_CTL_EL0: what is written is written" },
  { args: [0x30d0_0800n, 0n, SCTLR],      want: 0x30d0_0800n, why: "SCTLR_EL1: RES1 bits are 1 if 0 is written" },
  { args: [0x30d0_0800n, 1n, SCTLR],      want: 0x30d0_0801n, why: "SCTLR_EL1: M alone" },
  { args: [0n, ALL, SCTLR],               want: 0x37dd_dbbfn, why: "SCTLR_EL1: all that there is" },
  { args: [ALL, 0n, only(0xff00n)],       want: 0n,           why: "a RES0 bit is 0, even if it was not" },
  { args: [ALL, 0n, { writable: 0n, kept: 0xf0n, ones: 0x0fn }], want: 0xffn, why: "nothing in it can be written" },
];

export const written: Trial<Written> = {
  show: {
    call: (old, value, { writable, kept, ones }) =>
      `written(${hex(old)}, ${hex(value)}, { writable: ${hex(writable)}, kept: ${hex(kept)}, ones: ${hex(ones)} })`,
    answer: (answer) => hex(answer),
  },
  properties: [
    { title: "agrees with QEMU", cases: () => FROM_QEMU },
    { title: "keeps what only the machine changes, and what is always 1", cases: () => BY_MANUAL },
    {
      title: "agrees with the reference on any masks",
      cases: (draw) => draw.times(300, (): Case<Written> => {
        const args = [draw.bigBits(64), draw.bigBits(64), drawMasks(draw)] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};

/** Each bit in one of them, or in none. */
function drawMasks(draw: Draw): Masks {
  const [a, b] = [draw.bigBits(64), draw.bigBits(64)];
  return { writable: a & b, kept: a & ~b, ones: ~a & b & draw.bigBits(64) };
}
