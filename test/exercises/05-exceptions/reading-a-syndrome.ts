import type { Gate } from "../gate";

// Changes to the solution of the practice variant: what becomes of somebody who misses one of its rules.

export const gate: Gate = {
  wrong: [
    ["counts the limit as low",               "< 0xa880n ? 334 : 723",                         "<= 0xa880n ? 334 : 723"],
    ["has one port for all calls",            "bits(esr, 15, 0) < 0xa880n ? 334 : 723",        "334"],
    ["puts the number of a call elsewhere",   "word: bits(esr, 15, 0) << 7n",                  "word: bits(esr, 15, 0) << 8n"],
    ["takes all of ISS for a number",         "word: bits(esr, 15, 0) << 7n",                  "word: bits(esr, 25, 0) << 7n"],
    ["takes BRK for a call",                  "case 0x3cn: return { port: 793, word: bits(esr, 15, 0) << 10n };", "case 0x3cn: return { port: 723, word: bits(esr, 15, 0) << 7n };"],
    ["leaves a trap's numbers as they are",   "(Op0 << 14n) | (Op1 << 11n)",                   "(Op0 << 14n) | (Op2 << 11n)"],
    ["forgets Rt",                            " | Rt",                                         ""],
    ["has 1 for MSR",                         "(bits(esr, 0, 0) << 10n)",                      "((1n - bits(esr, 0, 0)) << 10n)"],
    ["takes the kernel's aborts for programs'", "case 0x21n: case 0x25n: return { port: 115, word: far };\n    case 0x20n: case 0x24n:", "case 0x20n: case 0x24n: case 0x21n: case 0x25n:"],
    ["takes an instruction abort for a load", "ec === 0x20n) ??",                              "false) ??"],
    ["takes maintenance for a write",         "!isFetch && !isMaintenance && ",                "!isFetch && "],
    ["does not know what a write is",         "bits(esr, 6, 6) === 1n;",                       "bits(esr, 6, 6) === 0n;"],
    ["has larger pages",                      "bits(far, 47, 12)",                             "bits(far, 47, 14)"],
    ["keeps the tag of an address",           "bits(far, 47, 12)",                             "(far >> 12n)"],
    ["forgets the level",                     " | (level << 4n)",                              ""],
    ["sends access flag faults elsewhere",    "kind === TRANSLATION || kind === ACCESS_FLAG",  "kind === TRANSLATION"],
    ["copies what is only read",              "kind === PERMISSION && isWrite",                "kind === PERMISSION"],
    ["guards what is written",                "kind === PERMISSION && isWrite",                "kind === PERMISSION && isFetch"],
    ["takes an external abort for alignment", "bits(esr, 5, 0) === ALIGNMENT",                 "bits(esr, 5, 0) === 0b01_0000n"],
    ["tells the rest nothing",                "word: ec << 39n",                               "word: 0n"],
    ["looks for the class elsewhere",         "const ec = bits(esr, 31, 26);",                 "const ec = bits(esr, 31, 25);"],
  ],
  right: {
    "as a list of rows": `
      import type { ExceptionQuestions } from "../../src/course/exercises/05-exceptions/questions";
      type Row = readonly [classes: readonly number[], fits: (iss: number) => boolean, port: number, word: (iss: number, far: bigint, ec: number) => bigint];

      const is = (...codes: readonly number[]) => (iss: number): boolean => codes.includes(iss & 63);
      const TRANSLATION = is(4, 5, 6, 7, 9, 10, 11);
      const PERMISSION = is(13, 14, 15);
      const writes = (iss: number): boolean => (iss & 0x140) === 0x40;
      const fault = (fetch: bigint) => (iss: number, far: bigint): bigint =>
        ((far % 2n ** 48n) / 4096n) * 2n ** 11n + BigInt(iss & 3) * 16n + (fetch === 0n && writes(iss) ? 1024n : 0n) + fetch * 8n;
      const any = (): boolean => true;

      const ROWS: readonly Row[] = [
        [[0x15], (iss) => (iss & 0xffff) < 43136, 334, (iss) => BigInt(iss & 0xffff) * 128n],
        [[0x15], any, 723, (iss) => BigInt(iss & 0xffff) * 128n],
        [[0x3c], any, 793, (iss) => BigInt(iss & 0xffff) * 1024n],
        [[0x18], any, 346, trap],
        [[0x07], any, 875, () => 0n],
        [[0x21, 0x25], any, 115, (_iss, far) => far],
        [[0x24], TRANSLATION, 261, fault(0n)],
        [[0x20], TRANSLATION, 261, fault(1n)],
        [[0x24], (iss) => PERMISSION(iss) && writes(iss), 358, fault(0n)],
        [[0x24], PERMISSION, 530, fault(0n)],
        [[0x20], PERMISSION, 530, fault(1n)],
        [[0x20, 0x24], is(33), 820, (_iss, far) => (far & 0xffff_ffff_ffffn) << 7n],
      ];

      function trap(iss: number): bigint {
        const text = iss.toString(2).padStart(25, "0").slice(3);
        const part = (from: number, to: number): string => text.slice(from, to);
        const numbers = BigInt("0b" + part(0, 2) + part(5, 8) + part(8, 12) + part(17, 21) + part(2, 5));
        return numbers * 2n ** 13n + BigInt("0b" + part(12, 17)) + (iss % 2 === 1 ? 1024n : 0n);
      }

      export const passOn: ExceptionQuestions["passOn"] = (esr, far) => {
        const [ec, iss] = [Number(esr / 2n ** 26n), Number(esr % 2n ** 25n)];
        for (const [classes, fits, port, word] of ROWS) if (classes.includes(ec) && fits(iss)) return { port, word: word(iss, far, ec) };
        return { port: 245, word: BigInt(ec) << 39n };
      };`,
  },
};
