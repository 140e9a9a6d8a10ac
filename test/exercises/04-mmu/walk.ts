import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                         find                                                               replace
    ["begins at level 0",                    "let level = startLevel;",                                         "let level = 0;"],
    ["has entries of one byte",              "table + 8 * index",                                               "table + index"],
    ["stays in the first table",             "      table = descriptor.address;\n",                              ""],
    ["knows nothing of EPD",                 `if (range.EPD) return { kind: "translation", level: 0 };`,        ""],
    ["begins where it cannot",               `if (isOutOfReach(range.table)) return { kind: "address size", level: 0 };`, ""],
    ["says the first table's level",         `return { kind: "address size", level: 0 };`,                      `return { kind: "address size", level: startLevel };`],
    ["asks for the first table before EPD",  `if (range.EPD) return { kind: "translation", level: 0 };\n  if (isOutOfReach(range.table)) return { kind: "address size", level: 0 };`,
                                             `if (isOutOfReach(range.table)) return { kind: "address size", level: 0 };\n  if (range.EPD) return { kind: "translation", level: 0 };`],
    ["does not look where a table is",       "if (isOutOfReach(descriptor.address)) return",                    `if (descriptor.kind !== "table" && isOutOfReach(descriptor.address)) return`],
    ["never says address size",              "if (isOutOfReach(descriptor.address))",                           "if (descriptor.address < 0)"],
    ["lets 2^outputBits itself through",     "address >= 2 ** outputBits",                                      "address > 2 ** outputBits"],
    ["shifts 1 by outputBits",               "address >= 2 ** outputBits",                                      "address >= 1 << outputBits"],
    ["does not look at the access flag",     `    if (!descriptor.AF) return { kind: "access flag", level };\n`, ""],
    ["takes nothing for an invalid entry",   `if (descriptor === undefined) return { kind: "external", level };`, `if (descriptor === undefined) return { kind: "translation", level };`],
    ["forgets limits from level to level",   "limits.APTable | APTable",                                        "APTable"],
    ["forgets a UXNTable further up",        "limits.UXNTable || UXNTable",                                     "UXNTable"],
    ["limits what every table limits",       "limits.PXNTable || PXNTable",                                     "limits.PXNTable && PXNTable"],
    ["does not limit",                       "const { AP, UXN, PXN } = parts.limited(descriptor, limits);",     "const { AP, UXN, PXN } = descriptor;"],
    ["maps 4 KiB always",                    "const mappedBits = granule + (3 - level) * (granule - 3);",       "const mappedBits = 12;"],
    ["has 4 KiB tables",                     "(3 - level) * (granule - 3)",                                     "(3 - level) * 9"],
    ["tells nobody",                         "    parts.heard?.({ level, table, index, address, bits, descriptor });\n", ""],
    ["tells only what is there",             "parts.heard?.(",                                                  "if (descriptor !== undefined) parts.heard?.("],
    ["reads twice",                          "const bits = read(address);",                                     "read(address);\n    const bits = read(address);"],
  ],
  wrongFiles: {
    "checks the access flag before the address": `
      import type { MmuParts } from "../../src/machine/mmu/parts";
      export const walk: MmuParts["walk"] = (va, { granule, inputBits, startLevel, table: first, EPD }, outputBits, read, parts) => {
        let table = first;
        let limits = { APTable: 0, UXNTable: false, PXNTable: false };
        if (EPD) return { kind: "translation", level: 0 };
        if (table >= 2 ** outputBits) return { kind: "address size", level: 0 };
        for (let level = startLevel; ; level++) {
          const index = parts.tableIndex(va, level, granule, inputBits);
          const address = table + 8 * index;
          const bits = read(address);
          const it = bits === undefined ? bits : parts.decodeDescriptor(bits, level, granule);
          parts.heard?.({ level, table, index, address, bits, descriptor: it });
          if (it === undefined) return { kind: "external", level };
          if (it.kind === "invalid") return { kind: "translation", level };
          if (it.kind !== "table" && !it.AF) return { kind: "access flag", level };
          if (it.address >= 2 ** outputBits) return { kind: "address size", level };
          if (it.kind !== "table") {
            const { AP, UXN, PXN } = parts.limited(it, limits);
            return { kind: "mapped", address: it.address, bits: granule + (3 - level) * (granule - 3), level, AttrIndx: it.AttrIndx, SH: it.SH, nG: it.nG, AP, UXN, PXN };
          }
          limits = { APTable: limits.APTable | it.APTable, UXNTable: limits.UXNTable || it.UXNTable, PXNTable: limits.PXNTable || it.PXNTable };
          table = it.address;
        }
      };`,
  },
  right: {
    "each level calling the next, limits applied one by one": `
      import type { MmuParts } from "../../src/machine/mmu/parts";
      type Walk = MmuParts["walk"];
      type Found = ReturnType<Walk>;
      export const walk: Walk = (va, range, outputBits, read, parts) => {
        const reach = 2 ** outputBits;
        const from = (level: number, table: number): Found => {
          const index = parts.tableIndex(va, level, range.granule, range.inputBits);
          const address = table + index * 8;
          const bits = read(address);
          const descriptor = bits === undefined ? undefined : parts.decodeDescriptor(bits, level, range.granule);
          if (parts.heard !== undefined) parts.heard({ level, table, index, address, bits, descriptor });
          switch (descriptor?.kind) {
            case undefined: return { kind: "external", level };
            case "invalid": return { kind: "translation", level };
            case "table": {
              if (descriptor.address >= reach) return { kind: "address size", level };
              const found = from(level + 1, descriptor.address);
              if (found.kind !== "mapped") return found;
              const { AP, UXN, PXN } = parts.limited(found, descriptor);
              return { ...found, AP, UXN, PXN };
            }
            case "block": case "page": {
              if (descriptor.address >= reach) return { kind: "address size", level };
              const { address: at, AP, UXN, PXN, AttrIndx, SH, nG, AF } = descriptor;
              let bitsMapped: number = range.granule;
              for (let i = level; i < 3; i++) bitsMapped += range.granule - 3;
              return AF ? { kind: "mapped", address: at, bits: bitsMapped, level, AttrIndx, SH, nG, AP, UXN, PXN } : { kind: "access flag", level };
            }
          }
        };
        if (range.EPD) return { kind: "translation", level: 0 };
        return range.table < reach ? from(range.startLevel, range.table) : { kind: "address size", level: 0 };
      };`,
  },
};
