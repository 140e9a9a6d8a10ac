import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                                  find                                    replace
    ["fixes what only should be so",                  `token === run ? "mask"`,               `token !== "" ? "mask"`],
    ["forgets what should be so",                     `bits[token === run ? "mask" : "should"] += ones;`, `if (token === run) bits.mask += ones;`],
    ["says what should be so, and not what it is",    `bits[token === run ? "value" : "shouldValue"] += wanted;`, `if (token === run) bits.value += wanted;`],
    ["gives signed masks",                            "bits[token === run ? \"mask\" : \"should\"] += ones;", "bits[token === run ? \"mask\" : \"should\"] |= ones;"],
    ["gives a field its highest bit",                 "fields.push({ name, shift, width });", "fields.push({ name, shift: shift + width - 1, width });"],
    ["starts at bit 31 and not above it",             "let shift = 32;",                      "let shift = 31;"],
    ["lists fields from the low end",                 "fields.push(",                         "fields.unshift("],
    ["takes a field without a width for one of none", `digits = "1"`,                         `digits = "0"`],
    ["takes the number of a name for its width",      "Number(digits)",                       `Number(/[0-9]+/.exec(token)?.[0] ?? 1)`],
  ],
  wrongFiles: {
    "makes ones with 1 << width, which is 1 at 32": `
      import type { DecoderParts } from "../../src/machine/decoder/parts";
      export const parseDiagram: DecoderParts["parseDiagram"] = (diagram) => {
        const all = { mask: 0, value: 0, should: 0, shouldValue: 0, fields: [] as { name: string; shift: number; width: number }[] };
        let shift = 32;
        for (const token of diagram.split(" ")) {
          const run = /[01]+/.exec(token);
          if (/^[(01]/.test(token) && run) {
            shift -= run[0].length;
            const ones = ((1 << run[0].length) - 1) << shift;
            const wanted = parseInt(run[0], 2) << shift;
            if (token[0] === "(") { all.should = (all.should | ones) >>> 0; all.shouldValue = (all.shouldValue | wanted) >>> 0; }
            else { all.mask = (all.mask | ones) >>> 0; all.value = (all.value | wanted) >>> 0; }
          } else {
            const [name = "", width = "1"] = token.split(":");
            shift -= Number(width);
            all.fields.push({ name, shift, width: Number(width) });
          }
        }
        return all;
      };`,
  },
  right: {
    "by writing out all 32 boxes": `
      import type { DecoderParts } from "../../src/machine/decoder/parts";
      export const parseDiagram: DecoderParts["parseDiagram"] = (diagram) => {
        const fields: { name: string; shift: number; width: number }[] = [];
        let boxes = "";
        for (const token of diagram.split(" ")) {
          if (token.startsWith("(")) boxes += token.slice(1, -1).replaceAll("0", "o").replaceAll("1", "i");
          else if (/^[01]/.test(token)) boxes += token;
          else {
            const width = Number(token.split(":")[1] ?? 1);
            boxes += "x".repeat(width);
            fields.push({ name: token.split(":")[0]!, shift: 32 - boxes.length, width });
          }
        }
        const where = (letters: string) => parseInt([...boxes].map((box) => (letters.includes(box) ? "1" : "0")).join(""), 2);
        return { mask: where("01"), value: where("1"), should: where("oi"), shouldValue: where("i"), fields };
      };`,
    "with shifts, made unsigned at the end": `
      import type { DecoderParts } from "../../src/machine/decoder/parts";
      export const parseDiagram: DecoderParts["parseDiagram"] = (diagram) => {
        let [mask, value, should, shouldValue, at] = [0, 0, 0, 0, 31];
        const fields: { name: string; shift: number; width: number }[] = [];
        for (const token of diagram.split(" ")) {
          const inParentheses = token.startsWith("(");
          const run = inParentheses ? token.slice(1, -1) : token;
          if (/^[01]+$/.test(run)) {
            for (const bit of run) {
              if (inParentheses) { should |= 1 << at; if (bit === "1") shouldValue |= 1 << at; }
              else { mask |= 1 << at; if (bit === "1") value |= 1 << at; }
              at--;
            }
          } else {
            const colon = token.indexOf(":");
            const width = colon < 0 ? 1 : Number(token.slice(colon + 1));
            at -= width;
            fields.push({ name: colon < 0 ? token : token.slice(0, colon), shift: at + 1, width });
          }
        }
        return { mask: mask >>> 0, value: value >>> 0, should: should >>> 0, shouldValue: shouldValue >>> 0, fields };
      };`,
  },
};
