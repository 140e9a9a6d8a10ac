// Strings: literals, sums, templates, and any value as text.

import type * as ts from "typescript";
import { bug } from "../../../base/bug";
import { BODY, IMAGE_GRANULE, HEADER, builtInClass } from "../../../formats/objects/layout";
import type { Value } from "../../ir/function";
import type { Datum } from "../../ir/program";
import { refuse } from "../fault";
import { STRING } from "../types";
import { callRuntime } from "./instance";
import type { Lowering, Operand } from "./lowering";

export function text(l: Lowering, value: string, node: ts.Node): Operand {
  if ([...value].some((each) => each.charCodeAt(0) > 0xff)) {
    return refuse(node, "a string's codes are 0 to 255: other text is bytes");
  }
  const symbol = l.session.reach.datum(
    `text ${JSON.stringify(value)}`, (name) => stringDatum(name, value));
  return { value: l.builder.symbol(symbol, "ref"), type: STRING };
}

function stringDatum(symbol: string, value: string): Datum {
  const bytes = new Uint8Array(Math.ceil((BODY + value.length) / IMAGE_GRANULE) * IMAGE_GRANULE);
  const view = new DataView(bytes.buffer);
  view.setUint32(HEADER.class, builtInClass("string"), true);
  view.setUint32(HEADER.length, value.length, true);
  for (let i = 0; i < value.length; i++) bytes[BODY + i] = value.charCodeAt(i);
  return { symbol, section: ".rodata", alignment: IMAGE_GRANULE, bytes, relocations: [] };
}

export const concatenate = (l: Lowering, a: Value, b: Value): Value =>
  callRuntime(l, "strings#concat", [a, b], "ref");

export function textOf(l: Lowering, { value, type }: Operand, node: ts.Node): Value {
  switch (type.kind) {
    case "string": return value;
    case "number": return callRuntime(l, "text#numberToText", [value], "ref");
    case "bigint": return callRuntime(l, "text#wordToText", [value], "ref");
    case "boolean": return callRuntime(l, "text#booleanToText", [value], "ref");
    case "never":
      l.builder.trap("unreachable");
      return text(l, "", node).value;
    default: return refuse(
      node, `a value of type ${type.key} is no text: write a method that makes it`
    );
  }
}

/** `a${x}b`: each value is computed, made text, and put behind what is there. */
export function template(l: Lowering, node: ts.TemplateExpression): Operand {
  const parts: Value[] = [];
  const literal = (part: ts.TemplateLiteralLikeNode): void => {
    if (part.text !== "") parts.push(text(l, part.text, part).value);
  };
  literal(node.head);
  for (const span of node.templateSpans) {
    parts.push(textOf(l, l.expression(span.expression), span.expression));
    literal(span.literal);
  }
  const [first, ...rest] = parts;
  const whole = rest.reduce(
    (a, b) => concatenate(l, a, b), first ?? bug("a template without a part")
  );
  return { value: whole, type: STRING };
}
