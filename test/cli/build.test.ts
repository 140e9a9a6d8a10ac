// o2p build, and o2p boot of a module: what a reader types.

import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { COURSE_ROOT } from "../../src/course/root";
import { COMMAND, inThisProcess, o2p } from "./o2p";

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
    expect(lines.at(-1)).to.match(/^o2p: bad\.ts is not compiled: \d things are to be changed$/);
  });

  /** Modules that are not what a program is, and what is said of each before the last line. */
  const MODULES: readonly (readonly [what: string, text: string, says: RegExp])[] = [
    ["an empty file",                  "",                                                              /^bad\.ts:1:1: .*`export function start\(\)/],
    ["start() with a parameter",       "export function start(n: number): void { console.log(`${n}`); }", /^bad\.ts:\d+:\d+: .*start/],
    ["start() that answers",           "export function start(): number { return 1; }",                 /^bad\.ts:\d+:\d+: .*start/],
    ["start() that is not exported",   "function start(): void {}",                                     /^bad\.ts:\d+:\d+: .*start/],
    ["a module without start()",       "export const nothing = 0;",                                     /^bad\.ts:\d+:\d+: .*start/],
    ["a start that is no function",    "export const start = 1;",                                       /^bad\.ts:\d+:\d+: .*start/],
    ["what is not TypeScript",         "export function start(): void { let x = ; }",                   /^bad\.ts:1:41: Expression expected\./],
    ["types that disagree",            'export function start(): void { const n: number = "1"; }',      /^bad\.ts:1:\d+: Type 'string' is not assignable to type 'number'\./],
    ["a module that is not there",     'import { f } from "./gone";\nexport function start(): void { f(); }', /^bad\.ts:1:19: there is no such module as "\.\/gone"/],
    ["a module of Node's",             'import { rmSync } from "node:fs";\nexport function start(): void { rmSync("x"); }', /^bad\.ts:1:24: there is no such module as "node:fs"; name a kernel module by its path/],
    ["a package",                      'import { f } from "left-pad";\nexport function start(): void { f(); }', /^bad\.ts:1:19: there is no such module as "left-pad"/],
    ["bytes that are no text",         "\u0000\u0001\ufffd",                                             /^bad\.ts:1:1: /],
  ];
  for (const [what, text, says] of MODULES) {
    it(`refuses ${what} where it stands, and leaves what was there`, async () => {
      writeFileSync(join(dir, "bad.ts"), text);
      writeFileSync(join(dir, "bad.img"), "of yesterday");
      const { status, stderr } = await inThisProcess(["build", "bad.ts"], dir);
      expect(status).to.equal(2);
      expect(stderr).to.match(says).and.to.match(/\no2p: bad\.ts is not compiled: (1 thing is|\d+ things are) to be changed\n$/);
      for (const line of stderr.trimEnd().split("\n")) expect(line).to.match(/^(bad\.ts:\d+:\d+|o2p): /);
      expect(readFileSync(join(dir, "bad.img"), "utf8")).to.equal("of yesterday");
      expect(readdirSync(dir)).not.to.include("bad.elf");
    });
  }

  it("writes both files or none", async () => {
    writeFileSync(join(dir, "hello.img"), "of yesterday");
    mkdirSync(join(dir, "hello.elf"));
    expect(await inThisProcess(["build", "hello.ts"], dir)).to.deep.equal({ status: 2, stderr: "o2p: hello.elf: is a directory\n" });
    expect(readFileSync(join(dir, "hello.img"), "utf8")).to.equal("of yesterday");
    expect(readdirSync(dir).sort()).to.deep.equal(["hello.elf", "hello.img", "hello.ts"]);
  });

  it("leaves what was there where there is no room, and nothing beside it", function () {
    if (process.platform === "win32") return;
    for (const name of ["hello.img", "hello.elf"]) writeFileSync(join(dir, name), "of yesterday");
    const { status, stderr } = spawnSync("sh", ["-c", `ulimit -f 8; exec "$0" "$@"`, process.execPath, COMMAND, "build", "hello.ts"], { cwd: dir, encoding: "utf8" });
    expect(stderr).to.match(/^o2p: hello\.img: file too large\n$/);
    expect(status).to.equal(2);
    for (const name of ["hello.img", "hello.elf"]) expect(readFileSync(join(dir, name), "utf8")).to.equal("of yesterday");
    expect(readdirSync(dir).sort()).to.deep.equal(["hello.elf", "hello.img", "hello.ts"]);
  });

  it("takes NAME with its ending, too", async () => {
    expect(await inThisProcess(["build", "hello.ts", "-o", "greeting.img"], dir)).to.deep.equal({ status: 0, stderr: "" });
    expect(readdirSync(dir).sort()).to.deep.equal(["greeting.elf", "greeting.img", "hello.ts"]);
  });

  describe("--mine", () => {
    const SCAN = "07-compiler/linear-scan.ts";
    const OF_THE_COMPILER = ["numberClasses", "fold", "constantSteps", "liveIn", "sequence", "relocate"];
    const OF_THE_KERNEL = [
      "nextToken", "copyBytes", "zero", "findGap", "findRun", "attributesOf", "nextPiece", "ByteRing", "nextDeadline", "civilDate", "reap", "edited",
    ];
    let theirs: string | undefined;
    beforeEach(() => {
      theirs = process.env["O2P_WORK"];
      process.env["O2P_WORK"] = join(dir, "work");
      cpSync(join(COURSE_ROOT, "solutions", SCAN), join(dir, "work", SCAN));
    });
    afterEach(() => {
      if (theirs === undefined) delete process.env["O2P_WORK"];
      else process.env["O2P_WORK"] = theirs;
    });
    const write = (file: string, text: string): void => {
      mkdirSync(dirname(join(dir, "work", file)), { recursive: true });
      writeFileSync(join(dir, "work", file), text);
    };

    it("says whose parts compiler and kernel are made of, and compiles with them", () => {
      const { status, stdout, stderr } = o2p(["build", "hello.ts", "--mine"], "", dir);
      expect({ status, stdout }).to.deep.equal({ status: 0, stdout: "" });
      expect(stderr.trimEnd().split("\n")).to.have.members([
        ...[...OF_THE_COMPILER, ...OF_THE_KERNEL].map((part) => `${part.padEnd(34)} ours`),
        `${"assign".padEnd(34)} yours, work/${SCAN}`,
      ]);
      expect(o2p(["boot", "hello.img"], "", dir).stdout).to.equal("Hello from a test\n");
    });

    it("boots a module: compiled with their parts, on a machine of their parts", () => {
      const { status, stdout, stderr } = o2p(["boot", "hello.ts", "--mine"], "", dir);
      expect({ status, stdout }).to.deep.equal({ status: 0, stdout: "Hello from a test\n" });
      expect(stderr).to.match(/^assign +yours, work\/07-compiler\/linear-scan\.ts$/m).and.to.match(/^vectorOf +ours$/m);
    });

    it("says which part has thrown", () => {
      write(SCAN, "export const assign = () => { throw new Error('not yet'); };\n");
      const { status, stderr } = o2p(["build", "hello.ts", "--mine"], "", dir);
      expect(status).to.equal(2);
      expect(stderr).to.match(/\no2p: 07-compiler\/linear-scan\.ts: assign\(\) threw: not yet\n$/);
      expect(existsSync(join(dir, "hello.img"))).to.equal(false);
    });

    it("says whose parts they were when the compiler fails with them", () => {
      write("07-compiler/live-in.ts", "export const liveIn = () => undefined;\n");
      const { status, stderr } = o2p(["build", "hello.ts", "--mine"], "", dir);
      expect(status).to.equal(2);
      expect(stderr).to.match(/\no2p: with your liveIn, assign the compiler fails: .*; o2p check says which is wrong\n$/);
    });
  });

  const faults: readonly (readonly [what: string, args: readonly string[], says: RegExp])[] = [
    ["a file that is not there",     ["nothing.ts"],                       /^o2p: nothing\.ts: no such file\n$/],
    ["what is no module",            ["hello.js"],                         /^o2p: hello\.js: a program is a TypeScript module, NAME\.ts\n$/],
    ["something else to print",      ["hello.ts", "--emit", "wasm"],       /Give ir or asm\.\n$/],
    ["a heap of nothing",            ["hello.ts", "--heap", "0"],          /Give 1 to 1024 MiB\.\n$/],
    ["a heap that is no number",     ["hello.ts", "--heap", "4e0"],        /Give 1 to 1024 MiB\.\n$/],
    ["a folder as NAME",             ["hello.ts", "-o", "greetings/"],     /Give the name of a file, without \.img\.\n$/],
    ["no NAME",                      ["hello.ts", "-o", ""],               /Give the name of a file, without \.img\.\n$/],
    ["two NAMEs",                    ["hello.ts", "-o", "a", "-o", "b"],   /Give one NAME\.\n$/],
    ["two programs",                 ["hello.ts", "hello.ts"],             /^o2p: too many arguments for 'build'/],
    ["NAME where nothing is written", ["hello.ts", "--emit", "ir", "-o", "a"], /^o2p: --emit: leave out --output; nothing is written\n$/],
    ["two things to print",          ["hello.ts", "--emit", "ir", "--map"], /^o2p: --emit: leave out --map; print one thing at a time\n$/],
    ["a table larger than an image", ["large.ts"],                         /^o2p: large\.ts:1:20: computed at compile time: an object has \d+ bytes; make it in start\(\)\n$/],
    ["a folder",                     ["folder.ts"],                        /^o2p: folder\.ts: is a directory\n$/],
    ["a link that leads to itself",  ["link.ts"],                          /^o2p: link\.ts: too many symbolic links\n$/],
    ["a folder that is not there",   ["hello.ts", "-o", "nowhere/hello"],  /^o2p: nowhere\/hello\.img: no such file\n$/],
  ];
  for (const [what, args, says] of faults) {
    it(`refuses ${what} in one line`, async () => {
      mkdirSync(join(dir, "folder.ts"));
      symlinkSync("link.ts", join(dir, "link.ts"));
      writeFileSync(join(dir, "large.ts"), "export const all = new Uint8Array(2000000000);\nexport function start(): void { console.log(`${all.length}`); }\n");
      const { status, stderr } = await inThisProcess(["build", ...args], dir);
      expect(status).to.equal(2);
      expect(stderr).to.match(says).and.to.match(/^o2p: .*\n$/);
    });
  }

  const boots: readonly (readonly [what: string, args: readonly string[], says: RegExp])[] = [
    ["a program that is not there",  ["nothing.ts"],                       /^o2p: nothing\.ts: no such file\n$/],
    ["a program and firmware",       ["hello.ts", "--bios", "hello.ts"],   /^o2p: give an image or --bios, not both/],
    ["a program and a snapshot",     ["hello.ts", "--load", "hello.ts"],   /^o2p: give an image or --load, not both/],
    ["a program to be saved over",   ["hello.ts", "--stop-after", "1", "--save", "hello.ts"], /^o2p: hello\.ts: is given as IMAGE and as --save, which writes to it/],
    ["RAM that is too small for it", ["hello.ts", "--memory", "3"],        /^o2p: hello\.ts: the kernel needs 0x[0-9a-f]+ bytes at 0x40200000, but RAM is from 0x40000000 to 0x40300000: give the board more memory\n$/],
  ];
  for (const [what, args, says] of boots) {
    it(`boots nothing for ${what}, and says why in one line`, async () => {
      const { status, stderr } = await inThisProcess(["boot", ...args], dir);
      expect(status).to.equal(2);
      expect(stderr).to.match(says).and.to.match(/^o2p: .*\n$/);
      expect(readFileSync(join(dir, "hello.ts"), "utf8")).to.equal(HELLO);
    });
  }
});
