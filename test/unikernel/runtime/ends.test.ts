// Ends that no program means: no memory, no stack, or an exception of the processor. Each is one
// line that says what, and the calls that led there; on our board and on QEMU.

import { expect } from "chai";
import { buildProgram, type BuildOptions } from "../../../src/compiler/build";
import { REPOSITORY } from "../../compiler/hosted";
import { hasQemu, runOnBoard, runOnQemu } from "../../compiler/machines";

const LIMIT = 200_000_000;

const imageOf = (path: string, lines: readonly string[], options: BuildOptions = {}): Uint8Array => {
  const text = lines.map((line) => `${line}\n`).join("");
  const read = (name: string): string | undefined => (name === path ? text : REPOSITORY.read(name));
  return buildProgram({ read }, path, options).image;
};

const onBoth = (image: Uint8Array): string[] => {
  const { printed } = runOnBoard(image, LIMIT);
  if (hasQemu()) expect(runOnQemu(image), "QEMU").to.equal(printed);
  return printed.split("\n");
};

/** So that the heap is full before long. */
const SMALL: BuildOptions = { heapBytes: 256 << 10 };

/** Of memory, programs that want more than there is: what they say, and in which line. */
const GREEDY: readonly (readonly [what: string, lines: readonly string[], says: string, line: number, options?: BuildOptions])[] = [
  ["one array that is larger than the heap", [
    "export function start(): void {",
    "  const all = new Uint8Array(5_000_000);",
    "  console.log(`${all.length}`);",
    "}",
  ], "the heap is full", 2],
  ["one that no heap could hold", [
    "export function start(): void {",
    "  const all = new Array<number>(1_000_000_000_000).fill(0);",
    "  console.log(`${all.length}`);",
    "}",
  ], "a length is out of range", 2],
  ["a string that doubles", [
    "export function start(): void {",
    "  let text = \"x\";",
    "  for (;;) {",
    "    text = text + text;",
    "  }",
    "}",
  ], "the heap is full", 4],
  ["an array that grows", [
    "export function start(): void {",
    "  const all: number[] = [];",
    "  for (;;) {",
    "    all.push(1);",
    "  }",
    "}",
  ], "the heap is full", 4, SMALL],
  ["many small objects", [
    "class Node { next: Node | null = null; }",
    "export function start(): void {",
    "  let head: Node | null = null;",
    "  for (;;) {",
    "    const node: Node = new Node();",
    "    node.next = head;",
    "    head = node;",
    "  }",
    "}",
  ], "the heap is full", 5, SMALL],
  ["a map that grows", [
    "export function start(): void {",
    "  const map = new Map<number, string>();",
    "  for (let i = 0; ; i++) {",
    "    map.set(i, \"x\");",
    "  }",
    "}",
  ], "the heap is full", 4, SMALL],
  ["what there is no heap for", [
    "export function start(): void {",
    "  console.log([1, 2, 3].join());",
    "}",
  ], "the heap is full", 2, { heapBytes: 0 }],
  ["a heap that is too small for its own tables", [
    "export function start(): void {",
    "  console.log([1, 2, 3].join());",
    "}",
  ], "the heap is full", 2, { heapBytes: 100 }],
  ["a recursion without an end", [
    "function deeper(n: number): number {",
    "  return n + deeper(n + 1);",
    "}",
    "export function start(): void {",
    "  console.log(`${deeper(0)}`);",
    "}",
  ], "the stack is full", 1],
  ["one on a context's stack", [
    "import { type Context, newContext, runningContext, switchTo } from \"./unikernel/runtime/contexts\";",
    "function deeper(n: number): number {",
    "  return n + deeper(n + 1);",
    "}",
    "export function start(): void {",
    "  const main = runningContext();",
    "  switchTo(newContext(16_384, (): Context => {",
    "    console.log(`${deeper(0)}`);",
    "    return main;",
    "  }));",
    "}",
  ], "the stack is full", 2],
  ["a context whose stack is too small", [
    "import { newContext, runningContext, switchTo } from \"./unikernel/runtime/contexts\";",
    "export function start(): void {",
    "  const main = runningContext();",
    "  switchTo(newContext(4096, () => main));",
    "}",
  ], "a length is out of range", 4],
];

describe("a program that has no room", function () {
  this.timeout(120_000);

  for (const [what, lines, says, line, options] of GREEDY) {
    it(`${what}: ${says}`, () => {
      const printed = onBoth(imageOf("src/greedy.ts", lines, options));
      expect(printed[0]).to.equal(`trap: ${says}`);
      expect(printed[1]).to.match(new RegExp(`^    at \\w+ \\(src/greedy\\.ts:${line}\\)$`));
    });
  }
});

/** Only the runtime's own modules may do such things. */
const ASTRAY = "src/unikernel/runtime/astray.ts";

