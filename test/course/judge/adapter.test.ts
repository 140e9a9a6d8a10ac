// A part that takes what is no plain data is called through an adapter, which runs beside it.

import { expect } from "chai";
import type { AnyTrial } from "../../../src/course/exercises/exercise";
import { loadTrial } from "../../../src/course/exercises/load";
import { exerciseCalled } from "../../../src/course/exercises/manifest";
import { judge, PUBLIC_SEED } from "../../../src/course/judge/core/judge";
import type { Verdict } from "../../../src/course/judge/core/verdict";
import { NodeEngine } from "../../../src/course/judge/node/engine";
import { libraryFor } from "../../../src/course/judge/node/library";
import { ownCode } from "../../../src/course/sandbox/choose";

const row = exerciseCalled("cpu/meaning");
const RECORDER = "src/course/exercises/02-cpu/recorder/recorder";

const fileWith = (body: string): string => `
  import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";
  export const LDCLRP: CpuQuestions["LDCLRP"] = (m, { Rt, Rt2, Rn }) => { ${body} };`;

describe("a part behind an adapter", () => {
  let engine: NodeEngine;
  let trial: AnyTrial;
  before(async () => {
    engine = new NodeEngine(ownCode(), libraryFor("02-cpu"));
    trial = await loadTrial(row.id);
  });
  after(() => engine.close());

  const verdictOn = (text: string): Promise<Verdict> => judge({ row, trial, files: { [row.file]: text }, seed: PUBLIC_SEED }, engine);

  const compileErrors = [
    // the meaning                                                    what the compiler says
    ["m.writeX(Rt, 64, 5n);",                                         /'bigint' is not assignable to parameter of type 'V'/],
    ["m.writeX(Rt, 64, m.readX(Rt2, 64) + 1n);",                      /Operator '\+' cannot be applied to types 'V' and 'bigint'/],
    ["m.raise({ kind: \"SVC\", imm16: 0 });",                         /Property 'raise' does not exist/],
  ] as const;
  for (const [body, said] of compileErrors) {
    it(`does not compile: ${body}`, async () => {
      const { status, message } = await verdictOn(fileWith(body));
      expect([status, message]).to.satisfy(([is, what]: [string, string]) => is === "compile error" && said.test(what), message);
    });
  }

  const failures = [
    // the file                                                                      the answer that is shown
    [fileWith("throw new Error(`no ${Rt}`);"),                                       /^threw: no 0$/],
    [fileWith("if (`${m.readX(Rt, 64)}` === '') return;"),                           /^threw: rule 1: a value is opaque/],
    [fileWith(""),                                                                   /^nothing changes \| explained: nothing$/],
    [fileWith("for (let i = 0; i < 2000; i++) m.readX(Rt, 64);"),                    /^nothing changes; more than 1000 operations/],
    [`${fileWith("m.readX(Rt, 64);")}\nArray.prototype.push = function () { return 5; };`, /^nothing changes/],
  ] as const;
  for (const [text, shown] of failures) {
    it(`fails with ${shown}`, async () => {
      const { status, divergence } = await verdictOn(text);
      expect(status).to.equal("fail");
      expect(divergence?.theirs).to.match(shown);
    });
  }

  it("runs out of fuel as any other does", async () => {
    expect(await verdictOn(fileWith("for (;;) m.constant(Rn);"))).to.include({ status: "out of fuel" });
  });

  it("may import the adapter, which knows no answer", async () => {
    const text = `import { recorded } from "../../${RECORDER}";\n${fileWith("if (recorded === undefined) m.readX(Rt, 64);")}`;
    expect(await verdictOn(text)).to.include({ status: "fail" });
  });
});
