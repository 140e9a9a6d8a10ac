import { expect } from "chai";
import { FLAGS_TYPE, flagsFunctionBody } from "../../../../src/machine/jit/flags-function";
import { REGION_TYPE } from "../../../../src/machine/jit/dispatcher";
import { encodeModule } from "../../../../src/machine/jit/wasm/module";
import { compileBlocks } from "../../../../src/site/widgets/block-triptych/compile-block";
import { blockSamples } from "../../../../src/site/widgets/block-triptych/samples";
import type { CodeLine, Section } from "../../../../src/site/widgets/block-triptych/sections";
import { triptychView, type TriptychView } from "../../../../src/site/widgets/block-triptych/triptych-view";
import { assembleProgram, isFault } from "../../../../src/site/widgets/machine/program";

function viewOf(source: string): TriptychView {
  const view = triptychView(source);
  if ("what" in view) throw new Error(`line ${view.line}: ${view.what}`);
  return view;
}

const linesOf = (section: Section): readonly CodeLine[] => section.parts.flatMap((part) => (part.kind === "line" ? [part.line] : part.lines));
const shownOf = (section: Section): string[] => section.parts.map((part) => (part.kind === "line" ? part.line.text : `[${part.says}]`));
const instruction = (view: TriptychView, place: number): Section =>
  view.sections.find((section) => section.kind === "instruction" && section.place === place)!;

describe("a block in three forms", () => {
  for (const { name, source } of blockSamples) {
    it(`of "${name}" is a function that V8 takes, and all of it is in a section`, () => {
      const program = assembleProgram(source);
      if (isFault(program)) throw new Error(program.what);
      const { body, lines } = compileBlocks(program);
      const module = encodeModule({
        types: [REGION_TYPE, FLAGS_TYPE, { params: ["i32"], results: ["i32"] }],
        imports: [{ name: "interpret", kind: "function", type: 2 }, { name: "memory", kind: "memory" }],
        functions: [{ type: 1, body: flagsFunctionBody() }, { type: 0, body }], exports: [],
      });
      expect(WebAssembly.validate(module as BufferSource)).to.equal(true);
      const names = (all: readonly { readonly text: string }[]): string[] => all.map(({ text }) => text.split(" ")[0]!);
      expect(names(viewOf(source).sections.flatMap(linesOf))).to.deep.equal(lines.map((line) => line.name));
    });

    it(`of "${name}" has a section for each instruction, and nothing in it that could not be compiled`, () => {
      const { sections, rows } = viewOf(source);
      const places = sections.flatMap((section) => (section.kind === "instruction" ? [section.place] : []));
      expect([...places].sort((a, b) => a - b)).to.deep.equal(rows.map(({ place }) => place));
      expect(sections.flatMap(shownOf)).not.to.include("[only the interpreter can do it]");
    });
  }

  it("gives an instruction the code that its semantics ask for, by the registers' names", () => {
    expect(shownOf(instruction(viewOf("add x0, x1, x2\nret"), 0))).to.deep.equal(["local.get $x1", "local.get $x2", "i64.add", "local.set $x0"]);
    expect(shownOf(instruction(viewOf("mov sp, x5\nret"), 0))).to.deep.equal(["local.get $x5", "local.set $sp"]);
  });

  it("keeps what flags are made of, and compares where they are asked for in the same block", () => {
    const view = viewOf("top: subs x2, x2, #1\nb.ne top\nret");
    expect(linesOf(instruction(view, 0)).filter(({ isFlags }) => isFlags).map(({ text, comment }) => comment ?? text))
      .to.deep.equal(["local.set $flags.y", "local.set $flags.x", "sub64", "local.set $flags.kind"]);
    expect(shownOf(instruction(view, 4))).to.include("i64.ne").and.not.include("call $flags");
  });

  it("calls a function for flags that come from another block", () => {
    const view = viewOf("cmp x0, x1\ncbz x2, skip\nnop\nskip: b.lt skip\nret");
    expect(shownOf(instruction(view, 12))).to.include("call $flags");
  });

  it("folds the lookup of an address, once for each access, and the note of where it is", () => {
    const folds = (source: string): string[] => shownOf(instruction(viewOf(source), 0)).filter((text) => text.startsWith("["));
    const [note, lookup] = ["[where it is, in case it cannot be done here]", "[where in memory? one remembered translation, one comparison]"];
    expect(folds("ldr x0, [x1]\nret")).to.deep.equal([note, lookup]);
    expect(folds("ldp x0, x2, [x1]\nret").filter((text) => text === note)).to.deep.equal([note]);
    expect(folds("add x0, x1, x2\nret")).to.deep.equal([]);
  });

  it("says that only the interpreter can do what the engine cannot express", () => {
    expect(shownOf(instruction(viewOf("ldxr x0, [x1]\nret"), 0))).to.include("[only the interpreter can do it]");
  });

  it("says what nobody comes to, and comes back behind a call", () => {
    const { rows, blocks } = viewOf("bl f\nb end\nnop\nf: ret\nend: ret");
    expect(rows.map(({ isCompiled }) => isCompiled)).to.deep.equal([true, true, false, true, true]);
    expect(blocks).to.equal(4);
  });

  it("says a mistake at its line", () => {
    expect(triptychView("nop\nadd x0, x1, #4096")).to.deep.include({ line: 2 });
    expect(triptychView("// nothing")).to.deep.equal({ line: 1, what: "there is no instruction" });
    expect(triptychView(".quad 1\nnop")).to.deep.equal({ line: 1, what: "the program begins with no instruction" });
    expect(triptychView("nop\n".repeat(1025))).to.deep.equal({ line: 1, what: "the figure compiles one page: 1024 instructions" });
  });
});
