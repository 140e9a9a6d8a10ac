// Optional chains: a?.b[i].c is one expression that ends early where a is null. A check inside of it must end early too.

import * as ts from "typescript";
import { INDEX_CALLS, LENGTH_CALLS } from "./operators";

type Link = ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.CallExpression | ts.NonNullExpression;

/** Part of a chain that has a `?.` in it, at this link or before. */
export const isChain = (node: ts.Node): boolean => (node.flags & ts.NodeFlags.OptionalChain) !== 0;

/** The link with the last `?.` of the chain. */
export function outermostLink(chain: ts.Node): Link {
  const link = chain as Link;
  return !ts.isNonNullExpression(link) && link.questionDotToken !== undefined ? link : outermostLink(link.expression);
}

/** Whether a link behind a `?.` reads an element, or calls what may be given an index or a length. */
export function needsChecks(chain: ts.Node): boolean {
  if (!isChain(chain)) return false;
  const link = chain as Link;
  if (ts.isElementAccessExpression(link)) return true;
  const isChecked = ts.isCallExpression(link) && ts.isPropertyAccessExpression(link.expression) && isCheckedName(link.expression.name.text);
  return isChecked || needsChecks(link.expression);
}

const isCheckedName = (name: string): boolean =>
  name === INDEX_CALLS.code || name === INDEX_CALLS.set || LENGTH_CALLS.includes(name);
