import type { Gate } from "../gate";

// Changes to the solution of the practice variant: what becomes of somebody who misses one of its rules.

export const gate: Gate = {
  wrong: [
    // what is wrong                            find                                                      replace
    ["lets reserved bits be written",           "(value & WRITTEN)",                                      "(value & (WRITTEN | 0x8000_0000n))"],
    ["lets kept bits be written",               "(held & KEPT)",                                          "(value & KEPT)"],
    ["clears what is set by writing 0",         "((held | value) & SET)",                                 "(value & SET)"],
    ["does not clear",                          "(held & ~value & CLEARED)",                              "(held & CLEARED)"],
    ["clears by writing 0",                     "(held & ~value & CLEARED)",                              "(held & value & CLEARED)"],
    ["forgets the ones",                        ") | ONES",                                               ")"],
    ["never loses what is too wide",            "BigInt.asUintN(row.width, value)",                       "value"],
    ["cuts all registers to 32 bits",           "BigInt.asUintN(row.width, value)",                       "BigInt.asUintN(32, value)"],
    ["wants all gates",                         "ZO(c) === 1n || SU(c) === 0n",                           "ZO(c) === 1n && SU(c) === 0n"],
    ["takes a gate the wrong way round",        "read: (c) => BO(c) === 0n",                              "read: (c) => BO(c) === 1n"],
    ["looks at another gate",                   "const ZO = bit(9n);",                                    "const ZO = bit(8n);"],
    ["asks the gates of level 1, too",          "level === 1 || row[direction](control)",                 "row[direction](control)"],
    ["lets level 1 do what cannot be done",     "row === undefined || row.access === cannot",             "row === undefined || (level === 0 && row.access === cannot)"],
    ["traps what is undefined",                 "=== \"never\") return { syndrome: UNDEFINED,",            "=== \"never\") return { syndrome: TRAPPED | number,"],
    ["forgets which way it was",                " | ((direction === \"read\" ? 1 : 0) << 12)",            ""],
    ["has 1 for a write",                       "(direction === \"read\" ? 1 : 0)",                       "(direction === \"read\" ? 0 : 1)"],
    ["forgets the number",                      "TRAPPED | number",                                       "TRAPPED"],
    ["gives what is held with an exception",    "return { syndrome, value: 0n };",                        "return { syndrome, value: held };"],
    ["reads only what can be written",          "return { syndrome: 0, value: held };",                   "return { syndrome: 0, value: number === PERM ? held & WRITTEN : held };"],
  ],
  right: {
    "bit by bit": `
      import type { SystemQuestions } from "../../src/course/exercises/03-system-registers/questions";
      export const foreignAccess: SystemQuestions["foreignAccess"] = ({ level, direction, number, value }, { held, control }) => {
        const is = (bit: number): boolean => ((control >> BigInt(bit)) & 1n) === 1n;
        const undefinedly = { syndrome: 0x21 << 13, value: 0n };
        const trap = { syndrome: (0x2f << 13) | ((direction === "read" ? 1 : 0) << 12) | number, value: 0n };
        const reads = direction === "read";
        const may = { SU0: !is(12), SU1: is(12), BO0: !is(20), BO1: is(20), ZO0: !is(9), ZO1: is(9), NA0: !is(16), NA1: is(16) };
        let width = 0;
        let allowed = true;
        switch (number) {
          case 0x1fa:
            if (level === 0 && !reads) return undefinedly;
            allowed = may.ZO0 || may.NA0;
            width = 32;
            break;
          case 0x2e6: width = 16; allowed = reads ? may.SU0 || may.BO0 : may.ZO1 || may.SU0; break;
          case 0x2ed: width = 32; allowed = reads ? may.BO0 : may.SU0; break;
          case 0x114:
            if (!reads) return undefinedly;
            allowed = may.BO1 || may.NA1;
            break;
          case 0x2b2:
            if (reads) return undefinedly;
            allowed = may.SU0;
            width = 48;
            break;
          default: return undefinedly;
        }
        if (level === 0 && !allowed) return trap;
        if (reads) return { syndrome: 0, value: held };
        if (number !== 0x1fa) return { syndrome: 0, value: value % 2n ** BigInt(width) };
        let behind = 0n;
        for (let bit = 0; bit < 32; bit++) {
          const one = 1n << BigInt(bit);
          if ([26, 25, 20, 16, 12, 9].includes(bit)) behind |= value & one;
          if ([23, 22, 21].includes(bit)) behind |= (held | value) & one;
          if (bit === 5 || bit === 4) behind |= (value & one) === 0n ? held & one : 0n;
          if (bit === 3) behind |= held & one;
          if (bit === 18 || bit === 0) behind |= one;
        }
        return { syndrome: 0, value: behind };
      };`,
  },
};
