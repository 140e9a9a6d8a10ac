// The kernel's own map, in place of the boot's two blocks that are anything to anybody.
//
//   upper half, from the top of what is used
//                 RAM, all that the map of memory names      read, write
//     link/trace  tables for stack traces                    read
//     link/stack  the stack                                  read, write
//                 a guard                                    nothing
//                 stack of exceptions                        read, write
//                 a guard                                    nothing
//     link/data   variables                                  read, write
//                 constants                                  read
//     link/image  code                                       read, execute
//                 devices, below RAM                         Device-nGnRE: read, write
//
//   lower half    nothing: page 0 neither
//
// 1. Each physical page has at most one address here: nothing has two that allow different things.
// 2. SCTLR_EL1.WXN is set: a mistake in the tables makes no page writable and executable.

import { symbol } from "../metal/linker";
import { asm } from "../metal/assembly";
import { readSystemRegister } from "../metal/system-register";
import { roundUp } from "../metal/word";
import { broken } from "../runtime/broken";
import { bytesOf, FIRST_LEVEL, clearTable } from "./descriptor";
import { PAGE } from "./flags";
import { MOST_PHYSICAL, physicalOf, virtualOf } from "./layout";
import { limitPhysical, lowerTables, map, upperTables } from "./mem";
import {
  memoryBegin, memoryEnd, RANGE, rangeBegin, rangeCount, rangeEnd, rangeKind,
} from "./memory-map";
import { takePage } from "./page-allocator";
import { prepareReplacement } from "./replace-entry";

const CODE = PAGE.readable | PAGE.executable;
const CONSTANTS = PAGE.readable;
const VARIABLES = PAGE.readable | PAGE.writable;
const DEVICES = PAGE.readable | PAGE.writable | PAGE.device;

/** Where physical addresses end, by ID_AA64MMFR0_EL1.PARange; a descriptor has 48 bits for them. */
const PHYSICAL_ENDS = [
  0x1_0000_0000, 0x10_0000_0000, 0x100_0000_0000, 0x400_0000_0000, 0x1000_0000_0000,
  0x1_0000_0000_0000,
] as const;

/** Builds the map and uses it. The memory map is complete, pages can be taken. @noalloc */
export function useKernelMap(): void {
  if (memoryEnd() > MOST_PHYSICAL) broken("RAM is higher than the kernel has addresses for");
  const empty = takePage();
  if (empty < 0 || !upperTables().begin() || !lowerTables().begin()) {
    broken("there is no page for a translation table");
  }
  clearTable(empty);
  const parange = Number(readSystemRegister("ID_AA64MMFR0_EL1") & 15n);
  limitPhysical(PHYSICAL_ENDS[Math.min(parange, PHYSICAL_ENDS.length - 1)]!);
  const block = bytesOf(FIRST_LEVEL);
  mapPhysical(0, memoryBegin() - memoryBegin() % block, DEVICES);
  mapImage();
  for (let i = 0; i < rangeCount(); i++) {
    if (rangeKind(i) === RANGE.memory) mapAround(rangeBegin(i), rangeEnd(i));
  }
  switchTables(BigInt(upperTables().root), BigInt(lowerTables().root), BigInt(empty));
  upperTables().isLive = true;
  lowerTables().isLive = true;
  prepareReplacement(empty, memoryBegin(), memoryEnd());
}

/** The image's parts, each with what it is for. */
function mapImage(): void {
  mapPart(symbol("link/image"), symbol("link/text-end"), CODE);
  mapPart(symbol("link/rodata"), symbol("link/rodata-end"), CONSTANTS);
  mapPart(symbol("link/data"), symbol("link/exception-guard"), VARIABLES);
  mapPart(symbol("link/exception-stack"), symbol("link/exception-stack-end"), VARIABLES);
  mapPart(symbol("link/stack"), symbol("link/stack-end"), VARIABLES);
  mapPart(symbol("link/trace"), symbol("link/trace-end"), CONSTANTS);
}

function mapPart(begin: bigint, end: bigint, flags: number): void {
  mapPhysical(physicalOf(begin), physicalOf(roundUp(end, 4096n)), flags);
}

/** A piece of RAM, but for what of it is the image. */
function mapAround(begin: number, end: number): void {
  const image = physicalOf(symbol("link/image"));
  const behind = physicalOf(roundUp(symbol("link/trace-end"), 4096n));
  mapPhysical(begin, Math.min(end, image), VARIABLES);
  mapPhysical(Math.max(begin, behind), end, VARIABLES);
}

function mapPhysical(begin: number, end: number, flags: number): void {
  if (begin >= end) return;
  const result = map(virtualOf(begin), begin, end - begin, flags);
  if (result !== "done") broken(result);
}

/**
 * From the boot's table to ours. Both know where we are, but by blocks and pages of different
 * sizes: the processor must not remember both. So it goes on in the lower half, which the boot's
 * table has too, while the upper half has an empty table. @noalloc
 */
function switchTables(_upper: bigint, _lower: bigint, _empty: bigint): void {
  return asm`
        mov   x11, #0xffffff8000000000
        adr   x12, 1f
        sub   x12, x12, x11
        br    x12
1:      msr   TTBR1_EL1, x2
        isb
        tlbi  vmalle1
        dsb   nsh
        isb
        msr   TTBR1_EL1, x0
        isb
        adr   x12, 2f
        add   x12, x12, x11
        br    x12
2:      msr   TTBR0_EL1, x1
        isb
        mrs   x9, SCTLR_EL1
        orr   x9, x9, #(1 << 19)            // WXN
        msr   SCTLR_EL1, x9
        isb
        tlbi  vmalle1
        dsb   nsh
        isb
        ret
  `;
}
