// Where the parameters go, by the rules of a variant: the reference.

import type { ParameterType } from "../questions";
import type { ConventionVariant } from "./variant";

export function placesOf(variant: ConventionVariant, parameters: readonly ParameterType[]): string[] {
  const { letter, registers, floatLetter, floats, stack, isPairAligned, isClosed, isByteTight, isRecordCopied, recordBytes } = variant;
  let [word, float, bytes] = [0, 0, variant.base];

  const onStack = (size: number): string => {
    bytes = size === 1 ? bytes : Math.ceil(bytes / 8) * 8;
    const place = `[${stack}+${bytes}]`;
    bytes += size;
    return place;
  };
  const inWords = (count: number, size: number): string => {
    const from = count === 2 && isPairAligned ? 2 * Math.ceil(word / 2) : word;
    if (from + count > registers.length) {
      if (isClosed) word = registers.length;
      return onStack(size);
    }
    word = from + count;
    return registers.slice(from, word).map((number) => `${letter}${number}`).join(":");
  };
  return parameters.map((type) => {
    switch (type) {
      case "byte": return inWords(1, isByteTight ? 1 : 8);
      case "word": return inWords(1, 8);
      case "pair": return inWords(2, 16);
      case "float": return float < floats.length ? `${floatLetter}${floats[float++]!}` : onStack(8);
      case "record": return isRecordCopied ? onStack(recordBytes) : inWords(1, 8);
    }
  });
}
