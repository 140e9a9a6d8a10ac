// The question as the student reads it, made from the variant alone.

import type { AluOperation, AluResult } from "../questions";
import { computeForeign } from "./compute";
import { FLAGS, type Flag, type FlagsVariant } from "./variant";

type Example = readonly [operation: AluOperation, x: bigint, y: bigint, status: number];

/** The operations that the handout gives the results of. */
export function exampleOperations({ width, places }: FlagsVariant): Example[] {
  const top = 1n << BigInt(width - 1);
  const all = 2n * top - 1n;
  const carry = 1 << places["C"]!;
  const zero = 1 << places["Z"]!;
  return [
    ["add", 0x17n, 0x19n, 0],
    ["add", all, 1n, 0xffff],
    ["addc", top, top - 1n, carry],
    ["sub", 3n, 5n, 0],
    ["sub", top, 1n, zero],
    ["subc", 5n, 5n, carry | zero],
    ["subc", 5n, 5n, 0],
  ];
}

export function flagsHandout(variant: FlagsVariant): string {
  const { computer, width, borrowed, zero } = variant;
  return [
    `The ${computer} is a computer that was never built. Its registers have ${width} bits, and it has a status register of`,
    "16 bits. It adds and subtracts:",
    "",
    ...indented([
      "add    x + y",
      "addc   x + y, and one more if C is 1",
      "sub    x - y",
      `subc   x - y, and one less if C is ${borrowed}`,
    ]),
    "",
    `The value is what ${width} bits hold of that. The flags are bits of the status register, bit 0 being the lowest:`,
    "",
    ...indented(flagRows(variant)),
    "",
    ...(zero === "chained"
      ? ["But behind addc and subc, Z is 1 only if it was 1 before, too: then it is about the whole of a long number."]
      : ["That is so behind addc and subc, too: Z is about this value alone."]),
    "Every other bit of the status register stays as it was.",
    "",
    "Write `foreignAlu(operation, x, y, status)`: `operation` is one of those four names; x and y are registers,",
    "unsigned; `status` is the status register before. It gives the value, and the status register behind. For example:",
    "",
    ...indented(exampleOperations(variant).map((example) =>
      `${callText(width, ...example).padEnd(callText(width, "addc", 0n, 0n, 0).length)}   ${resultText(width, computeForeign(variant, ...example))}`)),
  ].join("\n");
}

export const callText = (width: number, operation: AluOperation, x: bigint, y: bigint, status: number): string =>
  `foreignAlu("${operation}", ${hex(x, width)}, ${hex(y, width)}, ${status16(status)})`;

export const resultText = (width: number, { value, status }: AluResult): string => `{ value: ${hex(value, width)}, status: ${status16(status)} }`;

/** 0xfffff: as many digits as the register has. */
const hex = (value: bigint, width: number): string => `0x${value.toString(16).padStart(Math.ceil(width / 4), "0")}`;

const status16 = (status: number): string => `0x${status.toString(16).padStart(4, "0")}`;

function flagRows({ width, places, borrowed, halfAt, parity }: FlagsVariant): string[] {
  const afterSubtraction = borrowed === 1 ? "in sub and subc: something was borrowed" : "in sub and subc: nothing was borrowed";
  const says: Readonly<Record<Flag, string>> = {
    Z: "the value is zero",
    S: `bit ${width - 1} of the value is 1`,
    C: `in add and addc: a carry came out of bit ${width - 1}; ${afterSubtraction}`,
    V: `of two's complement numbers, the sum or difference does not fit in ${width} bits`,
    H: `as C, but about the low ${halfAt} bits alone: the carry, or the borrow, is that of bit ${halfAt - 1}`,
    P: `the number of ones in the low 8 bits of the value is ${parity}`,
    L: "S and V are different: of a difference, that x is less than y as two's complement numbers",
  };
  return FLAGS.filter((flag) => Object.hasOwn(places, flag)).map((flag) => `bit ${String(places[flag]).padStart(2)}   ${flag}   ${says[flag]}`);
}

/** Four spaces: code, in Markdown and to the eye. */
const indented = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`);
