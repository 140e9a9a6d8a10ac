import type { Gate } from "../gate";

const FILE = (body: string): string => `
  import { store64, store8 } from "../../src/unikernel/metal/memory";
  import { minus, plus } from "../../src/unikernel/metal/word";
  /** @noalloc */
  export function zero(from: bigint, to: bigint): void {
    ${body}
  }`;

export const gate: Gate = {
  wrong: [
    ["clears a byte too many",          "for (; at < to; at = plus(at, 1n))",             "for (; at <= to; at = plus(at, 1n))"],
    ["leaves the last word",            "plus(at, 8n) <= to; at = plus(at, 8n)",          "plus(at, 16n) <= to; at = plus(at, 8n)"],
    ["leaves what is behind the words", "  for (; at < to; at = plus(at, 1n)) store8(at, 0);\n}", "}"],
    ["takes the first word whole",      "(at & 7n) !== 0n",                               "(at & 3n) !== 0n"],
    ["takes the last word whole",       "plus(at, 8n) <= to",                             "at < to"],
    ["does not see where it must stop", "at < to && (at & 7n) !== 0n",                    "(at & 7n) !== 0n"],
    ["writes half words",               "store64(at, 0n)",                                "store8(at, 0)"],
    ["goes on by words of four",        "at = plus(at, 8n)) store64(at, 0n)",             "at = plus(at, 4n)) store8(at, 0)"],
    ["writes ones",                     "store64(at, 0n)",                                "store64(at, 0xffff_ffff_ffff_ffffn)"],
  ],
  wrongFiles: {
    "clears every byte alone": FILE("for (let at = from; at < to; at = plus(at, 1n)) store8(at, 0);"),
    "rounds both addresses down": FILE("for (let at = minus(from, from & 7n); at < minus(to, to & 7n); at = plus(at, 8n)) store64(at, 0n);"),
  },
  right: {
    "from behind": FILE(`
      let end = to;
      while (end > from && (end & 7n) !== 0n) { end = minus(end, 1n); store8(end, 0); }
      while (end > from && minus(end, from) >= 8n) { end = minus(end, 8n); store64(end, 0n); }
      while (end > from) { end = minus(end, 1n); store8(end, 0); }`),
  },
};
