// How cases.ts writes FPCR and FPSR.

import { FPCR, FPSR } from "../../../../src/machine/cpu/floating-point/context";

const FPCR_WORDS: Readonly<Record<string, number>> = { ...FPCR, RP: 1 << 22, RM: 2 << 22, RZ: 3 << 22 };

/** "FZ RP" */
export function fpcrOf(text: string): number {
  return bitsOf(text, FPCR_WORDS);
}

/** "IXC OFC" */
export function fpsrOf(text: string): number {
  return bitsOf(text, FPSR);
}

function bitsOf(text: string, words: Readonly<Record<string, number>>): number {
  return text.split(" ").filter((word) => word !== "").reduce((bits, word) => bits | words[word]!, 0);
}
