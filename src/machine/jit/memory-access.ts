// From a virtual address to the machine's memory, in compiled code: one entry of the translations
// that the interpreter remembers (soft-tlb.ts), and one comparison. Whatever it does not answer is
// the interpreter's: a miss, a page's end, a device, a page whose stores are heard of.
//
//   entry   = room + table + (address<21:12> << 4)
//   compare   address<63:12> of the access's last byte   with   the tag, whose flags are 0
//   where   = address<31:0> + the entry's third word

import type { Access } from "../cpu/access";
import type { Size } from "../cpu/operations";
import { ALIGNED } from "../cpu/soft-tlb";
import { SLOT_MASK, translationsAt } from "./cells";
import type { Node } from "./node";
import type { TlbCheck } from "./parts";
import type { Site } from "./site";

/** What the accesses of a region have in common. */
export interface AccessPath {
  readonly level: 0 | 1;
  /** PSTATE.UAO: unprivileged accesses have EL1's rights. */
  readonly uao: boolean;
  /** Every access must be aligned, and every entry says so. */
  readonly strict: boolean;
}

const PAGE_BITS = -0x1000n;
const OFFSET_OF_ADDEND = 8;

/** Leaves the place of an access in the machine's memory on the stack, as an i32. */
export function findInMemory(
  t: Site, path: AccessPath, size: Size, address: Node, access: Access, write: boolean,
): void {
  const { code } = t.writer;
  const bytes = size >> 3;
  const va = t.pin(address, "i64");
  const entry = t.writer.temporary("i32");
  const isEl0 = access === "unprivileged" && !(path.level === 1 && path.uao);
  const table = translationsAt(isEl0 ? 0 : path.level, write || access === "atomic");
  // The entry.
  t.put(va, "i32");
  code.i32(8);
  code.op("i32.shr_u");
  code.i32(SLOT_MASK);
  code.op("i32.and");
  code.get(t.locals.room);
  code.op("i32.add");
  code.tee(entry);
  code.memory("i64.load", table);
  // What it must be.
  t.put(va, "i64");
  const mustBeAligned = path.strict || access === "ordered" || access === "atomic";
  const { tlbCheck: checkOf = tlbCheck } = t.parts;
  const { plus, mask, flip } = checkOf(bytes, mustBeAligned, path.strict ? ALIGNED : 0);
  if (plus !== 0n) {
    code.i64(plus);
    code.op("i64.add");
  }
  code.i64(mask);
  code.op("i64.and");
  if (flip !== 0n) {
    code.i64(flip);
    code.op("i64.xor");
  }
  code.op("i64.ne");
  t.leaveIf();
  // Where it is.
  t.put(va, "i32");
  code.get(entry);
  code.memory("i32.load", table + OFFSET_OF_ADDEND);
  code.op("i32.add");
}

/** See parts.ts. */
export function tlbCheck(bytes: number, mustBeAligned: boolean, flags: number): TlbCheck {
  const inside = BigInt(bytes - 1);
  // What is aligned ends in the page where it begins. An address with a flag's bit set would match,
  // were the flag left in.
  return mustBeAligned ? { plus: 0n, mask: PAGE_BITS | inside, flip: BigInt(flags) }
    : { plus: inside, mask: PAGE_BITS, flip: BigInt(flags) };
}
