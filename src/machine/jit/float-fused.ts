// addend + x * y, rounded once, which WebAssembly has no instruction for. Of singles, the product
// is exact in a double; of doubles, what rounding takes away is computed, by a function that every
// module has. Why both are right is in cpu/floating-point: fast-path.ts and double-fused.ts.

import { emit } from "./emit";
import {
  and, checkMode, checkRange, compared, type Float, leaveWhen, number, or,
} from "./float-checks";
import { FunctionWriter } from "./function-writer";
import { constant, type Node, operation } from "./node";
import type { Site } from "./site";
import { type FunctionType, functionBody } from "./wasm/module";
import { FLOAT } from "./wasm/opcodes";

/** Its number in every module. */
export const MULTIPLY_ADD_FUNCTION = 2;

export function multiplyAdd(
  t: Site, type: Float, addend: Node, x: Node, y: Node,
): Node {
  checkMode(t);
  return type === "f64" ? ofDoubles(t, addend, x, y) : ofSingles(t, addend, x, y);
}

function ofDoubles(t: Site, addend: Node, x: Node, y: Node): Node {
  for (const node of [addend, x, y]) t.put(node, "f64");
  t.writer.code.with("call", MULTIPLY_ADD_FUNCTION);
  const index = t.writer.temporary("f64");
  t.writer.code.set(index);
  const result: Node = { kind: "local", type: "f64", index };
  checkRange(t, "f64", result, constant(1));
  return result;
}

/** Half of a single's last place, among the bits that a double has more. */
const MIDPOINT = 0x1000_0000;

function ofSingles(t: Site, addend: Node, x: Node, y: Node): Node {
  const [a, b, c] = [addend, x, y].map((node) =>
    operation("f64", "f64.promote_f32", [node], "f32")) as [Node, Node, Node];
  const product = operation("f64", "f64.mul", [b, c]);
  const double = t.pin(operation("f64", "f64.add", [a, product]), "f64");
  const low = operation("i64", "i64.and", [double, constant(2 * MIDPOINT - 1)]);
  leaveWhen(t, operation("i32", "i64.eq", [low, constant(MIDPOINT)], "i64"));
  const result = t.pin(operation("f32", "f32.demote_f64", [double], "f64"), "f32");
  checkRange(t, "f32", result, compared("f64", "eq", double, number("f64", 0)));
  return result;
}

/** addend, x, y -> their sum, or a NaN if that is not known. */
export const MULTIPLY_ADD_TYPE: FunctionType = { params: ["f64", "f64", "f64"], results: ["f64"] };

const SPLITTER = number("f64", 2 ** 27 + 1);
const LEAST = number("f64", 2 ** -400);
const MOST = number("f64", 2 ** 400);
const ZERO = number("f64", 0);
const TWO = number("f64", 2);

const is = (name: "eq" | "lt" | "gt", a: Node, b: Node): Node => compared("f64", name, a, b);
const compute = (name: "add" | "sub" | "mul", a: Node, b: Node): Node =>
  operation("f64", FLOAT.f64[name], [a, b]);

/** multiplyAddDoubles() of double-fused.ts, where each step has its reason. */
export function multiplyAddFunctionBody(): Uint8Array {
  const writer = new FunctionWriter(MULTIPLY_ADD_TYPE.params.length);
  const { code } = writer;
  const frame = { writer, cpu: 0, register: () => 0, base: 0, at: 0 };
  const local = (index: number): Node => ({ kind: "local", type: "f64", index });
  const named = (node: Node): Node => {
    const index = writer.local("f64");
    emit(frame, node, "f64");
    code.set(index);
    return local(index);
  };
  const answerIf = (condition: Node, answer: Node): void => {
    emit(frame, condition, "i32");
    writer.open("if");
    emit(frame, answer, "f64");
    code.op("return");
    writer.close();
  };
  const restOfSum = (a: Node, b: Node, sum: Node): Node => {
    const ofB = named(compute("sub", sum, a));
    const ofA = compute("sub", sum, ofB);
    return named(compute("add", compute("sub", a, ofA), compute("sub", b, ofB)));
  };
  const halves = (a: Node): [high: Node, low: Node] => {
    const scaled = named(compute("mul", SPLITTER, a));
    const high = named(compute("sub", scaled, compute("sub", scaled, a)));
    return [high, named(compute("sub", a, high))];
  };
  const isModerate = (a: Node): Node => {
    const size = operation("f64", "f64.abs", [a]);
    return or(and(is("gt", size, LEAST), is("lt", size, MOST)), is("eq", a, ZERO));
  };

  const [addend, x, y] = [local(0), local(1), local(2)] as [Node, Node, Node];
  const areModerate = and(and(isModerate(x), isModerate(y)), isModerate(addend));
  answerIf(operation("i32", "i32.eqz", [areModerate]), number("f64", NaN));
  const product = named(compute("mul", x, y));
  answerIf(is("eq", product, ZERO), compute("add", product, addend));
  const [highX, lowX] = halves(x);
  const [highY, lowY] = halves(y);
  const most = compute("sub", product, compute("mul", highX, highY));
  const more = compute("sub", most, compute("mul", lowX, highY));
  const less = compute("sub", more, compute("mul", highX, lowY));
  const productRest = named(compute("sub", compute("mul", lowX, lowY), less));
  const sum = named(compute("add", product, addend));
  const sumRest = restOfSum(product, addend, sum);
  const rest = named(compute("add", sumRest, productRest));
  const lost = restOfSum(sumRest, productRest, rest);
  const result = named(compute("add", sum, rest));
  answerIf(is("eq", lost, ZERO), result);
  const missing = restOfSum(sum, rest, result);
  const twice = named(compute("mul", TWO, missing));
  const across = compute("sub", compute("add", result, twice), result);
  answerIf(is("eq", across, twice), number("f64", NaN));
  emit(frame, result, "f64");
  return functionBody(writer.locals, code.bytes);
}
