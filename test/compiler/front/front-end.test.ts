// What the front end makes of a program means what the program means under Node; and what it makes
// of a few lines is what a reader would write by hand.

import { expect } from "chai";
import { runHosted } from "../../../src/compiler/hosted/run";
import { frontEnd } from "../../../src/compiler/front/front-end";
import type { SourceHost } from "../../../src/compiler/front/program";
import { printFunction } from "../../../src/compiler/ir/print";
import type { Program } from "../../../src/compiler/ir/program";
import { verify } from "../../../src/compiler/ir/verify";
import { REPOSITORY } from "../hosted";
import { runIr } from "./run-ir";

const PROGRAMS = ["modules", "closures", "classes", "records", "statements", "generics"] as const;

/** The repository, and one module more. */
const withModule = (text: string): SourceHost => ({
  read: (path) => (path === "module.ts" ? text : REPOSITORY.read(path)),
});

const lowered = (text: string): Program => frontEnd(withModule(text), "module.ts");

function printed(program: Program, name: string): string {
  const found = program.functions.find(({ symbol }) => symbol === `module.ts#${name}`)!;
  return printFunction(found).trim();
}

describe("the front end", () => {
  for (const name of PROGRAMS) {
    it(`makes of ${name}.ts what prints the same as under Node`, () => {
      const path = `test/compiler/front/programs/${name}.ts`;
      const program = frontEnd(REPOSITORY, path);
      for (const each of program.functions) verify(each);
      expect(runIr(program)).to.equal(runHosted(REPOSITORY, path).printed);
    }).timeout(30_000);
  }

  it("makes the same program of the same modules", () => {
    const path = "test/compiler/front/programs/records.ts";
    const text = (): string => frontEnd(REPOSITORY, path).functions.map((each) =>
      printFunction(each)).join("\n");
    expect(text()).to.equal(text());
  }).timeout(30_000);

  describe("by hand", () => {
    const program = lowered(`
      class Shape { area(): number { return 0; } }
      class Square extends Shape { readonly side: number;
        constructor(side: number) { super(); this.side = side; }
        override area(): number { return this.side * this.side; } }
      class Dot extends Shape {}
      function sum(a: number, b: number): number { return a + b; }
      function low(a: number, b: number): number { return a & b; }
      function quotient(a: number, b: number): number { return Math.trunc(a / b); }
      function element(a: readonly number[], i: number): number { return a[i]!; }
      function byte(a: Uint8Array, i: number): number { return a[i]!; }
      function wrapped(a: bigint, b: bigint): bigint { return BigInt.asUintN(64, a + b); }
      function only(s: Square): number { return s.area(); }
      function isSquare(s: Shape): boolean { return s instanceof Square; }
      function least(a: number): number { while (a > 3) a -= 1; return a; }
      export function start(): void {
        const shapes: Shape[] = [new Square(2), new Dot()];
        console.log(String(sum(1, 2) + low(1, 2) + quotient(1, 2) + element([1], 0)));
        console.log(String(byte(new Uint8Array(1), 0) + least(4)) + String(wrapped(1n, 2n)));
        for (const each of shapes) console.log(String(each.area()) + String(isSquare(each)));
        console.log(String(only(new Square(3))));
      }`);

    const cases = [
      // function        what it becomes
      ["sum", `
function module.ts#sum(v0 a: number, v1 b: number)
b2:
  v3: raw = add v0, v1
  v4: number = safe v3
  return v4`],
      ["low", `
function module.ts#low(v0 a: number, v1 b: number)
b2:
  v3: raw = and v0, v1
  v4: number = sext32 v3
  return v4`],
      ["quotient", `
function module.ts#quotient(v0 a: number, v1 b: number)
b2:
  v3: raw = constant 0
  guard ne v1, v3 else divide
  v5: number = sdiv v0, v1
  return v5`],
      ["wrapped", `
function module.ts#wrapped(v0 a: word, v1 b: word)
b2:
  v3: word = add v0, v1
  return v3`],
    ] as const;

    for (const [name, expected] of cases) {
      it(name, () => { expect(`\n${printed(program, name)}`).to.equal(expected); });
    }

    it("calls a method directly if there is one answer", () => {
      expect(printed(program, "only")).to.include("call module.ts#Square.area(v0)");
    });

    it("calls by a table of the classes if there are several", () => {
      const table = program.data.find(({ symbol }) => symbol.includes("area/0 by class"))!;
      expect(table.relocations.map(({ symbol }) => symbol)).to.deep.equal([
        "module.ts#Square.area", "module.ts#Shape.area",
      ]);
    });

    it("numbers a class's heirs behind it", () => {
      const rows = program.classes.map(({ name, lastHeir }, i) => [name, lastHeir - i] as const)
        .filter(([name]) => ["Shape", "Square", "Dot"].includes(name));
      expect(rows).to.deep.equal([["Shape", 2], ["Square", 0], ["Dot", 0]]);
    });

    it("leaves out what is not reached", () => {
      const names = program.functions.map(({ symbol }) => symbol);
      expect(names).to.not.include("src/unikernel/runtime/strings.ts#padStart");
    });
  }).timeout(30_000);

  it("names a module without a start", () => {
    expect(() => lowered("export const a = 1;"))
      .to.throw("module.ts:1:1: write `export function start(): void`");
  });

  it("does not follow types that grow without end", () => {
    const text = `function grow<T>(value: T, n: number): void { if (n > 0) grow([value], n - 1); }
      export function start(): void { grow(1, 3); }`;
    expect(() => lowered(text)).to.throw("module.ts:1:1: each call makes greater types");
  });
});
