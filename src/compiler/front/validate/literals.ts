// Literals stand for values that kernel TypeScript has.

import * as ts from "typescript";
import { RULES } from "../../language/rules";
import type { Check, Context } from "./refusal";

const LARGEST_WORD = 0xffff_ffff_ffff_ffffn;

export const literal: Check = (node, context) => {
  if (ts.isNumericLiteral(node)) checkNumber(node, context);
  else if (ts.isBigIntLiteral(node)) checkWord(node, context);
  else if (ts.isStringLiteralLike(node)) checkText(node, context);
  else if (ts.isTemplateLiteralToken(node)) checkText(node, context);
};

function checkNumber(node: ts.NumericLiteral, { refuse }: Context): void {
  // The parser has turned every way of writing it into JavaScript's decimal text.
  if (!Number.isSafeInteger(Number(node.text))) {
    refuse(node, "float", `${RULES.float[0]} (${node.getText()})`);
  }
}

function checkWord(node: ts.BigIntLiteral, { refuse }: Context): void {
  if (BigInt(node.text.slice(0, -1)) > LARGEST_WORD) refuse(node, "literal word");
}

function checkText(
  node: ts.StringLiteralLike | ts.TemplateLiteralToken, { refuse }: Context,
): void {
  if ([...node.text].every((character) => character.codePointAt(0)! <= 0xff)) return;
  if (!isBytes(node) && !ts.isImportDeclaration(node.parent)) refuse(node, "code");
}

/** The argument of utf8("..."). */
const isBytes = ({ parent }: ts.Node): boolean =>
  ts.isCallExpression(parent) && ts.isIdentifier(parent.expression)
    && parent.expression.text === "utf8";
