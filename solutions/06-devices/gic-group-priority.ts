import type { GicParts } from "../../src/machine/devices/gic/parts";

/**
 * The group priority: what is left of `priority`, a byte, when its bits from `binaryPoint` down to 0 do not count. They become 0; the
 * others stay where they are. `binaryPoint` is 0 to 7.
 */
export const groupPriority: GicParts["groupPriority"] = (priority, binaryPoint) => {
  const away = binaryPoint + 1;
  return (priority >> away) << away;
};
