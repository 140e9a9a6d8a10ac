import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                                 find                                              replace
    ["compares patterns",                             "order: pattern === magnitude ? size : -size",    "order: pattern"],
    ["knows two zeros",                               "order: pattern === magnitude ? size : -size",    "order: pattern === magnitude ? size : -size - 1n"],
    ["takes infinity for a NaN",                      "isNaN: magnitude > infinity",                    "isNaN: magnitude >= infinity"],
    ["finds a place for NaNs",                        "if (a.isNaN || b.isNaN)",                        "if (a.isNaN && b.isNaN)"],
    ["finds every NaN invalid",                       "signalNaNs || a.isSignalling || b.isSignalling", "true"],
    ["finds no NaN invalid",                          "signalNaNs || a.isSignalling || b.isSignalling", "signalNaNs"],
    ["looks at the first operand only",               "signalNaNs || a.isSignalling || b.isSignalling", "signalNaNs || a.isSignalling"],
    ["has quiet and signalling swapped",              "(magnitude & quiet) === 0n",                     "(magnitude & quiet) !== 0n"],
    ["never flushes",                                 "const size = isFlushed ? 0n : magnitude;",       "const size = magnitude;"],
    ["flushes without saying so",                     "(a.isFlushed || b.isFlushed) ? IDC : 0",         "false ? IDC : 0"],
    ["raises IDC for halves",                         "width !== 16 && (a.isFlushed || b.isFlushed)",   "(a.isFlushed || b.isFlushed)"],
    ["minds FZ for halves, too",                      "width === 16 ? FZ16 : FZ",                       "FZ"],
    ["forgets IDC beside a NaN",                      "fpsr: idc | ioc",                                "fpsr: ioc"],
    ["says equal as an integer comparison would not", "0b0010n : 0b0110n",                              "0b0010n : 0b0100n"],
  ],
  right: {
    "as numbers, and then the rest": `
      import type { CpuParts } from "../../src/machine/cpu/parts";
      const FORMATS = { 16: [10, 15], 32: [23, 127], 64: [52, 1023] } as const;
      export const fpCompare: CpuParts["fpCompare"] = (width, x, y, signalNaNs, fpcr) => {
        const [fractionBits, bias] = FORMATS[width];
        let fpsr = 0;
        const read = (pattern: bigint) => {
          const text = pattern.toString(2).padStart(width, "0");
          const exponent = parseInt(text.slice(1, width - fractionBits), 2);
          const fraction = text.slice(width - fractionBits);
          const isSpecial = exponent === 2 * bias + 1;
          const isZeroFraction = !fraction.includes("1");
          if (isSpecial && !isZeroFraction) return fraction.startsWith("0") ? "signalling" : "quiet";
          let flushed = false;
          if (exponent === 0 && !isZeroFraction && (fpcr >>> (width === 16 ? 19 : 24)) & 1) {
            flushed = true;
            if (width !== 16) fpsr |= 128;
          }
          const magnitude = flushed ? 0n : BigInt("0b" + fraction) + (BigInt(exponent) << BigInt(fractionBits));
          return text.startsWith("1") ? -magnitude : magnitude;
        };
        const a = read(x);
        const b = read(y);
        if (typeof a === "string" || typeof b === "string") {
          return { nzcv: 3n, fpsr: signalNaNs || a === "signalling" || b === "signalling" ? fpsr | 1 : fpsr };
        }
        return { nzcv: a === b ? 6n : a < b ? 8n : 2n, fpsr };
      };`,
  },
};
