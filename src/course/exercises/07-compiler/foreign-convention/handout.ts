// The question as the student reads it, made from the variant alone.

import { Draw } from "../../draw";
import { placesOf } from "./decide";
import type { ParameterType } from "../questions";
import { drawParameters } from "./calls";
import type { ConventionVariant } from "./variant";

/** What the handout shows; always the same, for it is part of the question. */
export function exampleLists(variant: ConventionVariant): ParameterType[][] {
  const draw = new Draw(`${variant.machine} ${variant.letter} ${variant.registers.join()}`);
  return [
    ["word", "byte", "pair", "float"], ["record", "word"], ["word", "pair", "word", "pair", "word", "byte"],
    ["word", "word", "word", "word", "word", "word", "byte", "byte", "word"], drawParameters(draw, 8),
  ];
}

export function conventionHandout(variant: ConventionVariant): string {
  const { machine, letter, registers, floatLetter, floats, stack, base, isPairAligned, first, isClosed, isByteTight, isRecordCopied, recordBytes } = variant;
  const name = (prefix: string) => (number: number): string => `${prefix}${number}`;
  return [
    `The ${machine} is a processor that was never built, with words of 8 bytes. This is how its functions are called:`,
    "",
    `  - Words are passed in ${registers.map(name(letter)).join(", ")}, in this order, each in the next one that has not been used.`,
    "  - A byte is passed like a word.",
    `  - A pair is 16 bytes, and takes two registers, one behind the other in that order; its ${first} half is in the first of them.`,
    ...(isPairAligned
      ? ["    The first must be the first, third or fifth of the list: one that is passed over for that is not used any more."]
      : ["    It does not matter where in the list it begins."]),
    "    It is never half in a register and half on the stack.",
    `  - A float is passed in ${floats.map(name(floatLetter)).join(", ")}, in this order; these are used for nothing else.`,
    isRecordCopied
      ? `  - A record has ${recordBytes} bytes, and is copied onto the stack: it wants no register.`
      : `  - A record has ${recordBytes} bytes. Its address is passed, like a word.`,
    "  - What finds no register is passed on the stack, in the order of the parameters.",
    isClosed
      ? "    Once something that is passed like words (a word, a byte, a pair, or an address) found none, no later one gets one."
      : "    Later parameters may still get registers that are left.",
    `  - The first parameter on the stack is at [${stack}+${base}]. Each takes as many bytes as it has, from a multiple of 8 on;`,
    isByteTight
      ? "    but a byte takes one byte, right behind what is there."
      : "    a byte takes 8 as well.",
    "",
    `Write \`passed(parameters)\`, which says of each parameter where it is: "${name(letter)(registers[0]!)}", "${registers.slice(0, 2).map(name(letter)).join(":")}", "${name(floatLetter)(floats[0]!)}"`,
    `or "[${stack}+${base}]". Of a pair on the stack, or a record, it is where its first byte is. For example:`,
    "",
    ...exampleLists(variant).flatMap((list) => [`    ${list.join(", ")}`, `        ${placesOf(variant, list).join(", ")}`]),
  ].join("\n");
}
