import type { CpuParts } from "../../src/machine/cpu/parts";

/**
 * What a monitor that watches `watched` (bytes of RAM: { offset, bytes }) does when it hears of `event`: what it watches
 * from then on, and whether a store exclusive passes (false of every other event).
 *
 *   load exclusive    watches event.at, and nothing else any more
 *   store exclusive   passes if exactly these bytes are watched; the watch ends either way
 *   store             somebody stores there: the watch ends if any of its bytes is stored to
 *   clear             the watch ends
 */
export const exclusiveMonitor: CpuParts["exclusiveMonitor"] = (watched, event) => {
  throw new Error(`Return { watched, passes } behind a ${event.kind}, where ${watched === undefined ? "nothing" : "something"} was watched.`);
};
