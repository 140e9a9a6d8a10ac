import { expect } from "chai";

/** 32 bits as a number of either sign are the same bits. */
export const unsigned = (word: unknown): unknown => (typeof word === "number" && Number.isInteger(word) ? word >>> 0 : word);

export const hexWord = (word: unknown): string => {
  const value = unsigned(word);
  return typeof value === "number" ? `0x${value.toString(16)}` : String(value);
};

/** Accepts words of either sign. */
export const acceptsWords = (want: readonly number[]) => (answer: unknown): void => {
  expect(Array.isArray(answer), "a list of words").to.equal(true);
  expect((answer as readonly unknown[]).map(unsigned)).to.deep.equal(want.map(unsigned));
};
