// Where local variables live: what closures capture, what is in a cell, what is in the frame.

import { expect } from "chai";
import * as ts from "typescript";
import { checkedProgram, type CheckedProgram } from "../../../src/compiler/front/program";
import { VariableAnalysis, type FunctionNode } from "../../../src/compiler/front/variables";

const program = (body: string): CheckedProgram => {
  const text = `export function start(): void {\n${body}\n}\nfunction use(value: unknown): void { use(value); }`;
  return checkedProgram({ read: (path) => (path === "m.ts" ? text : undefined) }, ["m.ts"]);
};

/** All nodes of the module, outer ones first. */
function nodes(root: ts.Node): ts.Node[] {
  const found: ts.Node[] = [root];
  ts.forEachChild(root, (child) => { found.push(...nodes(child)); });
  return found;
}

/** Of each variable of start: where it lives. */
function places(body: string): string {
  const { checker, modules: [module] } = program(body);
  const analysis = new VariableAnalysis(checker);
  const declared = nodes(module!).filter((node): node is ts.VariableDeclaration =>
    ts.isVariableDeclaration(node) && ts.isIdentifier(node.name));
  return declared.map((node) => {
    const symbol = checker.getSymbolAtLocation(node.name)!;
    const place = analysis.isInCell(symbol, node) ? "cell"
      : analysis.isInFrame(symbol, node) ? "frame" : "register";
    return `${symbol.name} ${place}`;
  }).join(", ");
}

/** Of each arrow function and nested declaration: what it captures. */
function captures(body: string): string {
  const { checker, modules: [module] } = program(body);
  const analysis = new VariableAnalysis(checker);
  const isNested = (node: ts.Node): node is FunctionNode => ts.isArrowFunction(node)
    || (ts.isFunctionDeclaration(node) && !ts.isSourceFile(node.parent));
  return nodes(module!).filter(isNested).map((node) =>
    `[${analysis.captures(node).map(({ name }) => name).join(" ")}]`).join(" ");
}

describe("variables", () => {
  const living = [
    // in start                                                              where each lives
    ["let a = 1; a = 2; use(a);",                                            "a register"],
    ["const a = 1; use(() => a);",                                           "a register"],
    ["let a = 1; use(() => a); a = 2;",                                      "a cell"],
    ["let a = 1; use(() => { a = 2; });",                                    "a cell"],
    ["use(() => a); const a = 1;",                                           "a cell"],
    ["for (let i = 0; i < 3; i++) use(() => i);",                            "i cell"],
    ["let a = 1; try { a = 2; } catch (e) { use(a); }",                      "a frame, e register"],
    ["let a = 1; try { use(a); } catch (e) { a = 2; }",                      "a register, e register"],
    ["let a = 1; try { use(a); } catch (e) { a = 2; } finally { use(a); }",  "a frame, e register"],
    ["try { let a = 1; a = 2; } finally { use(0); }",                        "a register"],
    ["let a = 1; use(() => a); try { a = 2; } finally { use(a); }",          "a cell"],
  ] as const;

  for (const [body, expected] of living) {
    it(body, () => { expect(places(body)).to.equal(expected); });
  }
});

describe("captures", () => {
  const captured = [
    // in start                                                                       of each function
    ["use(() => 1);",                                                                 "[]"],
    ["const a = 1; use((b: number) => a + b);",                                       "[a]"],
    ["const a = 1; use(() => () => a);",                                              "[a] [a]"],
    ["const f = (n: number): number => (n < 1 ? 0 : f(n - 1)); use(f);",              "[]"],
    ["function f(): void { g(); } function g(): void { f(); }",                       "[] []"],
    ["const k = 1; function f(): void { g(); } function g(): void { use(k); f(); }",  "[g] [k f]"],
  ] as const;

  for (const [body, expected] of captured) {
    it(body, () => { expect(captures(body)).to.equal(expected); });
  }
});
