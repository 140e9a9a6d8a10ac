import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";

/** The Goshawk's. */
const WORDS = ["i1", "i2", "i3", "i4", "i5"];
const FLOATS = ["u1", "u0"];

export const passed: CompilerQuestions["passed"] = (parameters) => {
  let words = 0;
  let floats = 0;
  let bytes = 32;

  const onStack = (size: number): string => {
    if (size !== 1) bytes = Math.ceil(bytes / 8) * 8;
    const place = `[sp+${bytes}]`;
    bytes += size;
    return place;
  };
  const inWords = (count: number, size: number): string => {
    const from = words;
    if (from + count > WORDS.length) {
      return onStack(size);
    }
    words = from + count;
    return WORDS.slice(from, words).join(":");
  };

  return parameters.map((type) => {
    switch (type) {
      case "byte": return inWords(1, 1);
      case "word": return inWords(1, 8);
      case "pair": return inWords(2, 16);
      case "float": return FLOATS[floats++] ?? onStack(8);
      case "record": return onStack(32);
    }
  });
};
