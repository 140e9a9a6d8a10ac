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
  const bits = { mask: 0, value: 0, should: 0, shouldValue: 0 };
  const fields: { name: string; shift: number; width: number }[] = [];
  let shift = 32;
  for (const token of diagram.split(" ")) {
    const run = token.replace(/[()]/g, "");
    if (/^[01]+$/.test(run)) {
      shift -= run.length;
      const ones = (2 ** run.length - 1) * 2 ** shift;
      const wanted = Number.parseInt(run, 2) * 2 ** shift;
      // No two tokens share a bit, so adding sets bits; and sums, unlike |, are unsigned.
      bits[token === run ? "mask" : "should"] += ones;
      bits[token === run ? "value" : "shouldValue"] += wanted;
    } else {
      const [name = "", digits = "1"] = token.split(":");
      const width = Number(digits);
      shift -= width;
      fields.push({ name, shift, width });
    }
  }
  return { ...bits, fields };
};
