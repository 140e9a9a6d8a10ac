// The checks under Node, by themselves: what compiled code does at the same place is compared in programs.test.ts.

import { expect } from "chai";
import { TRAPS, type Trap } from "../../src/compiler/ir/operation";
import { transform } from "../../src/compiler/hosted/transform";
import { runHosted, type HostedRun } from "../../src/compiler/hosted/run";

const run = (statements: string, above = ""): HostedRun =>
  runHosted({ read: (path) => (path === "a.ts" ? `${above}export function start(): void {\n${statements}\n}\n` : undefined) }, "a.ts");

describe("checks under Node", () => {
  const traps: readonly (readonly [trap: Trap, line: number, statements: string])[] = [
    // trap     line  statements, the first of them on line 2
    ["unsafe",  2, "let n = 9007199254740991; n++;"],
    ["unsafe",  2, "let n = -9007199254740991; n -= 1;"],
    ["unsafe",  3, "const n = 94906267;\nconsole.log(`${n * n}`);"],
    ["unsafe",  2, "Number(1n << 53n);"],
    ["divide",  2, "const z = 0; Math.trunc(1 / z);"],
    ["divide",  2, "const z = 0; 1 % z;"],
    ["divide",  2, "const z = 0n; 1n / z;"],
    ["index",   2, "const a = [1]; a[1]!;"],
    ["index",   2, "const a = [1]; a[-1] = 2;"],
    ["index",   4, "const a = [1];\nconst i = 1;\n[a[0], a[i]] = [2, 3];"],
    ["index",   2, "const a: number[] | null = [1]; a?.[1];"],
    ["index",   2, "\"abc\".charCodeAt(3);"],
    ["index",   2, "new Uint8Array(2).set([1], 2);"],
    ["null",    2, "const n: Uint8Array | null = null; n!;"],
    ["word",    2, "BigInt(-1);"],
    ["word",    2, "let w = 0xffff_ffff_ffff_ffffn; w += 1n;"],
    ["code",    2, "String.fromCharCode(256);"],
    ["stack",   2, "const f = (n: number): number => f(n + 1) + 1; f(0);"],
    ["length",  2, "new Int32Array(-1);"],
    ["length",  2, "\"a\".repeat(-1);"],
    ["length",  2, "(5).toString(37);"],
    ["key",     2, "const m = new Map<number, number>(); m.get(1)!;"],
  ];
  for (const [trap, line, statements] of traps) {
    it(`${trap}: ${statements.replaceAll("\n", " ")}`, () => {
      const result = run(statements);
      expect(result.printed).to.equal(`trap: ${TRAPS[trap][1]}\n`);
      expect(result.trappedAt).to.equal(trap === "stack" ? undefined : `a.ts:${line}`);
    });
  }

  const values: readonly (readonly [printed: string, statements: string])[] = [
    // what is printed, by JavaScript's own rules       statements
    ["18446744073709551615",                            "console.log(`${BigInt.asUintN(64, (1n - 2n) * 1n)}`);"],
    ["1 2 3",                                           "let i = 1; console.log(`${i++} ${i++} ${i}`);"],
    ["2 2,7",                                           "const a = [5, 7]; let i = 0; a[i++]! -= 3; i += 1; console.log(`${i} ${a.join()}`);"],
    ["256 0",                                           "const b = new Uint8Array([255]); console.log(`${b[0]! += 1} ${b[0]}`);"],
    ["undefined",                                       "const a: number[][] | null = JSON.parse(\"null\"); console.log(`${a?.[0]![9]}`);"],
    ["b",                                               "let s = \"\"; s ||= \"b\"; console.log(s);"],
    ["1 5",                                             "const a: (number | null)[] = [1, null]; a[0] ??= 4; a[1] ??= 5; console.log(a.join(\" \"));"],
    ["n",                                               "console.log({ get: (k: string) => k }.get(\"n\")!);"],
  ];
  for (const [printed, statements] of values) {
    it(`no trap: ${statements}`, () => { expect(run(statements)).to.deep.equal({ printed: `${printed}\n` }); });
  }

  it("cannot be caught, and pass finally by", () => {
    const { printed } = run("try { try { [][0]; } catch { console.log(\"catch\"); } finally { console.log(\"finally\"); } }\ncatch { console.log(\"outer\"); }");
    expect(printed).to.equal("trap: an index is out of range\n");
  });

  it("leave the program's own exceptions alone", () => {
    expect(run("try { throw new Error(\"x\"); } catch { console.log(\"catch\"); } finally { console.log(\"finally\"); }").printed).to.equal("catch\nfinally\n");
    expect(run("throw new Mine(\"x\");", "class Mine extends Error { }\n").printed).to.equal("uncaught Mine: x\n");
  });

  it("leave every line where it was", () => {
    const text = "const a = [\n  1, // one\n];\nexport function f(i: number): number {\n  try {\n    return a[\n      i\n    ]! +\n" +
      "      a[0]!\n        ;\n  } catch\n  {\n    return new Map<\n      number, number>()\n      .get(1)!;\n  }\n  finally\n  {\n    i++;\n  }\n}\n";
    const lines = transform("a.ts", text, "checks").split("\n");
    expect(lines).to.have.length(text.split("\n").length);
    expect(lines[18]).to.match(/^ {4}\(i = \$check\.increment\(i, \d+\)\);$/);
  });
});
