// `@noalloc` in the comment above a function or a method, or above the constant that holds it.

import * as ts from "typescript";

const isTag = ({ tagName }: ts.JSDocTag): boolean => tagName.text === "noalloc";

export function isNoalloc(node: ts.Node): boolean {
  return ts.getJSDocTags(node).some(isTag);
}

/** Whether it can be held against code: the node has a body, or its value has one. */
export function hasBody(node: ts.Node): boolean {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.every(hasBody);
  if (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) {
    return node.initializer !== undefined && hasBody(node.initializer);
  }
  return ts.isFunctionLike(node) && "body" in node && node.body !== undefined;
}
