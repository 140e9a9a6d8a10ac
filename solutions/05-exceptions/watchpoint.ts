import type { ExceptionParts } from "../../src/machine/exceptions/parts";

/**
 * The lowest byte of an access that `unit` watches, as an address of 64 bits, or undefined. The access is to access.bytes bytes
 * from access.address on, and may go beyond the last address: then it goes on at 0. A unit is { value, control }, DBGWVR<n>_EL1
 * and DBGWCR<n>_EL1:
 *
 *   28:24  20  19:16  15:14  13   12:5  4:3  2:1  0
 *   MASK   WT  LBN    SSC    HMC  BAS   LSC  PAC  E
 *
 * It watches nothing unless E is 1, HMC and SSC are 0, PAC has bit 0 set for EL1, or bit 1 for EL0 (access.level), and LSC has
 * bit 0 set for a load, or bit 1 for a store (access.write). If WT is 1, it watches only while number LBN of `breakpoints` holds
 * access.context: has E (bit 0) = 1, BT (bits 23:20) = 0b0011, bits 31:0 like those of the context, and is one of the last two.
 *
 * Which bytes: if MASK is 0, those of the doubleword at `value` whose bits are set in BAS, bit 5 being the byte at `value` itself.
 * They are one run, if they are any; bits 1:0 of `value` do not count. Is bit 2 of it 1, it is the address of a word, and BAS has
 * only four bits, 8:5. If MASK is 3 or more, they are 2^MASK bytes from `value` on, and BAS does not count; the low MASK bits of
 * `value` are 0 then. MASK is never 1 or 2. Of addresses, bits 48:0 are compared.
 */
export const watchpointHit: ExceptionParts["watchpointHit"] = (unit, breakpoints, access) => {
  const field = (low: number, width: number): number => (unit.control >> low) & ((1 << width) - 1);
  const isOn = field(0, 1) === 1 && field(13, 3) === 0;
  const isForLevel = field(access.level === 1 ? 1 : 2, 1) === 1;
  const isForKind = field(access.write ? 4 : 3, 1) === 1;
  if (!isOn || !isForLevel || !isForKind) return undefined;
  if (field(20, 1) === 1 && !holdsContext(field(16, 4), breakpoints, access.context)) return undefined;

  const [start, length] = watched(unit.value, field(24, 5), field(5, 8));
  const behind = BigInt.asUintN(49, start - access.address);
  if (length > 0n && behind < BigInt(access.bytes)) return BigInt.asUintN(64, access.address + behind);
  return BigInt.asUintN(49, access.address - start) < length ? access.address : undefined;
};

type Units = Parameters<ExceptionParts["watchpointHit"]>[1];

/** The first byte, and how many they are. */
function watched(value: bigint, mask: number, BAS: number): [start: bigint, length: bigint] {
  if (mask > 0) return [value, 1n << BigInt(mask)];
  const bas = (value & 4n) === 0n ? BAS : BAS & 15;
  const run = [...bas.toString(2)].reverse().join("");
  return [(value & ~3n) + BigInt(Math.max(0, run.indexOf("1"))), BigInt(run.replaceAll("0", "").length)];
}

function holdsContext(n: number, units: Units, context: bigint): boolean {
  const { value, control } = units[n] ?? { value: 0n, control: 0 };
  const isLinkable = (control & 1) === 1 && ((control >> 20) & 15) === 0b0011 && n >= units.length - 2;
  return isLinkable && BigInt.asUintN(32, value ^ context) === 0n;
}
