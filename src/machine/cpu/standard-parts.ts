import { addWithCarry } from "./add-with-carry";
import { conditionHolds } from "./condition";
import { exclusiveMonitor } from "./exclusive-monitor";
import { extend } from "./extend";
import { fpCompare } from "./floating-point/compare";
import type { CpuParts } from "./parts";
import { pieces } from "./pieces";
import { saturate } from "./saturate";
import { shift } from "./shift";

/** Our own parts. */
export const STANDARD_PARTS: CpuParts = {
  shift,
  extend,
  addWithCarry,
  conditionHolds,
  pieces,
  exclusiveMonitor,
  fpCompare(width, x, y, signalNaNs, fpcr) {
    const context = { fpcr, fpsr: 0 };
    const nzcv = fpCompare(context, width, x, y, signalNaNs);
    return { nzcv, fpsr: context.fpsr };
  },
  saturate,
};