/** ESR_EL1's classes and codes by Arm DDI 0487, D17.2.37; the places where it happened. */
const FAULTS: readonly (readonly [what: string, lines: readonly string[], esr: string, far: string, places: readonly string[]])[] = [
  ["a load from where nothing is", [
    "import { load32 } from \"../metal/memory\";",
    "function peek(at: bigint): number {",
    "  console.log(`at ${at}`);",
    "  return load32(at);",
    "}",
    "export function start(): void {",
    "  console.log(`${peek(0x5000_0000n)}`);",
    "}",
  ], "0x96000010", "0x50000000", ["peek", "start :7"]],
  ["a store to where nothing is", [
    "import { store64 } from \"../metal/memory\";",
    "export function start(): void {",
    "  store64(0x5000_0000n, 1n);",
    "}",
  ], "0x96000050", "0x50000000", ["start"]],
  ["a load in a function without a frame", [
    "import { load64, store64 } from \"../metal/memory\";",
    "import { plus } from \"../metal/word\";",
    "function copy(from: bigint, to: bigint, count: bigint): void {",
    "  for (let n = 0n; n < count; n = plus(n, 8n)) store64(plus(to, n), load64(plus(from, n)));",
    "}",
    "function copyTwice(from: bigint): void {",
    "  copy(from, 0x4300_0000n, 8n);",
    "  copy(from, 0x4300_0000n, 8n);",
    "}",
    "export function start(): void {",
    "  copyTwice(0x5000_0000n);",
    "  console.log(\"unreached\");",
    "}",
  ], "0x96000010", "0x50000000", ["copy", "copyTwice :7", "start :11"]],
  ["an address that is too large for any table", [
    "import { load64 } from \"../metal/memory\";",
    "export function start(): void {",
    "  console.log(`${load64(0x1_0000_0000_0000n)}`);",
    "}",
  ], "0x96000000", "0x1000000000000", ["start"]],
  ["a jump to where nothing is", [
    "import { store64 } from \"../metal/memory\";",
    "import { addressOf } from \"../metal/object\";",
    "import { plus } from \"../metal/word\";",
    "function call(f: () => number): number {",
    "  return f() + 1;",
    "}",
    "export function start(): void {",
    "  const answer = [42].length;",
    "  const f = (): number => answer;",
    "  store64(plus(addressOf(f), 8n), 0x5000_0000n);",
    "  console.log(`${call(f)}`);",
    "}",
  ], "0x86000010", "0x50000000", ["call :5", "start :11"]],
  ["X29 that is no frame", [
    "import { resume } from \"../metal/machine\";",
    "export function start(): void {",
    "  resume(0n, 0x1234_5670n, 0x5000_0000n);",
    "}",
  ], "0x86000010", "0x50000000", ["start :3"]],
];

describe("an exception of the processor ends the program:", function () {
  this.timeout(120_000);

  for (const [what, lines, esr, far, places] of FAULTS) {
    it(what, () => {
      const [line = "", ...trace] = onBoth(imageOf(ASTRAY, lines)).filter((each) => !each.startsWith("at "));
      expect(line).to.match(new RegExp(`^fault: ESR_EL1 ${esr}, ELR_EL1 0x[0-9a-f]+, FAR_EL1 ${far}$`));
      const expected = places.map((place) => {
        const [name, at = ""] = place.split(" ");
        return `    at ${name} (${ASTRAY}${at})`;
      });
      expect(trace).to.deep.equal([...expected, ""]);
    });
  }

  /** QEMU lets SP be anything, and knows no alignment while the MMU is off. */
  it("SP that is no multiple of 16, on our board", () => {
    const image = imageOf(ASTRAY, [
      "import { switchStack } from \"../metal/machine\";",
      "import { symbol } from \"../metal/linker\";",
      "import { plus } from \"../metal/word\";",
      "export function start(): void {",
      "  switchStack(symbol(\"link/heap\"), plus(symbol(\"link/heap\"), 8n));",
      "}",
    ]);
    expect(runOnBoard(image, LIMIT).printed.split("\n")).to.deep.include.members([
      "    at switchStack (src/compiler/runtime-assembly.ts)", `    at start (${ASTRAY}:5)`,
    ]).and.satisfy(([first]: string[]) => first!.startsWith("fault: ESR_EL1 0x9a000000, "));
  });

  it("a word that is not aligned, on our board", () => {
    const image = imageOf(ASTRAY, [
      "import { load64 } from \"../metal/memory\";",
      "export function start(): void {",
      "  console.log(`${load64(0x4020_0004n)}`);",
      "}",
    ]);
    expect(runOnBoard(image, LIMIT).printed).to.match(/^fault: ESR_EL1 0x96000021, ELR_EL1 0x\w+, FAR_EL1 0x40200004\n {4}at start /);
  });
});
