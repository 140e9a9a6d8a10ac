// Functions of src/unikernel/metal: what stands where one is called is in the table of
// ../../language/intrinsics.ts.

import type * as ts from "typescript";
import { INTRINSICS, type Intrinsic } from "../../language/intrinsics";
import { refuse } from "../fault";
import { BOOLEAN, NEVER, STRING, kindOf, type Type } from "../types";
import type { FunctionNode } from "../variables";
import { asKind } from "./inline";
import type { Lowering, Operand } from "./lowering";
import { textOf } from "./text";

export function intrinsicOf(node: FunctionNode): Intrinsic | undefined {
  const name = node.name?.getText() ?? "";
  return INTRINSICS[`${node.getSourceFile().fileName}#${name}`];
}

export function intrinsicCall(
  l: Lowering, intrinsic: Intrinsic, node: ts.CallExpression, given: readonly Type[],
): Operand {
  const { builder } = l;
  const result = l.typeOf(node);
  const operands = (): Operand[] => node.arguments.map((each, i) =>
    l.expression(each, i === 0 ? given[0] : undefined));
  switch (intrinsic.is) {
    case "load": {
      const [address] = operands();
      return {
        value: builder.load(intrinsic.width, address!.value, 0, kindOf(result)), type: result,
      };
    }
    case "store": {
      const [address, value] = operands();
      builder.store(intrinsic.width, address!.value, 0, value!.value);
      return { value: value!.value, type: result };
    }
    case "machine": {
      const args = operands().map(({ value }) => value);
      return { value: builder.machine(intrinsic.text, args, kindOf(result)), type: result };
    }
    case "word": {
      const [operand] = operands();
      return { value: asKind(l, operand!.value, kindOf(result)), type: result };
    }
    case "is string": {
      const [operand] = operands();
      return l.constant(operand!.type.kind === "string", BOOLEAN);
    }
    case "text": {
      const [operand] = operands();
      return { value: textOf(l, operand!, node), type: STRING };
    }
    case "symbol": return { value: builder.symbol(literal(node), "word"), type: result };
    case "frame pointer": return { value: asKind(l, builder.framePointer(), "word"), type: result };
    case "call": {
      const args = operands().map(({ value }) => value);
      const value = builder.call(intrinsic.symbol, args, kindOf(result));
      if (result.kind === NEVER.kind) builder.unreachable();
      return { value, type: result };
    }
  }
}

function literal(node: ts.CallExpression): string {
  const [name] = node.arguments;
  if (name === undefined || !("text" in name)) {
    return refuse(node, "a symbol is named by a literal");
  }
  return (name as ts.StringLiteral).text;
}
