import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["forgets AF",                               "AF | memoryOf(flags)",                      "memoryOf(flags)"],
    ["has AP's two bits reversed",               "const USER = 1n << 6n;",                    "const USER = 1n << 7n;"],
    ["takes AP's bit 7 for a right to write",    "(flags & PAGE.writable) === 0",             "(flags & PAGE.writable) !== 0"],
    ["has UXN and PXN reversed",                 "const PXN = 1n << 53n;\nconst UXN = 1n << 54n;", "const PXN = 1n << 54n;\nconst UXN = 1n << 53n;"],
    ["lets programs execute what is the kernel's", "!isExecutable || !isUser",                "!isExecutable"],
    ["lets the kernel execute what is a program's", "!isExecutable || isUser",                "!isExecutable"],
    ["shares devices",                           "!== 0) return 0n;",                         "!== 0) return INNER_SHAREABLE;"],
    ["has Attr in bits 3:1",                     "INNER_SHAREABLE | 8n : INNER_SHAREABLE | 4n", "INNER_SHAREABLE | 4n : INNER_SHAREABLE | 2n"],
    ["has cached and uncached reversed",         "(flags & PAGE.uncached) !== 0 ?",           "(flags & PAGE.uncached) === 0 ?"],
    ["is outer shareable",                       "const INNER_SHAREABLE = 3n << 8n;",         "const INNER_SHAREABLE = 2n << 8n;"],
    ["sets the type, too",                       "let bits = AF |",                           "let bits = AF | 3n |"],
    ["lets everybody execute",                   "!isExecutable || !isUser) bits = bits | UXN;", "!isExecutable || !isUser) bits = bits | 0n;"],
  ],
  right: {
    "with a table of memory's types": `
      import { PAGE } from "../../src/unikernel/memory/flags";
      const TYPES = [0x304n, 0n, 0x308n] as const;
      /** @noalloc */
      export function attributesOf(flags: number): bigint {
        const type = Math.trunc(flags / PAGE.device) % 4;
        let bits = 0x0060_0000_0000_0400n | TYPES[type]!;
        if ((flags & PAGE.executable) !== 0) bits = (flags & PAGE.user) !== 0 ? bits ^ 0x0040_0000_0000_0000n : bits ^ 0x0020_0000_0000_0000n;
        if ((flags & PAGE.user) !== 0) bits = bits | 0x40n;
        return (flags & PAGE.writable) !== 0 ? bits : bits | 0x80n;
      }`,
  },
};
