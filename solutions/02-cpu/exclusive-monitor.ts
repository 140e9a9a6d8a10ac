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
  switch (event.kind) {
    case "load exclusive":
      return { watched: event.at, passes: false };
    case "store exclusive": {
      const passes = watched?.offset === event.at.offset && watched.bytes === event.at.bytes;
      return { watched: undefined, passes };
    }
    case "store": {
      const { offset, bytes } = event.at;
      const ends = watched !== undefined && offset < watched.offset + watched.bytes && watched.offset < offset + bytes;
      return { watched: ends ? undefined : watched, passes: false };
    }
    case "clear":
      return { watched: undefined, passes: false };
  }
};
