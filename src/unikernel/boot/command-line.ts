// The bootargs, as arguments and environment: words with spaces between them. NAME=value, with a
// capital letter in front, is for the environment; every other word is an argument.

import { byteAt, valueBytes } from "../device-tree/values";
import { bootargs } from "./bootargs";

const CAPITAL_A = 65;
const CAPITAL_Z = 90;

function bootargsText(): string {
  const property = bootargs();
  let text = "";
  for (let i = 0; i < valueBytes(property) && byteAt(property, i) !== 0; i++) {
    text += String.fromCharCode(byteAt(property, i));
  }
  return text;
}

export function commandLineWords(): string[] {
  return bootargsText().split(" ").filter((word) => word !== "");
}

export function isForEnvironment(word: string): boolean {
  const first = word.charCodeAt(0);
  return first >= CAPITAL_A && first <= CAPITAL_Z && word.indexOf("=") > 0;
}
