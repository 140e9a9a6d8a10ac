// Images of whole programs, one of each kind: LLVM's and GNU's tools read them without a warning, the size report adds up,
// names may have any characters, and a trace names the file of the function, whatever was inlined into it.

import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildProgram, type Built } from "../../../src/compiler/build";
import { REPOSITORY } from "../hosted";
import { isAsked } from "../../installed";
import { hasQemu, runOnBoard, runOnQemu } from "../machines";

const PROGRAMS = "test/compiler/programs";

/** Of each kind, one. */
const KINDS = [
  "chapters/07-compiler/files/hello.ts", `${PROGRAMS}/algorithms/sha256.ts`, `${PROGRAMS}/recursion/expression-parser.ts`,
  `${PROGRAMS}/exceptions/many-handlers.ts`, `${PROGRAMS}/closures/deep.ts`, `${PROGRAMS}/generics/computed-types.ts`,
  `${PROGRAMS}/interfaces/unions.ts`, `${PROGRAMS}/maps/cache.ts`, "test/unikernel/programs/contexts.ts",
] as const;

const TOOLS: readonly (readonly [command: string, ...args: string[]])[] = [
  ["llvm-readelf", "-a"],
  ["llvm-objdump", "-d", "-l"],
  ["llvm-dwarfdump", "--verify"],
  ["llvm-dwarfdump", "--debug-frame", "--debug-line"],
  ["gdb-multiarch", "-batch", "-nx", "-ex", "info functions start", "-ex", "info line _start"],
];

const built = (path: string, own: Readonly<Record<string, string>> = {}): Built =>
  buildProgram({ read: (name) => own[name] ?? REPOSITORY.read(name) }, path);

describe("an image", function () {
  this.timeout(60_000);
  let directory = "";
  before(() => { directory = mkdtempSync(join(tmpdir(), "o2p-programs-")); });
  after(() => { rmSync(directory, { recursive: true }); });

  function expectAccepted(elf: Uint8Array): void {
    writeFileSync(join(directory, "x.elf"), elf);
    for (const [command, ...args] of TOOLS.filter(([each]) => isAsked(each))) {
      const { stdout, stderr, status } = spawnSync(command, [...args, "x.elf"], { encoding: "utf8", cwd: directory, maxBuffer: 1 << 28 });
      expect(`${status} ${stderr}`, command).to.equal("0 ");
      expect(stdout, command).not.to.match(/warning|error:|<unknown>|invalid|corrupt/i);
    }
  }

  for (const path of KINDS) {
    it(`of ${path} is accepted, and its size report adds up`, () => {
      const { elf, image, sizes: { imageBytes, modules, sections } } = built(path);
      expectAccepted(elf);
      expect(imageBytes).to.equal(image.length);
      expect(modules.reduce((sum, { code, data }) => sum + code + data, 0)).to.equal(image.length);
      expect(modules.reduce((sum, { code }) => sum + code, 0)).to.equal(sections[0]!.bytes);
      expect(modules.every(({ code, data }) => code >= 0 && data >= 0)).to.equal(true);
    });
  }

  it("of hello has less than 20,000 bytes, and no collector", () => {
    const { image, linked } = built(KINDS[0]);
    expect(image.length).to.be.lessThan(20_000);
    expect(linked.symbols.filter(({ name }) => name.includes("collect"))).to.deep.equal([]);
  });

  it("has names and paths of any characters, which are UTF-8 to the terminal", () => {
    const path = "größe π/\"it's\".ts";
    const { elf, image } = built(path, {
      [path]: [
        "class Ω extends Error {}",
        "function été$(values: readonly number[], λ: number): number {",
        "  if (λ > 2) throw new Ω(\"x\");",
        "  return values[λ]!;",
        "}",
        "export function start(): void {",
        "  try { été$([1], 3); } catch (error) { if (error instanceof Ω) console.log(error.message); }",
        "  console.log(`${été$([1], 2)}`);",
        "}",
      ].join("\n"),
    });
    expectAccepted(elf);
    const expected = `x\ntrap: an index is out of range\n    at été$ (${path}:4)\n    at start (${path}:8)\n`;
    const text = (latin1: string): string => Buffer.from(latin1, "latin1").toString("utf8");
    expect(text(runOnBoard(image).printed)).to.equal(expected);
    if (hasQemu()) expect(text(runOnQemu(image))).to.equal(expected);
  });

  it("names a function's own file, though it begins with what was inlined from another", () => {
    const { elf, image, linked } = built("src/whole.ts", {
      "src/half.ts": "export function half(n: number): number {\n  return n >> 1;\n}\n",
      "src/whole.ts": [
        "import { half } from \"./half\";",
        "function pick(values: readonly number[], n: number): number {",
        "  const at = half(n);",
        "  return values[at]!;",
        "}",
        "let n = 9;",
        "export function start(): void {",
        "  n = n + 1;",
        "  console.log(`${pick([1, 2, 3], n)}`);",
        "}",
      ].join("\n"),
    });
    const pick = linked.functions.find(({ compiled }) => compiled.title === "pick")!;
    expect(pick.compiled.lines[0]!.at).to.include({ file: "src/half.ts", line: 2 });
    expectAccepted(elf);
    const expected = "trap: an index is out of range\n    at pick (src/whole.ts:4)\n    at start (src/whole.ts:9)\n";
    expect(runOnBoard(image).printed).to.equal(expected);
    if (hasQemu()) expect(runOnQemu(image)).to.equal(expected);
  });
});
