// o2p build, and o2p boot of a module: what a reader types.

import { expect } from "chai";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { o2p } from "./o2p";

const HELLO = `export function start(): void {
  console.log("Hello from a test");
}
`;

describe("o2p build", function () {
  this.timeout(60_000);
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "o2p-build-"));
    writeFileSync(join(dir, "hello.ts"), HELLO);
  });
  afterEach(() => { rmSync(dir, { recursive: true }); });

  it("writes an image and an ELF file, which the board boots", () => {
    expect(o2p(["build", "hello.ts", "-o", "greeting"], "", dir)).to.deep.equal({ status: 0, stdout: "", stderr: "" });
    expect(readFileSync(join(dir, "greeting.img")).toString("latin1", 0x38, 0x3c)).to.equal("ARM\x64");
    for (const name of ["greeting.img", "greeting.elf"]) {
      expect(o2p(["boot", name], "", dir), name).to.deep.equal({ status: 0, stdout: "Hello from a test\n", stderr: "" });
    }
  });

  it("boots a module in one step, and leaves no files", () => {
    expect(o2p(["boot", "hello.ts"], "", dir)).to.deep.equal({ status: 0, stdout: "Hello from a test\n", stderr: "" });
    expect(existsSync(join(dir, "hello.img"))).to.equal(false);
  });

  it("says how many bytes each module takes", () => {
    const { stdout } = o2p(["build", "hello.ts", "--map"], "", dir);
    expect(stdout).to.match(/^ +code +data {2}module\n/);
    expect(stdout).to.match(/^ +\d+ +\d+ {2}hello\.ts$/m);
    expect(stdout).to.match(/^image: \d+ bytes \(\.text \d+, \.rodata \d+, \.data \d+, \.bss \d+\)$/m);
  });

  it("prints the program as it passes through", () => {
    expect(o2p(["build", "hello.ts", "--emit", "ir"], "", dir).stdout).to.contain("function hello.ts#start()");
    const { stdout } = o2p(["build", "hello.ts", "--emit", "asm"], "", dir);
    expect(stdout).to.match(/^hello\.ts#start:\n {2}[0-9a-f]{8} {2}\S+.*\/\/ hello\.ts:\d+$/m);
    expect(existsSync(join(dir, "hello.img"))).to.equal(false);
  });

  it("takes modules that the program imports", () => {
    writeFileSync(join(dir, "twice.ts"), "export const twice = (n: number): number => 2 * n;\n");
    writeFileSync(join(dir, "main.ts"), 'import { twice } from "./twice";\nexport function start(): void { console.log(`${twice(21)}`); }\n');
    expect(o2p(["boot", "main.ts"], "", dir).stdout).to.equal("42\n");
  });

  it("says everything that is not in the language, a line each", () => {
    writeFileSync(join(dir, "bad.ts"), "export function start(): void {\n  const half = 0.5;\n  let any: any = half;\n  console.log(`${any}`);\n}\n");
    const { status, stdout, stderr } = o2p(["build", "bad.ts"], "", dir);
    expect({ status, stdout }).to.deep.equal({ status: 2, stdout: "" });
    const lines = stderr.trimEnd().split("\n");
    expect(lines[0]).to.match(/^bad\.ts:2:16: /);
    expect(lines[1]).to.match(/^bad\.ts:3:\d+: /);
    expect(lines.at(-1)).to.match(/^o2p: bad\.ts is not compiled: \d things are not in the language$/);
  });

  const faults: readonly (readonly [what: string, args: readonly string[], says: RegExp])[] = [
    ["a file that is not there",     ["nothing.ts"],                       /^o2p: nothing\.ts: no such file\n$/],
    ["what is no module",            ["hello.js"],                         /^o2p: hello\.js: a program is a TypeScript module, NAME\.ts\n$/],
    ["something else to print",      ["hello.ts", "--emit", "wasm"],       /Give ir or asm\.\n$/],
    ["a heap of nothing",            ["hello.ts", "--heap", "0"],          /Give 1 to 1024 MiB\.\n$/],
    ["a folder that is not there",   ["hello.ts", "-o", "nowhere/hello"],  /^o2p: nowhere\/hello\.img: no such file\n$/],
  ];
  for (const [what, args, says] of faults) {
    it(`refuses ${what} in one line`, () => {
      const { status, stdout, stderr } = o2p(["build", ...args], "", dir);
      expect({ status, stdout }).to.deep.equal({ status: 2, stdout: "" });
      expect(stderr).to.match(says);
    });
  }

  it("refuses a module without start()", () => {
    writeFileSync(join(dir, "idle.ts"), "export const nothing = 0;\n");
    const { status, stderr } = o2p(["build", "idle.ts"], "", dir);
    expect(status).to.equal(2);
    expect(stderr).to.contain("start");
  });
});
