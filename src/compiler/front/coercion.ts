// Whether a value of one type may stand where another is expected. TypeScript has said yes already;
// this is the nominal answer, and it notes what flows to interfaces.

import type * as ts from "typescript";
import { refuse } from "./fault";
import {
  isObject, sameType, type ClosureType, type ObjectType, type Type, type UnionType,
} from "./types";
import type { World } from "./world";

export function coerceType(world: World, from: Type, to: Type, node: ts.Node): void {
  if (sameType(from, to) || from.kind === "never" || to.kind === "void") return;
  if (!fits(world, from, to)) refuse(node, explanation(from, to));
}

function explanation(from: Type, to: Type): string {
  const [a, b] = [from.key, to.key].map((key) => key.replace(/[^<>,(){}[\]|:=]*#(?=\w)/g, ""));
  return `types are nominal: ${a} is no ${b}`;
}

function fits(world: World, from: Type, to: Type): boolean {
  if (sameType(from, to) || from.kind === "never") return true;
  if (to.kind === "nullable") {
    if (from.kind === "null" || from.kind === "void") return true;
    return fits(world, from.kind === "nullable" ? from.of : from, to.of);
  }
  if (to.kind === "never") return true; // TypeScript is sure that nobody comes here.
  if (to.kind === "null") return from.kind === "void";
  if (to.kind === "unknown") return isObject(from);
  if (to.kind === "union") return isObject(from) && fitsUnion(world, from, to);
  if (from.kind === "union") return from.members.every((each) => fits(world, each, to));
  if (to.kind === "class") {
    return from.kind === "class" && world.classOf(from).isOrInherits(world.classOf(to));
  }
  if (to.kind === "interface" || to.kind === "record") return flows(world, from, to);
  if (to.kind === "closure") return from.kind === "closure" && fitsClosure(world, from, to);
  if (to.kind === "tuple") {
    return from.kind === "tuple" && from.elements.length === to.elements.length
      && from.elements.every((each, i) => fits(world, each, to.elements[i]!));
  }
  return to.kind === "array" && from.kind === "array" && from.element.kind === "never";
}

function flows(world: World, from: Type, to: ObjectType): boolean {
  if (from.kind !== "class" && from.kind !== "interface" && from.kind !== "record") return false;
  const isNamed = from.kind === "class" && world.implementsNamed(world.classOf(from), to);
  if (!isNamed) world.flow(from, to);
  return true;
}

/** An object literal flows to all members that have its properties. */
function fitsUnion(world: World, from: Type, to: UnionType): boolean {
  if (from.kind === "union") return from.members.every((each) => fitsUnion(world, each, to));
  if (to.members.some((each) => sameType(each, from))) return true;
  const classes = to.members.filter((each) => each.kind === "class");
  if (from.kind === "class" && classes.some((each) => fits(world, from, each))) return true;
  const others = to.members.filter(({ kind }) => kind !== "class");
  return others.filter((each) => fits(world, from, each)).length > 0;
}

/** A function may take fewer arguments than it is given: the rest are not looked at. */
function fitsClosure(world: World, from: ClosureType, to: ClosureType): boolean {
  return from.parameters.length <= to.parameters.length
    && from.parameters.every((each, i) => fits(world, to.parameters[i]!, each))
    && (to.result.kind === "void" || fits(world, from.result, to.result));
}
