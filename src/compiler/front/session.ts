// What all functions of a program that are lowered share.

import type * as ts from "typescript";
import type { Instance } from "./lower/function-instance";
import type { Reach } from "./reach";
import type { Runtime } from "./runtime";
import type { TypeReader } from "./type-reader";
import type { VariableAnalysis } from "./variables";
import type { World } from "./world";

export interface Session {
  readonly checker: ts.TypeChecker;
  readonly reader: TypeReader;
  readonly world: World;
  readonly reach: Reach;
  readonly variables: VariableAnalysis;
  readonly runtime: Runtime;
  /** By the symbol of its code: which function a closure is, and what it brings. */
  readonly closures: Map<string, Instance>;
}
