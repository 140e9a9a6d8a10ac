import { ALIGNED } from "../../../machine/cpu/soft-tlb";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import type { Access, InTlb } from "./adapters/in-tlb";

const PAGE = 0x1000n;
const KERNEL = 0xffff_0000_0800_0000n;

const plain = (bytes: number): Access => ({ bytes, mustBeAligned: false, flags: 0 });
const aligned = (bytes: number): Access => ({ bytes, mustBeAligned: true, flags: 0 });
/** The MMU is off, or SCTLR_EL1.A is set: every entry says that accesses must be aligned. */
const strict = (bytes: number): Access => ({ bytes, mustBeAligned: true, flags: ALIGNED });

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
  caseOf(strict(8), 0x1008n, 0x1000n + BigInt(ALIGNED), "strict: the flag is there, and expected"),
  caseOf(strict(8), 0x1008n, 0x1000n, "strict, and an entry without the flag"),
  caseOf(strict(4), 0x1000n + BigInt(ALIGNED), 0x1000n + BigInt(ALIGNED), "the address has a bit where the flag is: that does not make it the flag"),
  caseOf(strict(8), 0x1000n + BigInt(ALIGNED), 0x1000n + BigInt(ALIGNED), "the same, of eight bytes"),
  caseOf(strict(4), 0x1000n + BigInt(ALIGNED), 0x1000n, "the address has the bit, the tag has not: two wrongs"),
  caseOf(strict(8), 0x1004n, 0x1000n + BigInt(ALIGNED), "not a multiple of 8"),
  caseOf(strict(1), 0x1fffn, 0x1000n + BigInt(ALIGNED), "a byte"),
  caseOf(aligned(4), 0x1008n, 0x1000n + BigInt(ALIGNED), "an entry with a flag that nobody expects"),
  caseOf({ bytes: 4, mustBeAligned: false, flags: 0x800 }, 0x1006n, 0x1800n, "another flag, and no alignment"),
  caseOf({ bytes: 4, mustBeAligned: false, flags: 0x800 }, 0x1806n, 0x1000n, "the flag is the tag's, not the address's"),
];
