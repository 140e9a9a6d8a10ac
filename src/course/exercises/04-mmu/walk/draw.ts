// Tables that lead somewhere, most of the time: along the way of one address each descriptor is drawn.

import { type Granule, lowestBit, startLevel, tableIndex } from "../../../../machine/mmu/granule";
import type { VaRange } from "../../../../machine/mmu/regime";
import type { Draw } from "../../draw";
import { leafBits, tableBits } from "../descriptors";

export const RAM = { base: 0x4000_0000, end: 0x8000_0000 } as const;

export interface DrawnWalk {
  readonly va: bigint;
  readonly range: VaRange;
  readonly outputBits: number;
  readonly memory: readonly (readonly [address: number, bits: bigint])[];
}

export function drawWalk(draw: Draw): DrawnWalk {
  const granule = draw.pick([12, 14, 16] as const);
  const inputBits = draw.between(25, 48);
  const outputBits = draw.pick([32, 36, 40, 48]);
  const va = draw.bigBits(inputBits);
  const first = startLevel(inputBits, granule);
  const range: VaRange = { half: "lower", TBI: false, EPD: false, inputBits, isSizeLegal: true, granule, startLevel: first, table: drawTable(draw, granule) };

  const memory = new Map<number, bigint>();
  let table = range.table;
  for (let level = first; ; level++) {
    const at = table + 8 * tableIndex(va, level, granule, inputBits);
    // Somebody else's entry beside it, so that what is listed does not say which way to go.
    memory.set(at ^ 8, draw.bits(1) === 0 ? tableBits(drawTable(draw, granule)) : drawEnd(draw, level, granule, outputBits));
    const goesOn = level < 3 && draw.below(5) !== 0;
    if (!goesOn) {
      memory.set(at, drawEnd(draw, level, granule, outputBits));
      return { va, range, outputBits, memory: [...memory].sort(([a], [b]) => a - b) };
    }
    table = drawTable(draw, granule);
    memory.set(at, tableBits(table, { APTable: draw.pick([0, 0, 1, 2, 3]), UXNTable: draw.below(3) === 0, PXNTable: draw.below(3) === 0 }));
  }
}

/** Somewhere in RAM, and not where another one is, as a rule. */
const drawTable = (draw: Draw, granule: Granule): number => RAM.base + 2 ** granule * draw.below(2 ** (30 - granule));

/** What ends a walk at `level`: a leaf, or one of the faults. */
function drawEnd(draw: Draw, level: number, granule: Granule, outputBits: number): bigint {
  const size = lowestBit(level, granule);
  const far = outputBits < 48 && draw.below(4) === 0 ? 2 ** outputBits : 0;
  const target = far + 2 ** size * draw.below(2 ** Math.max(0, 32 - size));
  const fields = {
    AttrIndx: draw.bits(3), AP: draw.bits(2), SH: draw.pick([0, 2, 3]), AF: draw.below(4) !== 0,
    nG: draw.bits(1) === 1, UXN: draw.bits(1) === 1, PXN: draw.bits(1) === 1,
  };
  switch (draw.below(level < 3 ? 8 : 6)) {
    case 0: return leafBits("block", target, fields) & ~1n;
    case 6: return draw.bits(1) === 0 ? 0n : tableBits(2 ** outputBits < 2 ** 48 ? 2 ** outputBits : 0x9000_0000);
    case 7: return tableBits(0x9000_0000);
    default: return leafBits(level === 3 && draw.below(8) !== 0 ? "page" : "block", target, fields);
  }
}
