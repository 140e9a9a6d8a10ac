// The solution to a variant, as a student of the house would write it.

import type { ConventionVariant } from "./variant";

export function conventionSolution(variant: ConventionVariant): string {
  const { machine, letter, registers, floatLetter, floats, stack, base, isPairAligned, isClosed, isByteTight, isRecordCopied, recordBytes } = variant;
  const names = (prefix: string, numbers: readonly number[]): string => numbers.map((number) => `"${prefix}${number}"`).join(", ");
  return `import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";

/** The ${machine}'s. */
const WORDS = [${names(letter, registers)}];
const FLOATS = [${names(floatLetter, floats)}];

export const passed: CompilerQuestions["passed"] = (parameters) => {
  let words = 0;
  let floats = 0;
  let bytes = ${base};

  const onStack = (size: number): string => {
    if (size !== 1) bytes = Math.ceil(bytes / 8) * 8;
    const place = \`[${stack}+\${bytes}]\`;
    bytes += size;
    return place;
  };
  const inWords = (count: number, size: number): string => {
    const from = ${isPairAligned ? "count === 2 && words % 2 === 1 ? words + 1 : words" : "words"};
    if (from + count > WORDS.length) {
      ${isClosed ? "words = WORDS.length;\n      " : ""}return onStack(size);
    }
    words = from + count;
    return WORDS.slice(from, words).join(":");
  };

  return parameters.map((type) => {
    switch (type) {
      case "byte": return inWords(1, ${isByteTight ? 1 : 8});
      case "word": return inWords(1, 8);
      case "pair": return inWords(2, 16);
      case "float": return FLOATS[floats++] ?? onStack(8);
      case "record": return ${isRecordCopied ? `onStack(${recordBytes})` : "inWords(1, 8)"};
    }
  });
};
`;
}
