import type { GicParts } from "../../src/machine/devices/gic/parts";

/**
 * Thirty-two interrupt lines, a bit each, when what their devices say becomes `levels`. `lines.levels` is what they have said so
 * far. `lines.edges` are the lines that count by their edges; if such a line rises, its bit of `lines.latched` is set, and is not
 * cleared here. A line that counts by its level is not remembered. Return the new `levels`, `edges` and `latched`.
 */
export const linesAt: GicParts["linesAt"] = (lines, levels) => {
  throw new Error(`Return what the lines are when ${JSON.stringify(lines)} becomes 0x${(levels >>> 0).toString(16)}.`);
};
