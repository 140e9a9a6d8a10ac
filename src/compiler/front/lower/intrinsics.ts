// Functions of src/unikernel/metal: what stands where one is called is in the table of
// ../../language/intrinsics.ts.

import * as ts from "typescript";
import { INTRINSICS, type Intrinsic } from "../../language/intrinsics";
import { standardEncoder } from "../../../machine/decoder/assembler";
import { refuse } from "../fault";
import { BIGINT, BOOLEAN, NEVER, STRING, kindOf, type Type } from "../types";
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
    case "reverse": {
      const [word] = operands();
      const reversed = builder.unary("rev", word!.value, "raw");
      return { value: builder.binary("lshr", reversed, l.raw(32), kindOf(result)), type: result };
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
    case "system register": return systemRegister(l, intrinsic.access, node, result);
    case "call": {
      const args = operands().map(({ value }) => value);
      const value = builder.call(intrinsic.symbol, args, kindOf(result));
      if (result.kind === NEVER.kind) builder.unreachable();
      return { value, type: result };
    }
  }
}

function systemRegister(
  l: Lowering, access: "read" | "write", node: ts.CallExpression, result: Type,
): Operand {
  const name = literal(node);
  const text = access === "read" ? `mrs {result}, ${name}` : `msr ${name}, {0}`;
  const encoded = standardEncoder().encode(text.replace(/\{.*?\}/, "x0"), { pc: undefined });
  if (typeof encoded !== "number") {
    const can = access === "read" ? "read" : "written";
    return refuse(node, `no system register that can be ${can} is called ${name}`);
  }
  const value = access === "read" ? [] : [l.as(node.arguments[1]!, BIGINT)];
  return { value: l.builder.machine(text, value, kindOf(result)), type: result };
}

function literal(node: ts.CallExpression): string {
  const [name] = node.arguments;
  if (name === undefined || !ts.isStringLiteral(name)) {
    return refuse(node, "what is meant is a part of the instruction: write its name as a literal");
  }
  return name.text;
}
