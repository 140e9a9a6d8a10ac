// @noalloc against programs that allocate, and against some that only look as if they did.

import { expect } from "chai";
import { CompileFault } from "../../src/compiler/front/fault";
import { frontEnd } from "../../src/compiler/front/front-end";
import { proveNoAllocation } from "../../src/compiler/no-allocation";
import { REPOSITORY } from "./hosted";
import { REFUSED_ALLOCATIONS } from "./refusals";

function refusalsOf(source: string): string[] {
  const program = frontEnd({ read: (path) => (path === "main.ts" ? source : REPOSITORY.read(path)) }, "main.ts");
  try {
    proveNoAllocation(program);
    return [];
  } catch (error) {
    if (!(error instanceof CompileFault)) throw error;
    return error.refusals.map(({ at, text }) => `${at.file}:${at.line}:${at.column}: ${text}`);
  }
}

/** A module whose start() calls f. */
const ACCEPTED = [
  "const list = [3, 1, 2]; let most = 0;\n/** @noalloc */ function f(): void { for (const n of list) most = Math.max(most, n); }",
  "const list = [3, 1, 2];\n/** @noalloc */ function f(): void { list[3 - list.length] = Math.trunc(7 / list[1]!); }",
  "/** @noalloc */ function f(): number { return g(40); } function g(n: number): number { return n < 2 ? n : g(n - 2) + 1; }",
  "const bytes = new Uint8Array(9);\n/** @noalloc */ function f(): void { bytes.fill(7); bytes[8] = bytes.length; }",
  "const m = new Map<number, number>(); let n = 0;\n/** @noalloc */ function f(): void { if (m.has(1)) n += m.get(1)!; }",
  "const texts = [\"a\", \"b\"]; let n = 0;\n/** @noalloc */ function f(): void { for (const t of texts) if (t === \"b\") n += t.charCodeAt(0); }",
  "interface I { g(): number } class B implements I { g(): number { return 1; } } class C implements I { g(): number { return 2; } } const all: I[] = [new B(), new C()];\n/** @noalloc */ function f(): void { for (const a of all) a.g(); }",
  "const works = [(n: number): number => n, (n: number): number => n + 1]; const make = [(): number[] => [1]];\n/** @noalloc */ function f(): void { for (const w of works) w(1); } function other(): number { return make[0]!().length; }",
  "class P { x = 1;\n/** @noalloc */ bump(by: number): void { this.x += by; } } const p = new P(); function f(): number[] { p.bump(2); return [p.x]; }",
  "const FULL = new Error(\"full\"); let n = 0;\n/** @noalloc */ function f(): void { try { if (n > 9) throw FULL; n++; } catch { n = 0; } }",
  "let n = 1n;\n/** @noalloc */ function f(): void { n = BigInt.asUintN(64, n * 6364136223846793005n) >> 7n; }",
] as const;

describe("@noalloc", function () {
  this.timeout(60_000);

  for (const { source, line, column, advice } of REFUSED_ALLOCATIONS) {
    it(`refuses ${source.replace("\n", " ").slice(0, 110)}`, () => {
      const [refusal = "", second] = refusalsOf(source);
      expect(refusal).to.match(new RegExp(`^main.ts:${line}:${column}: a function marked @noalloc that may allocate: f, calls `));
      expect(refusal).to.include(advice);
      expect(second).to.equal(undefined);
    });
  }

  for (const source of ACCEPTED) {
    it(`accepts ${source.replace("\n", " ").slice(0, 110)}`, () => {
      expect(refusalsOf(`${source}\nexport function start(): void { f(); }\n`)).to.deep.equal([]);
    });
  }

  it("names every call on the way to the memory, with its line", () => {
    const source = [
      "class Log {",
      "  readonly lines: number[] = [];",
      "  add(n: number): void { this.lines.push(n); }",
      "}",
      "const log = new Log();",
      "function note(n: number): void {",
      "  log.add(n);",
      "}",
      "/** @noalloc */",
      "function tick(): void {",
      "  note(1);",
      "}",
      "export function start(): void { tick(); }",
    ].join("\n");
    const [refusal = ""] = refusalsOf(source);
    expect(refusal).to.match(/^main\.ts:11:3: .*: tick, calls note \(main\.ts:11\), calls Log\.add \(main\.ts:7\), calls push \(main\.ts:3\), /);
    expect(refusal).to.match(/calls allocate \(src\/unikernel\/runtime\/allocate\.ts:\d+\); make what it needs before, and pass it$/);
  });

  it("is proved of the panic, of throw, of the collector and of the start-up code in every program", () => {
    const program = frontEnd({ read: (path) => (path === "main.ts" ? "export function start(): void { }" : REPOSITORY.read(path)) }, "main.ts");
    const marked = program.functions.filter(({ mayAllocate }) => !mayAllocate).map(({ title }) => title);
    expect(marked).to.include.members(["trap", "fault", "throwException", "collectFrom", "prepare", "finish"]);
    proveNoAllocation(program);
  });
});
