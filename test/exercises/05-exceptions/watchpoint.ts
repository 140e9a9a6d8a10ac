import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["does not ask E",                        "field(0, 1) === 1 && ",                              ""],
    ["ignores HMC and SSC",                   " && field(13, 3) === 0",                             ""],
    ["ignores SSC",                           "field(13, 3) === 0",                                 "field(13, 1) === 0"],
    ["swaps EL0 and EL1",                     "access.level === 1 ? 1 : 2",                         "access.level === 1 ? 2 : 1"],
    ["swaps loads and stores",                "access.write ? 4 : 3",                               "access.write ? 3 : 4"],
    ["watches loads and stores alike",        " || !isForKind",                                     ""],
    ["ignores the link",                      "field(20, 1) === 1 && !holdsContext",                "field(20, 1) === 2 && !holdsContext"],
    ["links to what is off",                  "(control & 1) === 1 && ((control >> 20)",            "((control >> 20)"],
    ["links to any type",                     " && ((control >> 20) & 15) === 0b0011",              ""],
    ["compares 64 bits of a context",         "BigInt.asUintN(32, value ^ context) === 0n",         "value === context"],
    ["ignores BAS",                           "const bas = (value & 4n) === 0n ? BAS : BAS & 15;",  "const bas = BAS === 0 ? 0 : 0xff;"],
    ["counts BAS from its other end",         "[...bas.toString(2)].reverse().join(\"\")",          "bas.toString(2).padStart(8, \"0\")"],
    ["watches from the address on",           "BigInt(Math.max(0, run.indexOf(\"1\")))",            "0n"],
    ["watches up to the last set bit",        "BigInt(run.replaceAll(\"0\", \"\").length)",         "BigInt(run.length)"],
    ["counts the low two bits",               "(value & ~3n)",                                      "value"],
    ["takes a word for a doubleword",         "(value & ~3n)",                                      "(value & ~7n)"],
    ["watches no bytes as one",               "length > 0n && ",                                    ""],
    ["reports where the access began",        "return BigInt.asUintN(64, access.address + behind);", "return access.address;"],
    ["reports the first watched byte",        "< length ? access.address : undefined",              "< length ? BigInt.asUintN(64, start) : undefined"],
    ["misses what begins in the middle",      "return BigInt.asUintN(49, access.address - start) < length ? access.address : undefined;", "return undefined;"],
    ["misses what begins before",             "  if (length > 0n && behind < BigInt(access.bytes)) return BigInt.asUintN(64, access.address + behind);\n", ""],
    ["watches one byte too many",             "access.address - start) < length",                   "access.address - start) <= length"],
    ["reaches one byte too far",              "behind < BigInt(access.bytes)",                      "behind <= BigInt(access.bytes)"],
    ["has no end of addresses",               "BigInt.asUintN(49, start - access.address)",         "start - access.address < 0n ? 1n << 60n : start - access.address"],
    ["counts the tag",                        "BigInt.asUintN(49, start - access.address)",         "BigInt.asUintN(64, start - access.address)"],
    ["loses the tag",                         "BigInt.asUintN(64, access.address + behind)",        "BigInt.asUintN(49, access.address + behind)"],
    ["takes MASK for a length",               "1n << BigInt(mask)",                                 "BigInt(mask)"],
    ["has BAS count beside MASK",             "if (mask > 0) return [value, 1n << BigInt(mask)];",  "if (mask > 0) return [value, BAS === 0xff ? 1n << BigInt(mask) : 1n];"],
    ["has 31 bits for 2 GiB",                 "1n << BigInt(mask)",                                 "BigInt(1 << mask)"],
  ],
  right: {
    "byte by byte": `
      import type { ExceptionParts } from "../../src/machine/exceptions/parts";
      type Hit = ExceptionParts["watchpointHit"];

      export const watchpointHit: Hit = ({ value, control }, breakpoints, access) => {
        const bits = control.toString(2).padStart(32, "0");
        const field = (high: number, low: number): number => Number("0b" + bits.slice(31 - high, 32 - low));
        if (field(0, 0) === 0 || field(15, 13) !== 0) return undefined;
        if ((field(2, 1) & (access.level === 1 ? 1 : 2)) === 0) return undefined;
        if ((field(4, 3) & (access.write ? 2 : 1)) === 0) return undefined;
        if (field(20, 20) === 1) {
          const link = breakpoints[field(19, 16)];
          if (link === undefined || !breakpoints.slice(-2).includes(link)) return undefined;
          if ((link.control & 0xf0_0001) !== 0x30_0001 || ((link.value ^ access.context) & 0xffff_ffffn) !== 0n) return undefined;
        }
        const mask = field(28, 24);
        const isWatched = (address: bigint): boolean => {
          if (mask > 0) return BigInt.asUintN(49, address) >> BigInt(mask) === BigInt.asUintN(49, value) >> BigInt(mask);
          const from = BigInt.asUintN(49, address - (value & ~3n));
          return from < ((value & 4n) === 0n ? 8n : 4n) && ((field(12, 5) >> Number(from)) & 1) === 1;
        };
        for (let i = 0n; i < BigInt(access.bytes); i++) {
          const address = BigInt.asUintN(64, access.address + i);
          if (isWatched(address)) return address;
        }
        return undefined;
      };`,
  },
};
