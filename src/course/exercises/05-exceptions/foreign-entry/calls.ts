// Processors of a variant, and what happens to them.

import type { Draw } from "../../draw";
import type { ForeignCpu, ForeignEvent, ForeignSaved } from "../questions";
import { statusOf } from "./decide";
import type { EntryVariant, ForeignException } from "./variant";

export type Call = readonly [ForeignCpu, ForeignEvent];

/** Taken at any level, masked or not. */
export const drawEntry = (draw: Draw, variant: EntryVariant, exception: ForeignException): Call =>
  [drawCpu(draw, variant, draw.below(variant.levels)), { kind: "exception", number: exception.number }];

/** `to` may be a level that is higher, or is not there. */
export function drawReturn(draw: Draw, variant: EntryVariant, from: number, to: number): Call {
  const cpu = drawCpu(draw, variant, from);
  const saved = cpu.saved.map((pair, i) => (i === from - 1 ? { ...pair, status: drawStatus(draw, variant, to) } : pair));
  return [{ ...cpu, saved }, { kind: "return" }];
}

function drawCpu(draw: Draw, variant: EntryVariant, level: number): ForeignCpu {
  return {
    pc: drawPc(draw, variant), status: drawStatus(draw, variant, level), cause: draw.bits(12),
    saved: Array.from({ length: variant.levels - 1 }, (): ForeignSaved => ({ pc: drawPc(draw, variant), status: drawStatus(draw, variant, draw.below(variant.levels)) })),
  };
}

const drawPc = (draw: Draw, { step }: EntryVariant): number => draw.below(0x3fff_0000) * step;

const drawStatus = (draw: Draw, variant: EntryVariant, level: number): number =>
  statusOf(variant, ({ name, high, low }) => {
    if (name === "LEVEL") return level;
    return name === "WRONG" ? 0 : draw.bits(high - low + 1);
  });
