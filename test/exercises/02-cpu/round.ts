import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                     find                                                                 replace
    ["cuts off, always",                  "down + (up ? 1n : 0n)",                                             "down"],
    ["rounds half up",                    "half > 0 || (half === 0 && odd)",                                   "half >= 0"],
    ["rounds half down",                  "half > 0 || (half === 0 && odd)",                                   "half > 0"],
    ["takes up for away from zero",       "case \"POSINF\":  return !negative;",                               "case \"POSINF\":  return true;"],
    ["takes down for towards zero",       "case \"NEGINF\":  return negative;",                                "case \"NEGINF\":  return false;"],
    ["knows no denormals",                "Math.max(top, smallest) - fraction",                                "top - fraction"],
    ["loses the sign",                    "pattern: negative ? pattern | (1n << BigInt(width - 1)) : pattern", "pattern"],
    ["goes to infinity in every mode",    "goesUp(rounding, negative, 1, true) ? infinity : infinity - 1n",    "infinity"],
    ["never goes to infinity",            "goesUp(rounding, negative, 1, true) ? infinity : infinity - 1n",    "infinity - 1n"],
    ["takes what is too large for exact", "inexact: rest !== 0n || isBeyond",                                  "inexact: rest !== 0n"],
    ["takes everything for exact",        "inexact: rest !== 0n || isBeyond",                                  "inexact: isBeyond"],
    ["has the exponent off by one",       "BigInt(unit + fraction - smallest)",                                "BigInt(unit + fraction - smallest + 1)"],
    ["rounds by the wrong half",          "compare(2n * rest, 1n << places)",                                  "compare(rest, 1n << places)"],
  ],
  right: {
    "by trying patterns": `
      import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";
      // Patterns of positive numbers are in their order: find the two neighbours by halving.
      const BITS = { 16: [5, 10], 32: [8, 23], 64: [11, 52] } as const;
      export const round: CpuQuestions["round"] = ({ significand, exponent }, width, rounding) => {
        const [e, f] = BITS[width];
        const bias = 2 ** (e - 1) - 1;
        const negative = significand < 0n;
        // In units of 2^-scale, where everything is a whole number.
        const scale = Math.max(bias - 1 + f, -exponent);
        const exact = (negative ? -significand : significand) << BigInt(scale + exponent);
        const worth = (pattern: bigint): bigint => {
          const field = Number(pattern >> BigInt(f));
          const fraction = pattern & ((1n << BigInt(f)) - 1n);
          const whole = field === 0 ? fraction : fraction | (1n << BigInt(f));
          return whole << BigInt(scale + Math.max(field, 1) - bias - f);
        };
        let low = 0n;
        let high = (2n ** BigInt(e) - 1n) << BigInt(f);
        const infinity = high;
        while (high - low > 1n) {
          const middle = (low + high) / 2n;
          if (worth(middle) <= exact) low = middle;
          else high = middle;
        }
        const sign = negative ? 1n << BigInt(width - 1) : 0n;
        if (worth(low) === exact) return { pattern: sign | low, inexact: false };
        // Infinity is worth what the next number would be.
        const below = exact - worth(low);
        const above = (worth(low) + (worth(low) - worth(low - 1n < 0n ? 0n : low - 1n))) - exact;
        const distance = high === infinity ? above : worth(high) - exact;
        const nearest = below < distance || (below === distance && low % 2n === 0n) ? low : high;
        const away = { TIEEVEN: nearest, POSINF: negative ? low : high, NEGINF: negative ? high : low, ZERO: low }[rounding];
        return { pattern: sign | away, inexact: true };
      };`,
  },
};
