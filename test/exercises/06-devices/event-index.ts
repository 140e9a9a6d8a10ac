import type { Gate } from "../gate";

const SOLUTION = "((event - old) & 0xffff) < ((now - old) & 0xffff)";

export const gate: Gate = {
  wrong: [
    ["does not go around",            SOLUTION, "old <= event && event < now"],
    ["counts the next one as there",  SOLUTION, "((event - old) & 0xffff) <= ((now - old) & 0xffff)"],
    ["misses the first",              SOLUTION, "event !== old && ((event - old) & 0xffff) < ((now - old) & 0xffff)"],
    ["misses the last",               SOLUTION, "((event - old) & 0xffff) < ((now - old - 1) & 0xffff)"],
    ["asks only for the last",        SOLUTION, "now !== old && event === ((now - 1) & 0xffff)"],
    ["is always for it",              SOLUTION, "now !== old && event < 65536"],
    ["swaps now and old",             SOLUTION, "((event - now) & 0xffff) < ((old - now) & 0xffff)"],
    ["has a sign",                    SOLUTION, "((event - old) << 16) < ((now - old) << 16)"],
    ["has remainders of JavaScript's", SOLUTION, "((event - old) % 65536) < ((now - old) % 65536)"],
    ["goes around once too often",    SOLUTION, "old <= event && event < (now < old ? now + 65536 : now)"],
  ],
  right: {
    "the standard's own": `
      import type { VirtioParts } from "../../src/machine/devices/virtio/parts";

      export const needsEvent: VirtioParts["needsEvent"] = (event, now, old) => {
        const u16 = (value: number): number => Uint16Array.of(value)[0] ?? 0;
        return u16(now - event - 1) < u16(now - old);
      };`,
    "with a case each": `
      import type { VirtioParts } from "../../src/machine/devices/virtio/parts";

      export const needsEvent: VirtioParts["needsEvent"] = (event, now, old) =>
        old <= now ? old <= event && event < now : event >= old || event < now;`,
  },
};
