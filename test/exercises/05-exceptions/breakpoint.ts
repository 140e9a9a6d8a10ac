import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["does not ask E",                      "!isEnabled(control) || ",                              ""],
    ["does not ask for whom",               "((control >> (level === 1 ? 1 : 2)) & 1) === 1 && ",   ""],
    ["swaps EL0 and EL1",                   "level === 1 ? 1 : 2",                                  "level === 1 ? 2 : 1"],
    ["ignores HMC and SSC",                 " && (control & HMC_SSC) === 0",                        ""],
    ["ignores HMC",                         "0b111 << 13",                                          "0b110 << 13"],
    ["takes reserved types for addresses",  "default: return false;",                               "case 0b0011: return false;\n    default: return isAt(value, pc);"],
    ["has linked contexts stop things",     "case 0b0010: return",                                  "case 0b0010: case 0b0011: return"],
    ["forgets the link",                    "isAt(value, pc) && isLinkedContext((control >> 16) & 15, units, context)", "isAt(value, pc)"],
    ["forgets the address of a linked one", "isAt(value, pc) && isLinkedContext",                   "isLinkedContext"],
    ["links to itself",                     "isLinkedContext((control >> 16) & 15,",                "isLinkedContext(n,"],
    ["links to what is off",                "return isEnabled(control) && typeOf",                  "return typeOf"],
    ["links to any type",                   " && typeOf(control) === 0b0011",                       ""],
    ["lets every unit hold a context",      "n >= units.length - 2 && ",                            "n < units.length && "],
    ["lets one unit hold a context",        "n >= units.length - 2",                                "n >= units.length - 1"],
    ["compares 64 bits of a context",       "BigInt.asUintN(32, units[n]!.value ^ context)",        "(units[n]!.value ^ context)"],
    ["compares 64 bits of an address",      "BigInt.asUintN(49, value ^ pc) < 4n",                  "(value ^ pc) >= 0n && (value ^ pc) < 4n"],
    ["compares 48 bits of an address",      "BigInt.asUintN(49,",                                   "BigInt.asUintN(48,"],
    ["compares the low two bits",           "< 4n",                                                 "=== 0n"],
    ["asks for whom the linked one is",     "return isEnabled(control) && typeOf",                  "return (control & 4) !== 0 && isEnabled(control) && typeOf"],
    ["falls over a unit that is not there", "units[n]?.control ?? 0",                               "units[n]!.control"],
  ],
  right: {
    "as a list of conditions": `
      import type { ExceptionParts } from "../../src/machine/exceptions/parts";
      type Matches = ExceptionParts["breakpointMatches"];

      const field = (control: number, high: number, low: number): number => Math.floor(control / 2 ** low) % 2 ** (high - low + 1);

      export const breakpointMatches: Matches = (n, units, fetch) => {
        const unit = units[n]!;
        const type = field(unit.control, 23, 20);
        const link = units[field(unit.control, 19, 16)];
        const isAt = (unit.value & 0x1_ffff_ffff_fffcn) === (fetch.pc & 0x1_ffff_ffff_fffcn);
        const holds = (other: typeof link): boolean =>
          other !== undefined && units.slice(-2).includes(other) && (other.value & 0xffff_ffffn) === (fetch.context & 0xffff_ffffn);
        const isLinkable = link !== undefined && field(link.control, 0, 0) === 1 && field(link.control, 23, 20) === 3;
        const stops = [isAt, isAt && isLinkable && holds(link), holds(unit)][type] ?? false;
        const wanted = field(unit.control, 2, 1) & (fetch.level === 0 ? 2 : 1);
        return stops && field(unit.control, 0, 0) === 1 && field(unit.control, 15, 13) === 0 && wanted !== 0;
      };`,
  },
};
