// --mine, for the kernel: what `o2p build` and `o2p boot` put into a service.

import { expect } from "chai";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileSources } from "../../../../src/cli/compile/source-host";
import { buildProgram, type Built } from "../../../../src/compiler/build";
import { CompileFault } from "../../../../src/compiler/front/fault";
import { EXERCISES } from "../../../../src/course/exercises/manifest";
import { kernelOfStudent } from "../../../../src/course/exercises/mine";
import { COURSE_ROOT } from "../../../../src/course/root";
import { runOnBoard } from "../../../compiler/machines";

const ROWS = EXERCISES.filter(({ kernel }) => kernel !== undefined);
const HELLO = "src/unikernel/services/hello.ts";
const ZERO = "08-boot/zero.ts";

describe("--mine: a kernel of the student's parts", function () {
  this.timeout(120_000);
  let dir: string;
  beforeEach(() => { dir = mkdtempSync(join(tmpdir(), "o2p-mine-")); });
  afterEach(() => rmSync(dir, { recursive: true }));

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }

  const built = (): Built => buildProgram(kernelOfStudent(dir).within(fileSources(COURSE_ROOT)), HELLO);
  const functionsIn = ({ linked }: Built): string[] => linked.functions.map(({ compiled }) => compiled.symbol).filter((symbol) => symbol.startsWith("work/"));

  it("has none of theirs where there is none, or only the starter", () => {
    cpSync(join(COURSE_ROOT, "exercises"), dir, { recursive: true });
    const { within, whose } = kernelOfStudent(dir);
    expect(whose.map(({ part }) => part)).to.deep.equal(ROWS.map(({ exports: { name } }) => name));
    expect(whose.filter(({ mine }) => mine)).to.deep.equal([]);
    const ours = fileSources(COURSE_ROOT);
    for (const { kernel } of ROWS) expect(within(ours).read(kernel!.replaces)).to.equal(ours.read(kernel!.replaces));
  });

  it("is made of every solution, and boots", () => {
    cpSync(join(COURSE_ROOT, "solutions"), dir, { recursive: true });
    expect(kernelOfStudent(dir).whose.every(({ mine }) => mine)).to.equal(true);
    const kernel = built();
    const { printed } = runOnBoard(kernel.image, 5_000_000);
    expect(printed).to.equal("hello from the upper half\n");
    const inHello = ROWS.filter((row) => row.kernel?.service === HELLO).map(({ file, exports: { name } }) => `work/${file}#${name}`);
    for (const symbol of inHello) expect([...kernel.program.functions.map((each) => each.symbol)]).to.include(symbol);
    expect(functionsIn(kernel)).not.to.deep.equal([]);
  });

  it("is only as right as its parts: the kernel does not boot with a wrong one", () => {
    const right = readFileSync(join(COURSE_ROOT, "solutions", ZERO), "utf8");
    write(ZERO, right.replace("let at = from;", "let at = from;\n  while (at === from) at = plus(at, 0n);"));
    const { printed } = runOnBoard(built().image, 5_000_000);
    expect(printed).to.equal("(not switched off: limit)");
  });

  it("says where a part is outside of the language", () => {
    write(ZERO, "export function zero(from: bigint, to: bigint): void {\n  if (from / to > 0.5) return;\n}\n");
    expect(() => built()).to.throw(CompileFault, /work\/08-boot\/zero\.ts:2:/);
  });
});
