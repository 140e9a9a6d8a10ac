import { expect } from "chai";
import { Compiler } from "../../../src/course/judge/core/compile";
import { libraryFor } from "../../../src/course/judge/node/library";

const entry = "work/01-decoder/field.ts";
const exports = { name: "field", type: `DecoderParts["field"]`, from: "src/machine/decoder/parts.ts" };
const FIELD = "export const field = (word: number, hi: number, lo: number): number => word + hi + lo;";

describe("the compiler of submissions", () => {
  const library = libraryFor("01-decoder");
  const compiler = new Compiler(library);
  const compile = (text: string, others: Readonly<Record<string, string>> = {}): ReturnType<Compiler["compile"]> =>
    compiler.compile({ files: { [entry]: text, ...others }, entry, exports });

  const errors = [
    // submission                                                                             the error
    ["export const field = ;",                                                                "01-decoder/field.ts:1:22: Expression expected. (TS1109)"],
    ["const x: number = 'a';\n" + FIELD,                                                      "01-decoder/field.ts:1:7: Type 'string' is not assignable to type 'number'. (TS2322)"],
    ["export const fild = 1;",                                                                `01-decoder/field.ts: must export field, of type DecoderParts["field"]`],
    ["",                                                                                      `01-decoder/field.ts: must export field, of type DecoderParts["field"]`],
    ["export const field = (word: string) => 1;",                                             `01-decoder/field.ts: the export field must have the type DecoderParts["field"]`],
    ["import { x } from 'fs';\n" + FIELD,                                                     "01-decoder/field.ts:1:19: cannot import 'fs': there are base, formats, earlier chapters"],
    ["import { field as f } from '../../src/machine/decoder/field';\n" + FIELD,               "cannot import '../../src/machine/decoder/field'"],
    ["import { parseDiagram } from '../../src/machine/decoder/diagram';\nparseDiagram('');\n" + FIELD, "gives types only (write import type): what it does is yours to write"],
    ["export * from '../../../../../../etc/passwd';\n" + FIELD,                               "cannot import"],
    ["setTimeout(() => 1, 1);\n" + FIELD,                                                     "Cannot find name 'setTimeout'"],
    ["let $fuel = 1;\n" + FIELD,                                                              "the name $fuel is the judge's"],
  ] as const;
  for (const [text, error] of errors) {
    it(`says: ${error}`, () => {
      const compiled = compile(text);
      expect(compiled.kind).to.equal("compile error");
      expect(compiled.kind === "compile error" ? compiled.errors.join("\n") : "").to.include(error);
    });
  }

  it("lets a submission import base, its own files, and the interface's types", () => {
    const compiled = compile(
      `import { hex32 } from "../../src/base/word";\nimport type { DecoderParts } from "../../src/machine/decoder/parts";\n` +
      `import { two } from "./two";\nhex32(two);\nexport const field: DecoderParts["field"] = (word) => word;`,
      { "work/01-decoder/two.ts": "export const two = 2;" });
    expect(compiled.kind === "compiled" ? Object.keys(compiled.modules).sort() : compiled).to.deep.equal(["src/base/word.ts", entry, "work/01-decoder/two.ts"]);
  });

  it("does not let a submission put its own file in place of one of the course", () => {
    expect(compile(FIELD, { "src/base/word.ts": "" })).to.deep.include({ kind: "compile error" });
  });

  it("is not moved by what it compiled before", () => {
    const fresh = new Compiler(library).compile({ files: { [entry]: FIELD }, entry, exports });
    compile("declare global { interface Array<T> { evil: T } }\n" + FIELD);
    compile("export const field = 1;");
    expect(compile(FIELD)).to.deep.equal(fresh);
  });

  it("is given no answer of the chapter: the interface comes as declarations", () => {
    for (const [path, text] of Object.entries(library.declarations)) {
      expect(text, path).not.to.match(/\breturn\b|=>\s*\{|\bfor\b\s*\(/);
    }
    expect(Object.keys(library.sources).filter((path) => path.startsWith("src/machine"))).to.deep.equal([]);
  });
});
