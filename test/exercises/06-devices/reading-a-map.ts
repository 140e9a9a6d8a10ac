import type { Gate } from "../gate";

// Changes to the solution of the practice variant: what becomes of somebody who misses one of its rules.

export const gate: Gate = {
  wrong: [
    ["sees every address bit",               "const at = address % END;",                    "const at = address + 0 * END;"],
    ["has 32 address lines",                 "const at = address % END;",                    "const at = (address % END) >>> 0;"],
    ["has the wrong one win",                "ROWS.find((each) => holds(each, at));",        "ROWS.filter((each) => holds(each, at)).at(-1);"],
    ["does not look at the last byte's owner", " || ROWS.find((each) => holds(each, at + bytes - 1)) !== row", ""],
    ["looks one byte too far",               "at + bytes - 1)) !== row",                     "at + bytes)) !== row"],
    ["asks only whether the last byte is somebody's", "ROWS.find((each) => holds(each, at + bytes - 1)) !== row", "ROWS.every((each) => !holds(each, at + bytes - 1))"],
    ["ends where a copy ends",               "if (offset + bytes > row.repeats) return undefined;", "if ((from % row.apart) + bytes > row.bytes) return undefined;"],
    ["goes from one to the next",            "if (offset + bytes > row.repeats) return undefined;", ""],
    ["counts copies by their size",          "Math.floor(from / row.apart)",                 "Math.floor(from / row.bytes)"],
    ["counts from the first copy",           "(from % row.apart) % row.repeats",             "from % row.repeats"],
    ["does not repeat",                      "(from % row.apart) % row.repeats",             "from % row.apart"],
    ["takes any size",                       "row.widths.includes(bytes) && ",               ""],
    ["takes what is not aligned",            " && offset % bytes === 0",                     ""],
    ["wants everything aligned",             "row.widths.length === 0 || (row.widths.includes(bytes) && offset % bytes === 0)", "(row.widths.length === 0 || row.widths.includes(bytes)) && offset % bytes === 0"],
    ["has one copy too many",                "from < copies * apart",                        "from <= copies * apart"],
    ["has one more of what it has several of", "copies: 5, apart: 0x200",                   "copies: 6, apart: 0x200"],
    ["has a second one of what there is one of", "copies: 1, apart: 0x1000, repeats: 0x10",  "copies: 2, apart: 0x1000, repeats: 0x10"],
    ["has one copy less",                    "copies: 5, apart: 0x1000",                     "copies: 4, apart: 0x1000"],
    ["has a byte too many",                  "bytes: 0x800, copies",                         "bytes: 0x801, copies"],
    ["has somebody between the copies",      " && from % apart < bytes",                     " && bytes > 0"],
  ],
  right: {
    "byte by byte": `
      import type { BoardQuestions } from "../../src/course/exercises/06-devices/board-questions";

      const MAP: Readonly<Record<string, readonly [base: number, bytes: number, copies: number, apart: number, repeats: number, takes: string]>> = {
        uart: [0x117415000, 0x1000, 1, 0x1000, 0x10, "48"],
        clock: [0x94814000, 0x100, 1, 0x100, 0x100, "4"],
        sound: [0x1b8c09000, 0x800, 4, 0x1000, 8, "any"],
        rom: [0x30a516000, 0x40000, 1, 0x40000, 0x40000, "any"],
        slot: [0x28f11a000, 0x200, 5, 0x200, 0x200, "4"],
        timer: [0x3af61e000, 0x60, 5, 0x1000, 0x60, "24"],
        ram: [0x215d09000, 0xd000000, 4, 0xd000000, 0xd000000, "any"],
        pen: [0x15a8000, 0x1000, 1, 0x1000, 0x1000, "24"],
        screen: [0x120c000, 0x500000, 1, 0x500000, 0x500000, "any"],
      };

      /** "ram 3 0 adc3d04": the device, the copy, the repetition; and the offset. */
      function ownerOf(address: number): { who: string; name: string; copy: number; offset: number } | undefined {
        let found;
        for (const [name, [base, bytes, copies, apart, repeats]] of Object.entries(MAP)) {
          for (let copy = 0; copy < copies; copy++) {
            const offset = address - base - copy * apart;
            if (offset < 0 || offset >= bytes) continue;
            found ??= { who: [name, copy, Math.floor(offset / repeats)].join(" "), name, copy, offset: offset % repeats };
          }
        }
        return found;
      }

      export const reach: BoardQuestions["reach"] = (address, bytes) => {
        const seen = Number(BigInt.asUintN(34, BigInt(address)));
        const owners = Array.from({ length: bytes }, (_, i) => ownerOf(seen + i));
        const [first] = owners;
        if (first === undefined || owners.some((owner) => owner?.who !== first.who)) return undefined;
        const takes = MAP[first.name]![5];
        if (takes !== "any" && (!takes.includes(String(bytes)) || first.offset % bytes > 0)) return undefined;
        return { name: first.name, copy: first.copy, offset: first.offset };
      };`,
  },
};
