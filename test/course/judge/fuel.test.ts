import { expect } from "chai";
import type { Budget } from "../../../src/course/judge/core/fuel";
import { InProcessEngine, runSource } from "./in-process";

const BUDGET: Budget = { load: 1000, perCall: 1000, total: 5000, depth: 100 };
const HEAD = "// @ts-nocheck\n";

describe("fuel", () => {
  const engine = new InProcessEngine();
  const outcomeOf = (source: string, calls = 1): ReturnType<typeof runSource> =>
    runSource(engine, HEAD + source, new Array<string>(calls).fill("[1,2,3]"), BUDGET);

  const endless = [
    // the statement that has no end                                                      the line it is in
    ["for (;;);",                                                                         3],
    ["for (;;) { 1; }",                                                                   3],
    ["while (true);",                                                                     3],
    ["do ; while (true);",                                                                3],
    ["for (const x of (function* () { while (true) yield 1; })()) x;",                    3],
    ["for (const x of { [Symbol.iterator]: () => ({ next: () => ({ value: 1 }) }) }) x;", 3],
    ["l: while (true) { continue l; }",                                                   3],
    ["for (;;) try { for (;;); } catch {}",                                               3],
    ["for (;;) try { throw 1; } finally { continue; }",                                   3],
    ["const g = () => g(); g();",                                                         3],
    ["(function g() { return g(); })();",                                                 3],
    ["const o = { get a() { return this.a; } }; o.a;",                                    3],
    ["const o = { set a(x) { this.a = x; } }; o.a = 1;",                                  3],
    ["class C { constructor() { new C(); } } new C();",                                   3],
    ["class C { static m() { C.m(); } } C.m();",                                          3],
    ["class C { static { for (;;); } }",                                                  3],
    ["new Proxy({}, { get: (t, k, p) => p[k] }).a;",                                      3],
    ["const a = [1]; a.map(function m() { a.map(m); });",                                 3],
    ["function* g() { yield* g(); } [...g()];",                                           3],
    ["const o = { valueOf() { return +o; } }; +o;",                                       3],
    ["JSON.stringify({ toJSON() { return JSON.stringify(this); } });",                    3],
    ["function f(a = f()) {} f();",                                                       3],
    ["function* f(n, a = n && f(n - 1), b = n && f(n - 1)) {} f(30);",                    3],
    ["function f({ a = f({}) }) {} f({});",                                               3],
    ["class C { x = new C(); } new C();",                                                 3],
    ["async function f() { f(); } f();",                                                  3],
    ["Number.prototype.toLocaleString = Object.defineProperty; try { for (;;); } catch {}", 3],
    ["[1, 2].sort(function c() { return [1, 2].sort(c).length; });",                      3],
    ["'a'.replace(/a/, function r() { return 'a'.replace(/a/, r); });",                   3],
  ] as const;
  for (const [statement, line] of endless) {
    it(`ends ${statement}`, async () => {
      const { end, replies } = await outcomeOf(`export function f() {\n${statement}\nreturn 1; }`);
      expect(end).to.include({ kind: "stopped", status: "out of fuel" });
      expect(end).to.have.property("message").that.matches(new RegExp(`(more than 1,000 steps|nested deeper than 100), at 01-decoder/it.ts:${line}`));
      expect(replies).to.deep.equal([undefined]);
    });
  }

  it("is counted as the file is loaded, too", async () => {
    expect((await outcomeOf("for (;;);\nexport const f = () => 1;")).end).to.include({ kind: "stopped", status: "out of fuel" });
  });

  it("is given anew for each call", async () => {
    const { replies } = await outcomeOf("export const f = () => { for (let i = 0; i < 900; i++); return 1; };", 5);
    expect(replies).to.deep.equal(new Array(5).fill({ kind: "answer", value: 1 }));
  });

  it("has an end for all calls together", async () => {
    const { end, replies } = await outcomeOf("export const f = () => { for (let i = 0; i < 900; i++); return 1; };", 20);
    expect(end).to.include({ status: "out of fuel" });
    expect(replies.filter((reply) => reply !== undefined)).to.have.length(6); // 5,000 and what loading left of 1,000
  });

  it("is not what Math says it is", async () => {
    const { end } = await outcomeOf("Math.min = Math.max = () => 1e6; export const f = () => { for (let i = 0; i < 5000; i++); return 1; };");
    expect(end).to.include({ status: "out of fuel" });
  });

  it("says the same each time", async () => {
    const source = "export function f(n) {\n if (n > 0) f(n - 1);\n for (let i = 0; i < 50; i++);\n return f(n + 1); }";
    expect(await outcomeOf(source)).to.deep.equal(await outcomeOf(source));
  });

  const unchanged = [
    // a program that the gauge must not change                                                  what it returns
    [`"use strict"; return (function () { return this === undefined; })();`,                     true],
    [`const f = (a, b = a + 1, ...c) => a + b + c.length; return f(1) + f.length;`,              4],
    [`class A { constructor(x) { this.x = x; } } class B extends A { constructor() { super(2); this.y = 3; } } return new B().x + new B().y;`, 5],
    [`function* g() { const x = yield 1; yield x * 2; } const i = g(); i.next(); return i.next(21).value;`, 42],
    [`outer: for (let i = 0; ; i++) { for (let j = 0; ; j++) { if (j > i) continue outer; if (i > 3) break outer; } } return 1;`, 1],
    [`const fs = []; for (let i = 0; i < 3; i++) fs.push(() => i); return fs.map((f) => f()).join("");`, "012"],
    [`try { (() => { throw new RangeError("r"); })(); } catch (e) { return e.name; }`,           "RangeError"],
    [`let n = 0; for (const k in { a: 1, b: 2 }) n++; do n++; while (n < 5); while (n < 9) n++; return n;`, 9],
    [`return ((a, { b = a + 1, c = () => b } = {}, d = [c()]) => d[0] + arguments.length)(4);`,     8],
    [`class A { static n = [1].length; a = this.f(); #b = this.a + A.n; f() { return 1; } get b() { return this.#b; } } return new A().b;`, 2],
    [`class A { f = () => 1; g = function () {}; } return new A().f.name + new A().g.name;`,         "fg"],
    [`class A { constructor(private x: number, public y = x * 2) {} } return new A(3).y;`,           6],
    [`return (({ a, b: [c] }) => a + c)({ a: 1, b: [2] });`,                                     3],
    [`return ((x) => ({ x }))(7).x;`,                                                            7],
    [`return function () { return arguments.length; }(1, 2, 3);`,                                3],
    [`const o = { get a() { return 1; }, set a(x) {}, ["b" + 1]() { return 2; } }; o.a = 9; return o.a + o.b1();`, 3],
  ] as const;
  for (const [body, value] of unchanged) {
    it(`does not change ${body}`, async () => {
      expect((await outcomeOf(`export function f(): any { ${body} }`)).replies).to.deep.equal([{ kind: "answer", value }]);
    });
  }
});
