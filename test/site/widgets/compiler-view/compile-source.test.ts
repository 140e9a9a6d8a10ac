import { expect } from "chai";
import { readFileSync } from "node:fs";
import path from "node:path";
import { kernelSources } from "../../../../src/site/plugins/compiler-plugin";
import { compileSource, PROGRAM_PATH, refusedLine } from "../../../../src/site/widgets/compiler-view/compile-source";
import type { CompiledView, Row } from "../../../../src/site/widgets/compiler-view/compiled-view";
import { samplePrograms } from "../../../../src/site/widgets/compiler-view/sample-programs";
import { buildMachine } from "../../../../src/site/widgets/computer/build-machine";
import type { CompileOutcome } from "../../../../src/site/widgets/compiler-view/messages";
import type { Setup } from "../../../../src/site/widgets/computer/messages";
import { MemoryDisk } from "../../../../src/machine/devices/virtio/disk";

const root = path.join(__dirname, "../../../..");
const kernel = kernelSources(root);
const compile = (source: string, isOptimized = true): CompileOutcome => compileSource({ source, isOptimized }, kernel, () => 0);
const sample = (name: string): string => readFileSync(path.join(root, samplePrograms.find((each) => each.name === name)!.file), "utf8");

function viewOf(source: string, isOptimized = true): CompiledView {
  const outcome = compile(source, isOptimized);
  if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.lines));
  return outcome.view;
}

const texts = (rows: readonly Row[], line: number): string[] => rows.filter((row) => row.line === line).map(({ text }) => text);
const functionIn = ({ functions }: CompiledView, name: string) => functions.find((each) => each.name === name)!;

/** Boots an image on the page's board, until it switches itself off. */
async function transcript(image: Uint8Array): Promise<string> {
  const setup: Setup = { ramMiB: 16, cpus: 1, gic: 2, bootargs: "", time: "virtual", hasNetwork: false };
  const said: number[] = [];
  const { computer } = await buildMachine(setup, { kind: "files", kernel: new Blob([image as Uint8Array<ArrayBuffer>]), disks: [] }, {
    now: () => 0, openDisk: () => new MemoryDisk(new Uint8Array(512)), fillRandom: (bytes) => bytes.fill(7), say: (byte) => said.push(byte), send: () => undefined,
  });
  for (let i = 0; i < 200 && !computer.board.isOff; i++) computer.run(100_000);
  return Buffer.from(said).toString("latin1");
}

describe("compileSource", () => {
  const prints: Readonly<Record<string, string>> = {
    hello: "Hello from TypeScript\n",
    fib: "fib(20) is 6765\n",
    sum: "the sum is 385\n",
    sort: "1 2 3 5 7 8 9\n",
    cross: "378\n",
    shapes: "49\n15\n",
    trap: "15! is 1307674368000\n16! is 20922789888000\n17! is 355687428096000\n18! is 6402373705728000\ntrap: ",
    thrown: "0: It was a dark night\n1: and a stormy one\n(there is no page 2)\n",
  };
  for (const { name } of samplePrograms) {
    for (const isOptimized of [false, true]) {
      it(`makes an image of "${name}" ${isOptimized ? "optimized" : "as written"}, and the board boots it`, async () => {
        const outcome = compile(sample(name), isOptimized);
        expect(outcome.kind).to.equal("compiled");
        if (outcome.kind === "compiled") expect(await transcript(outcome.image)).to.satisfy((text: string) => text.startsWith(prints[name]!));
      });
    }
  }

  for (const { name, points } of samplePrograms) {
    it(`has something to show of the line that "${name}" begins with, as written and optimized`, () => {
      for (const isOptimized of [false, true]) {
        const { functions } = viewOf(sample(name), isOptimized);
        for (const form of ["ir", "assembly"] as const) expect(functions.flatMap((each) => texts(each[form], points))).not.to.deep.equal([]);
      }
    });
  }

  it("shows the program's own functions alone, and counts the rest", () => {
    const view = viewOf(sample("fib"));
    expect(view.functions.map(({ name }) => name)).to.deep.equal(["fib", "start"]);
    expect(view.runtimeFunctions).to.be.greaterThan(10);
    expect(view.ownBytes + view.runtimeBytes).to.be.at.most(view.imageBytes);
  });

  it("says of every operation and instruction which line it comes from", () => {
    const fib = functionIn(viewOf(sample("fib")), "fib");
    expect(texts(fib.ir, 2).map((text) => text.trim().replace(/\bv\d+/g, "v").replace(/\bb\d+/g, "b"))).to.deep.equal(["v: number = constant 2", "branch lt v, v ? b : b", "return v"]);
    expect(texts(fib.assembly, 2).slice(0, 2).map((text) => text.replace(/0x\w+/, "on").replace(/x\d+/, "x"))).to.deep.equal(["cmp x, #2", "b.ge on"]);
    expect(texts(fib.assembly, 3).filter((text) => text === "bl fib")).to.have.length(2);
  });

  it("has the checks that the optimizer takes away only as written", () => {
    const checks = (isOptimized: boolean): number => functionIn(viewOf(sample("fib"), isOptimized), "fib").ir.filter(({ text }) => text.includes("= safe ")).length;
    expect([checks(false), checks(true)]).to.deep.equal([3, 1]);
  });

  it("says what is refused, at its place", () => {
    const outcome = compile("export function start(): void {\n  const half = 0.5;\n  console.log(halv);\n}\n");
    expect(outcome.kind).to.equal("refused");
    if (outcome.kind !== "refused") return;
    expect(outcome.lines.map(({ line, column }) => [line, column])).to.deep.equal([[2, 16], [3, 15]]);
    expect(outcome.lines[1]!.what).to.contain("halv");
  });

  it("says at the first line what has no place", () => {
    expect(refusedLine("there is no start")).to.deep.equal({ line: 1, column: 1, what: "there is no start" });
    expect(refusedLine(`${PROGRAM_PATH}:7:3: no: do not`)).to.deep.equal({ line: 7, column: 3, what: "no: do not" });
  });
});
