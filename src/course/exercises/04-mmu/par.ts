import type { Fault } from "../../../machine/cpu/exception";
import { type Answer, parOf as ours } from "../../../machine/mmu/address-translation";
import { faultStatus } from "../../../machine/mmu/fault-status";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { address, faultText, hex, twoBits } from "./notation";

/** parOf() behind withStatus(). */
type Par = (result: Answer | Fault, code: number) => bigint;

const found = (page: number, attributes: number, SH: number): Answer => ({ kind: "found", page, attributes, SH });

/** What AT leaves behind in QEMU 7.2. */
const FROM_QEMU: readonly Case<Par>[] = [
  { args: [found(0x4101_0000, 0xff, 0b11), 0], want: 0xff00_0000_4101_0b80n,                why: "Normal memory, inner shareable" },
  { args: [found(0x4101_6000, 0xff, 0b00), 0], want: 0xff00_0000_4101_6a00n,                why: "Normal memory that nobody shares" },
  { args: [found(0x4101_5000, 0xbb, 0b10), 0], want: 0xbb00_0000_4101_5b00n,                why: "write-through, outer shareable" },
  { args: [found(0x413f_f000, 0xff, 0b11), 0], want: 0xff00_0000_413f_fb80n,                why: "the last page of a block" },
  { args: [found(0x7234_5000, 0xff, 0b11), 0], want: 0xff00_0000_7234_5b80n },
];

/** Arm ARM, "PAR_EL1": bits 47:12, and SH where the memory is Device or Non-cacheable. */
const BY_MANUAL: readonly Case<Par>[] = [
  { args: [found(0xffff_ffff_f000, 0xff, 0b11), 0], want: 0xff00_ffff_ffff_fb80n,           why: "48 bits of address" },
  { args: [found(0x900_0000, 0x04, 0b00), 0], want: 0x0400_0000_0900_0b00n,                 why: "Device-nGnRE is outer shareable, whatever its descriptor says" },
  { args: [found(0x900_0000, 0x00, 0b11), 0], want: 0x0000_0000_0900_0b00n,                 why: "so is Device-nGnRnE" },
  { args: [found(0x4101_4000, 0x44, 0b00), 0], want: 0x4400_0000_4101_4b00n,                why: "so is memory that neither cache may keep" },
  { args: [found(0x4101_4000, 0x4f, 0b00), 0], want: 0x4f00_0000_4101_4a00n,                why: "one that the inner cache keeps is as its descriptor says" },
  { args: [found(0, 0xff, 0b11), 0], want: 0xff00_0000_0000_0b80n,                          why: "page 0 is a page" },
];

const FAULTS: readonly Case<Par>[] = [
  { args: [{ kind: "translation", level: 3 }, 0x07], want: 0x80fn,                          why: "QEMU 7.2: F is 1, and FST begins at bit 1" },
  { args: [{ kind: "access flag", level: 3 }, 0x0b], want: 0x817n,                          why: "QEMU 7.2" },
  { args: [{ kind: "permission", level: 2 }, 0x0e], want: 0x81dn,                           why: "QEMU 7.2" },
  { args: [{ kind: "address size", level: 0 }, 0x00], want: 0x801n,                         why: "QEMU 7.2: a status of 0 is a fault for all that" },
  { args: [{ kind: "alignment" }, 0x21], want: 0x843n,                                      why: "six bits of status" },
];

export const par: Trial<Par> = {
  show: {
    call: (result, code) => (result.kind === "found"
      ? `parOf({ page ${address(result.page)}, attributes ${hex(result.attributes)}, SH ${twoBits(result.SH)} })`
      : `parOf(${faultText(result)}), status() says 0b${code.toString(2).padStart(6, "0")}`),
    answer: (bits) => address(bits),
  },
  properties: [
    { title: "says where an address leads, as QEMU does", cases: () => FROM_QEMU },
    { title: "says what kind of memory is there", cases: () => BY_MANUAL },
    { title: "says why it leads nowhere", cases: () => FAULTS },
    {
      title: "agrees with the reference",
      cases: (draw) => draw.times(300, (): Case<Par> => {
        const result = draw.below(3) === 0 ? drawFault(draw) : drawAnswer(draw);
        const code = result.kind === "found" ? 0 : faultStatus(result);
        return { args: [result, code], want: ours(result, () => code) };
      }),
    },
  ],
};

const drawAnswer = (draw: Draw): Answer =>
  found(4096 * Number(draw.bigBits(36)), draw.pick([0x00, 0x04, 0x08, 0x0c, 0x44, 0x4f, 0xf4, 0xbb, 0xff]), draw.pick([0b00, 0b10, 0b11]));

const drawFault = (draw: Draw): Fault =>
  ({ kind: draw.pick(["translation", "access flag", "permission", "address size"] as const), level: draw.below(4) });
