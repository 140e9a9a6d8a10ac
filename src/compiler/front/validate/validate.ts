// Whether a program is kernel TypeScript: all that is not, in the order of the text. First what syntax shows, then what
// TypeScript's checker says, then the rules that need its types.

import * as ts from "typescript";
import type { CheckedProgram } from "../program";
import { addDiagnostics } from "./diagnostics";
import { Refusals, type Check, type Context, type Refusal } from "./refusal";
import { refusedConstruct, refusedForm } from "./syntax";

/** Asked of each node in this order. */
const CHECKS: readonly Check[] = [refusedConstruct, refusedForm];

/** `isTrusted`: modules that say to the compiler what JavaScript cannot; only TypeScript's own checks look at them. */
export function validate(checked: CheckedProgram, isTrusted: (path: string) => boolean = () => false): Refusal[] {
  const refusals = new Refusals();
  const { program, checker } = checked;
  const context: Context = {
    program, checker,
    refuse: (node, rule, text, advice) => { refusals.addNode(node, rule, text, advice); },
  };
  addDiagnostics(checked, refusals);
  for (const module of checked.modules) {
    if (!isTrusted(module.fileName)) walk(module, context);
  }
  return refusals.inOrder(checked.modules.map(({ fileName }) => fileName));
}

function walk(node: ts.Node, context: Context): void {
  for (const check of CHECKS) check(node, context);
  ts.forEachChild(node, (child) => { walk(child, context); });
}
