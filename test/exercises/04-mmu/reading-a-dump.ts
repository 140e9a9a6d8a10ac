import type { Gate } from "../gate";

// Changes to the solution of the practice variant: what becomes of somebody who misses something in the dump.

export const gate: Gate = {
  wrong: [
    // what is wrong                               find                                                        replace
    ["takes 4 KiB for all that a block maps",      "0x146074ffc",                                              "0x146000ffc"],
    ["takes 4 KiB for a page of 16",               "0x7903f7f1",                                               "0x7903c7f1"],
    ["does not see that a table hides a page",     `[0xffff_fe3d_5839_3fdan, { kind: "permission", level: 3 }]`, "[0xffff_fe3d_5839_3fdan, 0x67e97fda]"],
    ["does not see that a block is read-only",     `[0xffff_fe3d_0272_912en, { kind: "permission", level: 2 }]`, "[0xffff_fe3d_0272_912en, 0x7a72912e]"],
    ["says the level of the table before",         `{ kind: "translation", level: 2 }`,                        `{ kind: "translation", level: 1 }`],
    ["takes an entry that is not there for a page", `[0xc55a_6613n, { kind: "translation", level: 3 }]`,       "[0xc55a_6613n, 0x613]"],
    ["knows no end of physical addresses",         `{ kind: "address size", level: 2 }`,                       "0x1013d258f3f"],
    ["counts levels from 0",                       `{ kind: "address size", level: 2 }`,                       `{ kind: "address size", level: 1 }`],
    ["takes a page for a fault",                   "0x4930676b",                                               `{ kind: "permission", level: 3 }`],
    ["gives the page and not the byte",            "0x4ed8c8ee",                                               "0x4ed8c000"],
  ],
  right: {
    "by a program": `
      import type { MmuQuestions } from "../../src/course/exercises/04-mmu/questions";
      const DUMP = \`
        44042028 0040000146000f81   44042150 00000000442a3003   440421b0 2000000044b71003   44193da8 0000000138000741
        441c3408 006000007a000701   441c3488 00000000441f0003   441c3560 4000000044e30003   441f03d0 0060000055980703
        442a3c30 002000004dd19f03   442a3c80 000000005397cf03   442a3ca0 0020000053dacf83   442a3d60 0040000049306fc3
        44350518 0000000044610003   44497018 2000000044042003   44497078 4000000044824003   444970b8 2800000044922003
        44610930 000000007903c703   446e0be8 006000004aaccfc3   448242e8 10000000446e0003   449221d0 006001013d200f41
        44b71208 0060000053c55f43   44cc40c8 0800000044190003   44cc4130 1000000044350003   44cc4318 00000000441c0003
        44e306e0 000000004ed8c783   44e30720 0060000067e94743   44e307b8 0060000053d4c743   44e307f8 0040000066dac743\`;
      const words = DUMP.trim().split(/\\s+/).map((word) => BigInt("0x" + word));
      const memory = new Map(words.flatMap((word, i) => (i % 2 === 0 ? [[word, words[i + 1]!] as const] : [])));

      export const readDump: MmuQuestions["readDump"] = (va, purpose, level) => {
        const isUpper = ((va >> 55n) & 1n) === 1n;
        // T0SZ 29, 4 KiB, no tags; T1SZ 21, 16 KiB. Both begin at level 1.
        const [bits, granule] = isUpper ? [43n, 14n] : [35n, 12n];
        if (va >> bits !== (isUpper ? (1n << (64n - bits)) - 1n : 0n)) return { kind: "translation", level: 0 };
        let table = isUpper ? 0x44cc4000n : 0x44497000n;
        let forbidden = 0n;
        for (let at = 1; ; at++) {
          const low = granule + BigInt(3 - at) * (granule - 3n);
          const entries = 1n << (granule - 3n);
          const index = at === 1 ? (va & ((1n << bits) - 1n)) >> low : (va >> low) % entries;
          const entry = memory.get(table + 8n * index) ?? 0n;
          const kind = entry & 3n;
          const isBlock = kind === 1n && (at === 2 || (at === 1 && granule === 12n));
          if (kind !== 3n && !isBlock) return { kind: "translation", level: at };
          const isTable = kind === 3n && at < 3;
          const align = isTable ? granule : low;
          const address = ((entry & 0xffff_ffff_ffffn) >> align) << align;
          if (address >> 40n !== 0n) return { kind: "address size", level: at };
          if (isTable) {
            forbidden |= entry >> 59n;
            table = address;
            continue;
          }
          if ((entry & 0x400n) === 0n) return { kind: "access flag", level: at };
          const isEl0s = (entry & 0x40n) !== 0n && (forbidden & 4n) === 0n;
          const isWritable = (entry & 0x80n) === 0n && (forbidden & 8n) === 0n;
          const UXN = ((entry >> 54n) & 1n) === 1n || (forbidden & 2n) !== 0n;
          const PXN = ((entry >> 53n) & 1n) === 1n || (forbidden & 1n) !== 0n;
          const may = {
            EL0: { read: isEl0s, write: isEl0s && isWritable, fetch: !UXN },
            EL1: { read: true, write: isWritable, fetch: !PXN && !(isEl0s && isWritable) },
          }[level][purpose];
          return may ? Number(address + (va & ((1n << low) - 1n))) : { kind: "permission", level: at };
        }
      };`,
  },
};
