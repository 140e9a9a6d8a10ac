// How this chapter's calls and answers are written.

import { register } from "../notation";
import { showPlain } from "../plain";

/** "N-C-": NZCV, N in bit 3. */
export function flagsText(nzcv: bigint | number): string {
  const bits = Number(nzcv);
  if (!Number.isInteger(bits) || bits < 0 || bits > 15) return showPlain(nzcv);
  return [..."NZCV"].map((letter, i) => (bits & (8 >> i) ? letter : "-")).join("");
}

/** 0x1f: an address, or an offset. */
export const address = (value: bigint | number): string =>
  typeof value === "bigint" ? register(value, 64).replace(/0x[0_]*(?=.)/, "0x").replaceAll("_", "") : `0x${value.toString(16)}`;
