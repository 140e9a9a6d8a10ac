// Whether a program is kernel TypeScript: all that is not, in the order of the text. First what
// syntax shows, then what TypeScript's checker says, then the rules that need its types.

import * as ts from "typescript";
import { isAssembly } from "../assembly";
import type { CheckedProgram } from "../program";
import { VariableAnalysis } from "../variables";
import { call, parameterList, reference } from "./calls";
import { changedSince } from "./changed-since";
import { classRule } from "./classes";
import { comparison, condition, defaultValue } from "./comparisons";
import { addDiagnostics, addSyntax } from "./diagnostics";
import { earlyRead } from "./early-read";
import { checkedCast, checkedNonNull, nominalFlow } from "./flow";
import { refuseImportCircles } from "./import-circle";
import { literal } from "./literals";
import { member } from "./members";
import { noallocPlace } from "./noalloc";
import { Nominal } from "./nominal";
import { operator, quotientCall } from "./operators";
import { staticField } from "./overrides";
import { Refusals, type Check, type Context, type Refusal } from "./refusal";
import { isSaidOnly } from "./said-only";
import { statement } from "./statements";
import { refusedConstruct, refusedForm, refusedMember } from "./syntax";
import { typedDeclaration, typedExpression } from "./typed";
import { ValueTypes } from "./value-type";

/** Asked of each node in this order. */
const CHECKS: readonly Check[] = [
  // by syntax
  refusedConstruct, refusedForm, refusedMember, noallocPlace, literal, parameterList, reference,
  // by type
  typedDeclaration, typedExpression, changedSince, nominalFlow, checkedCast, checkedNonNull,
  operator, quotientCall, condition, comparison, defaultValue,
  member, call, statement, classRule, staticField, earlyRead,
];

/**
 * `isTrusted`: modules that say to the compiler what JavaScript cannot. They, and what they alone
 * import, are not looked at.
 */
export function validate(
  whole: CheckedProgram, isTrusted: (path: string) => boolean = () => false,
): Refusal[] {
  const refusals = new Refusals();
  const checked = { ...whole, modules: untrusted(whole, isTrusted) };
  const { program, checker, modules } = checked;
  const nominal = new Nominal(checker);
  const context: Context = {
    program, checker, nominal,
    variables: new VariableAnalysis(checker),
    values: new ValueTypes(checker, nominal),
    refuse: (node, rule, text, advice) => { refusals.addNode(node, rule, text, advice); },
  };
  const order = modules.map(({ fileName }) => fileName);
  addSyntax(checked, refusals);
  if (refusals.count > 0) return refusals.inOrder(order);
  refuseImportCircles(checked, context);
  // TypeScript itself does not come back from constants that need each other.
  if (refusals.count > 0) return refusals.inOrder(order);
  addDiagnostics(checked, refusals);
  for (const module of modules) walk(module, context);
  return refusals.inOrder(order);
}

/** The modules that are reached without going through a trusted one. */
function untrusted(
  { program, checker, modules }: CheckedProgram, isTrusted: (path: string) => boolean,
): readonly ts.SourceFile[] {
  const reached = new Set<ts.SourceFile>();
  const reach = (module: ts.SourceFile | undefined): void => {
    if (module === undefined || reached.has(module) || isTrusted(module.fileName)) return;
    reached.add(module);
    for (const each of module.statements) {
      if (!ts.isImportDeclaration(each) && !ts.isExportDeclaration(each)) continue;
      if (ts.isImportDeclaration(each) && isSaidOnly(each)) continue;
      const imported = each.moduleSpecifier
        && checker.getSymbolAtLocation(each.moduleSpecifier)?.valueDeclaration;
      reach(imported?.getSourceFile());
    }
  };
  program.getRootFileNames().forEach((path) => { reach(program.getSourceFile(path)); });
  return modules.filter((module) => reached.has(module));
}

function walk(node: ts.Node, context: Context): void {
  // What stands in it, its lowering knows.
  if (isAssembly(node, context.checker)) return;
  for (const check of CHECKS) check(node, context);
  // What is written behind `satisfies` says nothing to the compiled program.
  if (ts.isSatisfiesExpression(node)) walk(node.expression, context);
  else ts.forEachChild(node, (child) => { walk(child, context); });
}
