/** What a word needs that the machine does not have: none if it executes; undefined if it is no instruction at all. */
import { meaningOf } from "../../../machine/cpu/meanings";
import { PROFILE } from "../../../machine/cpu/profile";
import { standardDecoder } from "../../../machine/decoder/decoder";
import { featuresOf } from "../../../machine/decoder/row";

export function missingFeatures(word: number): readonly string[] | undefined {
  const decoder = standardDecoder();
  const decoded = decoder.decode(word);
  if (decoded.kind !== "instruction") return undefined;
  if (meaningOf(decoder, word) !== undefined) return [];
  const ours: ReadonlySet<string> = new Set(PROFILE);
  return featuresOf(decoded.row, word).filter((feature) => !ours.has(feature));
}
