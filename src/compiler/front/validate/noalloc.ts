// `@noalloc` stands above what has a body: of a signature, nothing could be proved, and each
// implementation must say it itself.

import * as ts from "typescript";
import { hasBody, isNoalloc } from "../noalloc";
import type { Check } from "./refusal";

export const noallocPlace: Check = (node, { refuse }) => {
  const isDeclared = ts.isStatement(node) || ts.isClassElement(node) || ts.isTypeElement(node);
  if (isDeclared && isNoalloc(node) && !hasBody(node)) refuse(node, "noalloc place");
};
