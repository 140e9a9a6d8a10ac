import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import type { Access, InTlb } from "./adapters/in-tlb";

const PAGE = 0x1000n;
/** One of the flags. */
const FLAG = 0x20;
const KERNEL = 0xffff_0000_0800_0000n;

const plain = (bytes: number): Access => ({ bytes, mustBeAligned: false, flags: 0 });
const aligned = (bytes: number): Access => ({ bytes, mustBeAligned: true, flags: 0 });
/** The MMU is off, or SCTLR_EL1.A is set: every entry has a flag that says so. */
const strict = (bytes: number): Access => ({ bytes, mustBeAligned: true, flags: FLAG });

const caseOf = (access: Access, address: bigint, tag: bigint, why: string): Case<InTlb> =>
  ({ args: [access, address, tag], want: reference(access, address, tag), why });

/** By the bytes themselves. */
function reference({ bytes, mustBeAligned, flags }: Access, address: bigint, tag: bigint): boolean {
  const page = tag / PAGE;
  const isInside = Array.from({ length: bytes }, (_, i) => (address + BigInt(i)) % 2n ** 64n).every((byte) => byte / PAGE === page);
  return isInside && Number(tag % PAGE) === flags && (!mustBeAligned || address % BigInt(bytes) === 0n);
}

const PLAIN: readonly Case<InTlb>[] = [
  caseOf(plain(1), 0x1234n, 0x1000n, "a byte, and its page"),
  caseOf(plain(8), 0x1ff8n, 0x1000n, "the page's last eight bytes"),
  caseOf(plain(8), 0x1ff9n, 0x1000n, "one further, and the last byte is in the next page"),
  caseOf(plain(4), 0x1ffdn, 0x1000n, "three bytes in this page, one in the next"),
  caseOf(plain(1), 0x1fffn, 0x1000n, "the last byte"),
  caseOf(plain(8), 0x1003n, 0x1000n, "not aligned, and it need not be"),
  caseOf(plain(16), 0x1ff1n, 0x1000n, "a vector, one byte too far"),
  caseOf(plain(4), 0x0040_1234n, 0x1000n, "another page of the same slot"),
  caseOf(plain(8), KERNEL + 0x10n, KERNEL, "the kernel's half"),
  caseOf(plain(8), KERNEL + 0x10n, BigInt.asUintN(32, KERNEL), "the same low half, another high one"),
  caseOf(plain(8), 0xffff_ffff_ffff_fff8n, 0xffff_ffff_ffff_f000n, "the last eight bytes that there are"),
  caseOf(plain(8), 0xffff_ffff_ffff_fffcn, 0xffff_ffff_ffff_f000n, "around the end of all addresses"),
  caseOf(plain(8), 0x1000n, 0x1800n, "an entry with a flag wants a closer look"),
];

const ALIGNED_ACCESSES: readonly Case<InTlb>[] = [
  caseOf(aligned(8), 0x1ff8n, 0x1000n, "a load-acquire of eight bytes, aligned"),
  caseOf(aligned(8), 0x1004n, 0x1000n, "a multiple of 4 is none of 8"),
  caseOf(aligned(8), 0x1001n, 0x1000n, "an odd address"),
  caseOf(aligned(4), 0x1004n, 0x1000n, "four bytes may be there"),
  caseOf(aligned(16), 0x1008n, 0x1000n, "a pair of two words, by halves"),
  caseOf(aligned(2), 0x1fffn, 0x1000n, "not aligned, and across the page's end"),
  caseOf(aligned(1), 0x1fffn, 0x1000n, "a byte is always aligned"),
  caseOf(aligned(8), 0x0100_1008n, 0x1000n, "another page of the same slot"),
];

const FLAGS: readonly Case<InTlb>[] = [
  caseOf(strict(8), 0x1008n, 0x1000n + BigInt(FLAG), "strict: the flag is there, and expected"),
  caseOf(strict(8), 0x1008n, 0x1000n, "strict, and an entry without the flag"),
  caseOf(strict(4), 0x1000n + BigInt(FLAG), 0x1000n + BigInt(FLAG), "the address has the bit too, and the flag is there"),
  caseOf(strict(8), 0x1000n + BigInt(FLAG), 0x1000n + BigInt(FLAG), "the same, of eight bytes"),
  caseOf(strict(4), 0x1000n + BigInt(FLAG), 0x1000n, "the address has the bit, the tag has not"),
  caseOf(strict(8), 0x1004n, 0x1000n + BigInt(FLAG), "not a multiple of 8"),
  caseOf(strict(1), 0x1fffn, 0x1000n + BigInt(FLAG), "a byte"),
  caseOf(aligned(4), 0x1008n, 0x1000n + BigInt(FLAG), "an entry with a flag that nobody expects"),
  caseOf({ bytes: 4, mustBeAligned: false, flags: 0x800 }, 0x1006n, 0x1800n, "another flag, and no alignment"),
  caseOf({ bytes: 4, mustBeAligned: false, flags: 0x800 }, 0x1806n, 0x1000n, "the flag is the tag's, not the address's"),
];

function drawCase(draw: Draw): Case<InTlb> {
  const bytes = 1 << draw.below(5);
  const access = draw.pick([plain, aligned, strict])(bytes);
  const page = draw.bigBits(draw.pick([8, 20, 52])) * PAGE;
  const offset = draw.pick([draw.below(4096), 4096 - draw.between(1, 16), draw.below(4096 / bytes) * bytes, 4096 - bytes]);
  const other = draw.pick([0n, 0n, 0n, 0n, PAGE << 10n, -PAGE << 10n, 1n << 63n]); // Pages of the same slot.
  const flags = draw.pick([access.flags, access.flags, access.flags, 0, FLAG, 16 * draw.below(256)]);
  const tag = BigInt.asUintN(64, page + other) + BigInt(flags);
  const address = page + BigInt(offset);
  return { args: [access, address, tag], want: reference(access, address, tag) };
}

const hex = (value: bigint): string => `0x${value.toString(16)}`;

export const tlbTag: Trial<InTlb> = {
  show: {
    call: ({ bytes, mustBeAligned, flags }, address, tag) =>
      `tlbCheck(${bytes}, ${mustBeAligned}, 0x${flags.toString(16)}), ${bytes} byte${bytes === 1 ? "" : "s"} at ${hex(address)}, tag ${hex(tag)}`,
    answer: (hits) => (hits ? "hits" : "misses"),
  },
  properties: [
    { title: "finds a page, and does not go beyond its end", cases: () => PLAIN },
    { title: "wants what must be aligned to be aligned", cases: () => ALIGNED_ACCESSES },
    { title: "wants flags to be as they are expected", cases: () => FLAGS },
    { title: "agrees with the reference everywhere", cases: (draw) => draw.times(1000, () => drawCase(draw)) },
  ],
};
