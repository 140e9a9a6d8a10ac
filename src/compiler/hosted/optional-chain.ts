// Optional chains: a?.b[i].c is one expression that ends early where a is null. A check inside of
// it must end early too.

import * as ts from "typescript";
import { CHECKED_CALLS } from "./operators";

type Link = ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.CallExpression
  | ts.NonNullExpression;

/** Part of a chain that has a `?.` in it, at this link or before. */
export const isChain = (node: ts.Node): boolean => (node.flags & ts.NodeFlags.OptionalChain) !== 0;

/** The link with the last `?.` of the chain. */
export function outermostLink(chain: ts.Node): Link {
  const link = chain as Link;
  const isTest = !ts.isNonNullExpression(link) && link.questionDotToken !== undefined;
  return isTest ? link : outermostLink(link.expression);
}

/** Whether a link behind a `?.` reads an element, or calls what is checked. */
export function needsChecks(chain: ts.Node): boolean {
  if (!isChain(chain)) return false;
  const link = chain as Link;
  if (ts.isElementAccessExpression(link)) return true;
  const called = ts.isCallExpression(link) ? link.expression : undefined;
  const isChecked = called !== undefined && ts.isPropertyAccessExpression(called)
    && Object.hasOwn(CHECKED_CALLS, called.name.text);
  return isChecked || needsChecks(link.expression);
}
