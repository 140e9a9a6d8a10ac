// Writes the fuel gauge (fuel.ts) into a program: a TypeScript transformer that runs before types are erased, so that
// it can say in which line fuel ran out.
//
// 1. A loop's charge is the first statement of its body, outside any try of the student's.
// 2. Generators are charged, but their depth is not counted: they are left and entered again.
// 3. What is evaluated before a body (a parameter's default, a field's value) is charged as a call of its own: calls
//    can nest there and come to no body.

import * as ts from "typescript";
import { GAUGE } from "./gauge";

/** `nameOf` gives a file the name it has in messages. */
export function meter(nameOf: (file: ts.SourceFile) => string): ts.TransformerFactory<ts.SourceFile> {
  return (context) => (file) => {
    const { factory } = context;
    const gauge = (member: string): ts.Expression => factory.createPropertyAccessExpression(factory.createIdentifier(GAUGE), member);

    const where = (node: ts.Node): ts.StringLiteral => {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      return factory.createStringLiteral(`${nameOf(file)}:${line + 1}`);
    };
    const call = (member: string, node: ts.Node): ts.Statement =>
      factory.createExpressionStatement(factory.createCallExpression(gauge(member), undefined, [where(node)]));

    const charge = (node: ts.Node): ts.Statement => factory.createIfStatement(
      factory.createLessThan(factory.createPrefixDecrement(gauge("left")), factory.createNumericLiteral(0)),
      call("out", node),
    );

    const chargedLoopBody = (body: ts.Statement, loop: ts.Node): ts.Block => {
      const statements = ts.isBlock(body) ? body.statements : [body];
      return factory.createBlock([charge(loop), ...statements], true);
    };

    const chargedFunctionBody = (body: ts.Block, fn: ts.Node, counted: boolean): ts.Block => {
      const directives = body.statements.filter(isDirective);
      const rest = body.statements.slice(directives.length);
      if (!counted) return factory.createBlock([...directives, charge(fn), ...rest], true);
      const leave = factory.createExpressionStatement(factory.createPostfixDecrement(gauge("depth")));
      const attempt = factory.createTryStatement(factory.createBlock(rest, true), undefined, factory.createBlock([leave]));
      return factory.createBlock([...directives, call("enter", fn), attempt], true);
    };

    const chargedValue = (value: ts.Expression, node: ts.Node): ts.Expression => {
      const evaluate = factory.createArrowFunction(undefined, undefined, [], undefined, undefined, factory.createParenthesizedExpression(value));
      return factory.createCallExpression(gauge("within"), undefined, [where(node), evaluate]);
    };

    const visit = (node: ts.Node): ts.Node => {
      const inner = ts.visitEachChild(node, visit, context);
      if (ts.isParameter(inner) && mayCall(inner.initializer)) {
        return factory.updateParameterDeclaration(inner, inner.modifiers, inner.dotDotDotToken, inner.name, inner.questionToken, inner.type, chargedValue(inner.initializer, node));
      }
      if (ts.isBindingElement(inner) && mayCall(inner.initializer) && ts.isParameter(ts.walkUpBindingElementsAndPatterns(node as ts.BindingElement))) {
        return factory.updateBindingElement(inner, inner.dotDotDotToken, inner.propertyName, inner.name, chargedValue(inner.initializer, node));
      }
      if (ts.isPropertyDeclaration(inner) && mayCall(inner.initializer)) {
        return factory.updatePropertyDeclaration(inner, inner.modifiers, inner.name, inner.questionToken ?? inner.exclamationToken, inner.type, chargedValue(inner.initializer, node));
      }
      if (ts.isForStatement(inner)) {
        const { initializer, condition, incrementor } = inner;
        return factory.updateForStatement(inner, initializer, condition, incrementor, chargedLoopBody(inner.statement, node));
      }
      if (ts.isForOfStatement(inner)) {
        return factory.updateForOfStatement(inner, inner.awaitModifier, inner.initializer, inner.expression, chargedLoopBody(inner.statement, node));
      }
      if (ts.isForInStatement(inner)) {
        return factory.updateForInStatement(inner, inner.initializer, inner.expression, chargedLoopBody(inner.statement, node));
      }
      if (ts.isWhileStatement(inner)) return factory.updateWhileStatement(inner, inner.expression, chargedLoopBody(inner.statement, node));
      if (ts.isDoStatement(inner)) return factory.updateDoStatement(inner, chargedLoopBody(inner.statement, node), inner.expression);
      return isFunctionWithBody(inner) ? chargedFunction(inner, node) : inner;
    };

    const chargedFunction = (inner: FunctionWithBody, node: ts.Node): ts.Node => {
      const block = ts.isBlock(inner.body) ? inner.body : factory.createBlock([factory.createReturnStatement(inner.body)]);
      const body = chargedFunctionBody(block, node, !isResumable(inner));
      switch (inner.kind) {
        case ts.SyntaxKind.ArrowFunction:
          return factory.updateArrowFunction(inner, inner.modifiers, inner.typeParameters, inner.parameters, inner.type, inner.equalsGreaterThanToken, body);
        case ts.SyntaxKind.FunctionDeclaration:
          return factory.updateFunctionDeclaration(inner, inner.modifiers, inner.asteriskToken, inner.name, inner.typeParameters, inner.parameters, inner.type, body);
        case ts.SyntaxKind.FunctionExpression:
          return factory.updateFunctionExpression(inner, inner.modifiers, inner.asteriskToken, inner.name, inner.typeParameters, inner.parameters, inner.type, body);
        case ts.SyntaxKind.MethodDeclaration:
          return factory.updateMethodDeclaration(inner, inner.modifiers, inner.asteriskToken, inner.name, inner.questionToken, inner.typeParameters, inner.parameters, inner.type, body);
        case ts.SyntaxKind.Constructor:
          return factory.updateConstructorDeclaration(inner, inner.modifiers, inner.parameters, body);
        case ts.SyntaxKind.GetAccessor:
          return factory.updateGetAccessorDeclaration(inner, inner.modifiers, inner.name, inner.parameters, inner.type, body);
        case ts.SyntaxKind.SetAccessor:
          return factory.updateSetAccessorDeclaration(inner, inner.modifiers, inner.name, inner.parameters, body);
      }
    };

    return ts.visitEachChild(file, visit, context);
  };
}

/** "use strict" must stay first. */
const isDirective = (statement: ts.Statement): boolean =>
  ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression);

type FunctionNode =
  | ts.ArrowFunction | ts.FunctionDeclaration | ts.FunctionExpression | ts.MethodDeclaration
  | ts.ConstructorDeclaration | ts.GetAccessorDeclaration | ts.SetAccessorDeclaration;

type FunctionWithBody = FunctionNode & { readonly body: ts.ConciseBody };

const isFunctionWithBody = (node: ts.Node): node is FunctionWithBody =>
  ts.isFunctionLike(node) && "body" in node && node.body !== undefined;

const isResumable = (node: FunctionNode): boolean => "asteriskToken" in node && node.asteriskToken !== undefined;

/** Whether evaluating it may be work: a function is named by where it stands, and a literal is a literal. */
const mayCall = (value: ts.Expression | undefined): value is ts.Expression =>
  value !== undefined && !ts.isFunctionExpression(value) && !ts.isArrowFunction(value) && !ts.isLiteralExpression(value) && !ts.isIdentifier(value);
