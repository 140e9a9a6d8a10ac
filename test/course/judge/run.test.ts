// What a worker says of code that is odd but harmless.

import { expect } from "chai";
import { STANDARD_BUDGET } from "../../../src/course/judge/core/fuel";
import { InProcessEngine, runSource } from "./in-process";

describe("a run", () => {
  const engine = new InProcessEngine();
  const outcomeOf = (source: string, calls = 1): ReturnType<typeof runSource> =>
    runSource(engine, `// @ts-nocheck\n${source}`, new Array<string>(calls).fill("[1,2,3]"), STANDARD_BUDGET);

  const replies = [
    // the part                                                   what is said of its call
    ["(a, b, c) => a + b + c",                                    { kind: "answer", value: 6 }],
    ["() => undefined",                                           { kind: "answer", value: undefined }],
    ["() => ({ a: 1n, b: [null] })",                              { kind: "answer", value: { a: 1n, b: [null] } }],
    ["() => new (class { a = 1 })()",                             { kind: "answer", value: { a: 1 } }],
    ["() => { throw new Error('no'); }",                          { kind: "threw", message: "no" }],
    ["() => { throw new RangeError('no'); }",                     { kind: "threw", message: "RangeError: no" }],
    ["() => { throw 'text'; }",                                   { kind: "threw", message: "text" }],
    ["() => { throw undefined; }",                                { kind: "threw", message: "something that cannot be shown" }],
    ["() => { throw { get message() { throw 1; } }; }",           { kind: "threw", message: "something that cannot be shown" }],
    ["() => () => 1",                                             { kind: "not plain", message: "a function" }],
    ["async () => 1",                                             { kind: "not plain", message: "a Promise" }],
    ["() => new Map()",                                           { kind: "not plain", message: "a Map" }],
  ] as const;
  for (const [part, reply] of replies) {
    it(`of ${part}`, async () => expect((await outcomeOf(`export const f: any = ${part};`)).replies).to.deep.equal([reply]));
  }

  it("tells what was printed", async () => {
    const { printed } = await outcomeOf(`console.log("a", 1, [2n], { b: undefined }, () => 1);\nexport const f = () => 1;`);
    expect(printed).to.equal(`a 1 [2n] { b: undefined } (a function)\n`);
  });

  it("cuts off what is printed without measure", async () => {
    expect((await outcomeOf(`for (let i = 0; i < 1000; i++) console.log("x".repeat(500));\nexport const f = () => 1;`)).printed).to.have.length.below(25_000);
  });

  it("has no clock and no chance: what it does, it does again", async () => {
    const source = `console.log(Math.random(), Date.now(), +new Date(), Date(), new (class extends Date {})().getTime(), +new (new Date(5).constructor)(), typeof Intl.DateTimeFormat);
      let Clock; Reflect.construct = (given) => { Clock = given; return {}; }; new Date(); console.log(Clock === undefined);\nexport const f = () => 1;`;
    const { printed } = await outcomeOf(source);
    expect(printed).to.match(/^0\.\d+ 946684800000 946684800000 Sat Jan 01 2000 .* 946684800000 946684800000 undefined\ntrue\n$/);
    expect((await outcomeOf(source)).printed).to.equal(printed);
  });

  it("counts a date that is given", async () => {
    expect((await outcomeOf(`export const f: any = () => [new Date(2020, 1).getFullYear(), new Date(7) instanceof Date];`)).replies).to.deep.equal([{ kind: "answer", value: [2020, true] }]);
  });

  it("gives the student's code no object from outside its realm, such as an error", async () => {
    const source = `export const f: any = () => { try { require("./other"); } catch (e) { return [e instanceof Error, e.message]; } };\nimport "./other";`;
    const compiled = await engine.compile({
      files: { "work/01-decoder/it.ts": `// @ts-nocheck\n${source.replace('import "./other";', "")}`, "work/01-decoder/other.ts": "" },
      entry: "work/01-decoder/it.ts", exports: { name: "f", type: `DecoderParts["field"]`, from: "src/machine/decoder/parts.ts" },
    });
    const modules = { ...(compiled.kind === "compiled" ? compiled.modules : {}), "work/01-decoder/other.ts": "let a; var a;" };
    const { replies } = await engine.run({ modules, entry: "work/01-decoder/it.ts", name: "f", calls: ["[]"], budget: STANDARD_BUDGET });
    expect(replies).to.deep.equal([{ kind: "answer", value: [true, "SyntaxError: Identifier 'a' has already been declared"] }]);
  });

  it("loads the modules that were compiled, whatever becomes of Object.hasOwn and the prototypes", async () => {
    const { end } = await outcomeOf(`Object.hasOwn = (modules) => { modules["work/01-decoder/new.ts"] = "for (;;);"; return true; };
      Object.prototype["work/01-decoder/new.ts"] = "for (;;);"; require("./new");\nexport const f = () => 1;`);
    expect(end).to.deep.equal({ kind: "threw at load", message: "there is no module work/01-decoder/new.ts" });
  });

  it("tells that loading threw", async () => {
    expect((await outcomeOf(`throw new Error("early");\nexport const f = () => 1;`)).end).to.deep.equal({ kind: "threw at load", message: "early" });
  });

  it("ends after fifty throws", async () => {
    const { end, replies } = await outcomeOf(`export const f = () => { throw new Error("no"); };`, 200);
    expect(end).to.deep.equal({ kind: "done" });
    expect(replies.filter((reply) => reply !== undefined)).to.have.length(50);
  });

  it("begins in a realm that nobody has touched", async () => {
    await outcomeOf(`Array.prototype.map = () => 1; globalThis.left = 1;\nexport const f = () => 1;`);
    expect((await outcomeOf(`export const f: any = () => [[1].map((x) => x), typeof left];`)).replies).to.deep.equal([{ kind: "answer", value: [[1], "undefined"] }]);
  });
});
