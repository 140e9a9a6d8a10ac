// The solution to a variant, as a student of the house would write it.

import { fieldWidth, type MaskVariant } from "./variant";

export function maskSolution(variant: MaskVariant): string {
  const { computer, largest, smallest, bigAt, turnAt, runAt, bigMeans, marker, counts, end, direction, overturned } = variant;
  const all = `0x${(2 ** fieldWidth(variant) - 1).toString(16)}`;
  const reserved = [`cell < ${smallest}`, `${counts} === cell`, ...(overturned === "reserved" ? ["turn >= cell"] : [])];
  const turn = overturned === "reserved" ? "turn" : "(turn % cell)";
  const places = direction === "left" ? `cell - ${turn}` : turn.replace(/^\((.*)\)$/, "$1");
  const still = end === "high" ? "((1n << BigInt(ones)) - 1n) << BigInt(cell - ones)" : "(1n << BigInt(ones)) - 1n";
  return `import type { DecoderQuestions } from "../../src/course/exercises/01-decoder/questions";

/** The mask in the word of a ${computer}: 64 bits, or undefined where it is reserved. */
export const decodeMask: DecoderQuestions["decodeMask"] = (word) => {
  const big = (word >>> ${bigAt}) & 1;
  const turn = (word >>> ${turnAt}) & ${all};
  const run = (word >>> ${runAt}) & ${all};
  // The first ${marker === 1 ? "zero" : "one"} in run ends the markers: what is behind it is the length, and where it is says the size.
  const cell = big === ${bigMeans} ? ${largest} : 2 ** (31 - Math.clz32(${marker === 1 ? `~run & ${all}` : "run"}));
  const ${counts} = (run & (cell - 1)) + 1;
  if (${reserved.join(" || ")}) return undefined;

${counts === "zeros" ? "  const ones = cell - zeros;\n" : ""}  const still = ${still};
  let mask = rotateRight(still, ${places}, cell);
  for (let filled = cell; filled < 64; filled *= 2) mask |= mask << BigInt(filled);
  return mask;
};

/** The low \`width\` bits of \`x\`, rotated right by 0 to \`width\` places. */
function rotateRight(x: bigint, places: number, width: number): bigint {
  return BigInt.asUintN(width, (x >> BigInt(places)) | (x << BigInt(width - places)));
}
`;
}
