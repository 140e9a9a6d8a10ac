// The runtime's modules, which are part of every program: what the language table names there.

import * as ts from "typescript";
import { bug } from "../../base/bug";
import type { CheckedProgram } from "./program";

export const RUNTIME = "src/unikernel/runtime";

/** "arrays#push" stands for push in arrays.ts. */
export class Runtime {
  readonly #modules: ReadonlyMap<string, ts.SourceFile>;
  readonly #found = new Map<string, ts.Node>();

  constructor({ modules }: CheckedProgram) {
    this.#modules = new Map(modules.map((module) => [module.fileName, module]));
  }

  function(name: string): ts.FunctionDeclaration {
    return this.#find(name, (node): node is ts.FunctionDeclaration =>
      ts.isFunctionDeclaration(node) && node.body !== undefined);
  }

  class(name: string): ts.ClassDeclaration {
    return this.#find(name, ts.isClassDeclaration);
  }

  #find<T extends ts.FunctionDeclaration | ts.ClassDeclaration>(
    name: string, is: (node: ts.Statement) => node is ts.Statement & T,
  ): T {
    const known = this.#found.get(name);
    if (known !== undefined) return known as T;
    const [file = "", member] = name.split("#");
    const module = this.#modules.get(`${RUNTIME}/${file}.ts`);
    const found = module?.statements.find((each) => is(each) && each.name?.text === member);
    if (found === undefined) return bug(`the runtime has no ${name}`);
    this.#found.set(name, found);
    return found as T;
  }
}
