// A kernel module as Node is to run it: the same text, with a check (checks.ts) where an operation
// may fail. It looks at the syntax alone, so that it is fast enough to stand behind every import,
// and what it makes is TypeScript again.
//
//   a + b             $check.add(a, b, PLACE)           a[i] = v   $check.write(a, i, v, PLACE)
//   map.get(k)!       $check.got(map, k, PLACE)         i++        i = $check.increment(i, PLACE)
//
// 1. Every line stays where it was: breakpoints and stack traces need no map.
// 2. Operands are computed in the same order and as often as they were.

import * as ts from "typescript";
import { call, chain } from "./rewrite-calls";
import { operation } from "./rewrite-operations";
import { statement } from "./rewrite-statements";
import { Rewriter } from "./rewriter";

/** The module's text with the checks in it; they come from the module that `checksFrom` names. */
export function transform(file: string, text: string, checksFrom: string): string {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022);
  const prologue = `import { checksOf as $checksOf } from ${JSON.stringify(checksFrom)}; `
    + `const $check = $checksOf(${JSON.stringify(file)}); `;
  return prologue + new Rewriter(source, [chain, operation, call, statement]).module();
}
