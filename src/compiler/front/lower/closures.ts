// Functions as values: objects that hold their code and what they captured. The code takes the
// object first. A function that captures nothing has one object, which lies beside its code.

import * as ts from "typescript";
import { CLOSURE, GRANULE, IMAGE_GRANULE, HEADER } from "../../../formats/objects/layout";
import type { Value } from "../../ir/function";
import type { Datum } from "../../ir/program";
import { assemblyOf } from "../assembly";
import { isStatic } from "../classes";
import { refuse } from "../fault";
import { UNKNOWN, VOID, closureType, kindOf, type Type } from "../types";
import { functionAround, functionOf, type FunctionNode } from "../variables";
import type { Captured, Home, Instance } from "./function-instance";
import { request, resultOf } from "./instance";
import type { Lowering, Operand } from "./lowering";
import { newObject } from "./memory";
import { cellOf, declare, readStorage } from "./variables";

export interface ClosureOperand extends Operand {
  /** The symbol of its code. */
  readonly code: string;
}

/** An arrow function, or a function expression. */
export function closureValue(l: Lowering, node: FunctionNode): ClosureOperand {
  const { variables } = l.session;
  const captured = variables.captures(node).map((symbol): Captured => {
    const { type, kind, code } = l.storageOf(symbol, node);
    return { symbol, type, isCell: kind === "cell", ...(code !== undefined && { code }) };
  });
  if (variables.capturesThis(node)) {
    captured.push({ symbol: undefined, type: l.this(node).type, isCell: false });
  }
  return closureOf(l, node, homeOf(l, node), captured);
}

/** A function that captures nothing, where its name is used as a value. */
export function functionValue(l: Lowering, symbol: ts.Symbol, node: ts.Node): Operand {
  const target = functionOf(symbol) ?? refuse(node, `${symbol.name} is no function`);
  return closureOf(l, target, homeOf(l, target), []);
}

/** The lowered function around a function, as seen from one in it or beside it. */
export function homeOf(l: Lowering, node: FunctionNode): Home | undefined {
  const around = functionAround(node);
  if (around === undefined) return isInField(node) ? l.home : undefined;
  for (let home: Home | undefined = l.home; home !== undefined; home = home.outer) {
    if (home.node === around) return home;
  }
  return undefined;
}

/** Fields get their values in a constructor. */
function isInField(node: ts.Node): boolean {
  for (let up = node.parent; up !== undefined; up = up.parent) {
    if (ts.isPropertyDeclaration(up)) return !isStatic(up);
  }
  return false;
}

function closureOf(
  l: Lowering, node: FunctionNode, outer: Home | undefined, captured: readonly Captured[],
): ClosureOperand {
  const { session } = l;
  if (assemblyOf(node, session.checker) !== undefined) {
    return refuse(node, "a function in assembly is no value: call it by its name");
  }
  const instance: Instance = {
    node, within: outer?.within ?? new Map(), given: [], hasThis: false, outer, captured,
    count: node.parameters.length,
  };
  const type = closureType(
    node.parameters.map((each) =>
      session.reader.read(session.checker.getTypeAtLocation(each), instance.within, each)),
    resultOf(session, instance));
  const code = closureCode(l, instance);
  if (captured.length === 0) return { value: staticClosure(l, code), type, code };
  const object = newObject(l, session.world.closureClass(captured.map(typeIn)));
  l.builder.store("u64", object, CLOSURE.code, l.builder.symbol(code));
  captured.forEach((each, i) => {
    l.builder.store("u64", object, CLOSURE.captured + 8 * i, capture(l, each, node));
  });
  return { value: object, type, code };
}

/** Code that takes the closure object first; with fewer arguments, it fills in the defaults. */
export function closureCode(l: Lowering, instance: Instance): string {
  if (instance.node.typeParameters !== undefined) {
    refuse(instance.node, "a generic function is no value, and captures no variables");
  }
  const code = request(l.session, l.rules, instance);
  l.session.closures.set(code, instance);
  return code;
}

/** Cells are references, whatever they hold. */
const typeIn = ({ isCell, type }: Captured): Type => (isCell ? UNKNOWN : type);

function capture(l: Lowering, { symbol, isCell }: Captured, node: ts.Node): Value {
  if (symbol === undefined) return l.this(node).value;
  const storage = l.storageOf(symbol, node);
  return isCell ? cellOf(l, storage) : readStorage(l, storage, symbol.name);
}

/** In the closure's code: what it brought becomes its own variables. */
export function unpack(l: Lowering, captured: readonly Captured[], closure: Value): void {
  captured.forEach(({ symbol, type, isCell, code }, i) => {
    const kind = isCell ? "ref" : kindOf(type);
    const value = l.builder.load("u64", closure, CLOSURE.captured + 8 * i, kind, true);
    if (symbol === undefined) l.self = { value, type };
    else {
      const named = code === undefined ? { type } : { type, code };
      l.storages.set(symbol, { ...named, kind: isCell ? "cell" : "value", key: symbol });
      l.builder.write(symbol, value);
    }
  });
}

function staticClosure(l: Lowering, code: string): Value {
  const { world, reach } = l.session;
  const made = world.closureClass([]);
  world.instantiate(made);
  const symbol = reach.datum(`${code} closure`, (name): Datum => {
    const bytes = new Uint8Array(GRANULE);
    new DataView(bytes.buffer).setUint32(HEADER.class, world.number(made), true);
    const relocations = [{ offset: CLOSURE.code, symbol: code, addend: 0 }];
    return { symbol: name, section: ".rodata", alignment: IMAGE_GRANULE, bytes, relocations };
  });
  return l.builder.symbol(symbol, "ref");
}

/** Calls a closure whose code nobody knows. */
export function callClosure(
  l: Lowering, { value, type }: Operand, args: readonly Value[],
): Operand {
  const result = type.kind === "closure" ? type.result : VOID;
  const code = l.builder.load("u64", value, CLOSURE.code, "raw", true);
  return { value: l.builder.callIndirect(code, [value, ...args], kindOf(result)), type: result };
}

/** A function declaration in a block that needs a closure gets one where the block starts. */
export function declareFunction(l: Lowering, node: ts.FunctionDeclaration): void {
  if (node.name === undefined || !l.session.variables.isClosure(node)) return;
  const symbol = l.session.checker.getSymbolAtLocation(node.name)!;
  const { value, type, code } = closureValue(l, node);
  const storage = declare(l, symbol, type, node, code);
  if (storage.kind === "cell") l.builder.store("u64", cellOf(l, storage), 8, value);
  else l.builder.write(symbol, value);
}

