import type { DecoderParts } from "../../src/machine/decoder/parts";

/**
 * A box diagram, taken apart. It is typed from bit 31 down to bit 0, its tokens one space apart:
 *
 *   01001       a run of fixed bits
 *   name        a field of one bit; name:width is one of `width` bits
 *   (11111)     bits that should be so; they are not fixed, and no field
 *
 * `mask` has a one wherever a bit is fixed, and `value` says what stands there; `should` and `shouldValue` say the
 * same of the bits in parentheses. All four are unsigned. `fields` are in the diagram's order, each with its name,
 * its lowest bit (`shift`) and its width. Every diagram you get is 32 bits wide.
 */
export const parseDiagram: DecoderParts["parseDiagram"] = (diagram) => {
  throw new Error(`Walk through "${diagram}" from bit 31 down; return mask, value, should, shouldValue and fields.`);
};
