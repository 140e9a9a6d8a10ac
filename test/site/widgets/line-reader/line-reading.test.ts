import { expect } from "chai";
import { standardDecoder } from "../../../../src/machine/decoder/decoder";
import { piecesOf, readLine, reportedTries, tellingTry } from "../../../../src/site/widgets/line-reader/line-reading";
import { stopsOf } from "../../../../src/site/widgets/line-reader/stops";
import { reasonOf, verdictOf } from "../../../../src/site/widgets/line-reader/line-verdict";
import { patternOf } from "../../../../src/site/widgets/word/word-layout";

/** The stops of the try that tells most: the text, the piece of the template, what is known. */
function stopsIn(line: string): (readonly [text: string, template: string, known: string])[] {
  const reading = readLine(line);
  return stopsOf(reading, tellingTry(reading)!).map(({ start, end, template, known }) => [line.slice(start, end), template, patternOf(known)]);
}

describe("a line, read with a finger on it", () => {
  it("becomes known bit by bit", () => {
    expect(stopsIn("add x0, x1, #1, lsl #12")).to.deep.equal([
      ["add",       "add",               "x00100010xxxxxxxxxxxxxxxxxxxxxxx"],
      ["x0",        "<Rd|SP>",           "100100010xxxxxxxxxxxxxxxxxx00000"],
      ["x1",        "<Rn|SP>",           "100100010xxxxxxxxxxxxx0000100000"],
      ["1",         "<imm12>",           "100100010x0000000000010000100000"],
      [", lsl #12", "{, <sh=|lsl #12>}", "10010001010000000000010000100000"],
      ["",          "",                  "10010001010000000000010000100000"],
    ]);
  });

  it("says of each operand what it made known, and of no other", () => {
    const reading = readLine("add x0, x1, #1");
    expect(stopsOf(reading, tellingTry(reading)!).map(({ fields }) => fields.join(" "))).to.deep.equal(["", "sf Rd", "Rn", "imm12", "sh", ""]);
  });

  it("stops a vector register as a whole", () => {
    expect(stopsIn("add v0.4s, v1.4s, v2.4s").map(([text, template]) => `${text} ${template}`.trim()))
      .to.deep.equal(["add add", "v0.4s <Vd.T>", "v1.4s <Vn.T>", "v2.4s <Vm.T>", ""]);
  });

  it("stops where it fails, behind what was left out", () => {
    expect(stopsIn("add x0, x1, #1, lsl #11").slice(-2).map(([text]) => text)).to.deep.equal(["", "lsl"]);
  });

  const failures = [
    // line                       who is reported
    ["add x0, x1, #4096",        ["ADD (immediate)"]],  // SUB (immediate), as far, reads -4095 to 0 but never prints it
    ["add x0, x1, #1, lsl #11",  ["ADD (immediate)"]],
    ["add x0, x1",               ["ADD (immediate)", "ADD (shifted register)", "ADD (extended register)"]],
    ["ad x0",                    []],
    ["",                         []],
  ] as const;
  for (const [line, names] of failures) {
    it(`"${line}" is answered for by ${names.join(", ") || "nobody"}`, () => {
      expect(reportedTries(readLine(line)).map(({ row }) => row.name)).to.deep.equal([...names]);
    });
  }

  const verdicts = [
    // line                       what became of it                                   and why
    ["mov x0, x1",               "0xaa0103e0.",                                      /reads the whole line; the 5 before it shook their heads/],
    ["add x0, x1, #4096",        "Column 14: expected an integer from 0 to 4095.",   /^Of 6 templates, ADD \(immediate\) came furthest\. SUB \(immediate\) came as far/],
    ["ad x0",                    "Column 1: unknown mnemonic ad.",                   /No row/],
  ] as const;
  for (const [line, verdict, reason] of verdicts) {
    it(`"${line}": ${verdict}`, () => {
      expect(verdictOf(readLine(line))).to.equal(verdict);
      expect(reasonOf(readLine(line))).to.match(reason);
    });
  }
});

describe("the pieces of a template", () => {
  it("stand beside the elements they were parsed to, for every template of the table", () => {
    for (const template of standardDecoder().rows.flatMap(({ templates }) => templates)) {
      const { mnemonic, pieces } = piecesOf(template);
      expect([mnemonic, pieces.map(({ text }) => text).join("")].join(" ").trim(), template.text).to.equal(template.text);
      expect(pieces.flatMap(({ elements }) => elements), template.text).to.deep.equal(template.operands);
      for (const { text, elements } of pieces) {
        const kind = text.startsWith("<") ? "operand" : text.startsWith("{") ? "optional" : "literal";
        expect(elements.at(-1), `${template.text}: ${text}`).to.have.property(kind);
      }
    }
  });
});
