// Local variables: declared, read, written. What a closure captured is a variable of its own.

import type * as ts from "typescript";
import { SyntaxKind } from "typescript";
import { bug } from "../../../base/bug";
import type { Value } from "../../ir/function";
import { kindOf, type Type } from "../types";
import type { Lowering } from "./lowering";
import { newCell, readCell, writeCell } from "./memory";
import type { Storage } from "./storage";

/**
 * Makes a place for the variable; its cell, if it lives in one, may have been made where its block
 * started.
 */
export function declare(
  l: Lowering, symbol: ts.Symbol, type: Type, node: ts.Node, code?: string,
): Storage {
  const known = l.storages.get(symbol);
  if (known?.kind === "cell" && known.type.key === type.key && code === undefined) return known;
  const named = code === undefined ? { type } : { type, code };
  const storage = placeFor(l, symbol, node, named);
  l.storages.set(symbol, storage);
  if (storage.kind === "cell" && known?.kind !== "cell") {
    l.builder.write(storage.key, newCell(l, type));
  }
  return storage;
}

/** The names that a name or pattern declares. */
export function namesIn(name: ts.BindingName): readonly ts.Identifier[] {
  if (name.kind === SyntaxKind.Identifier) return [name];
  return name.elements.flatMap((each) => ("name" in each ? namesIn(each.name) : []));
}

/** What they declare is new: in each round of a loop, and each time it is lowered. */
export function forget(l: Lowering, name: ts.BindingName): void {
  for (const each of namesIn(name)) {
    const symbol = l.session.checker.getSymbolAtLocation(each);
    if (symbol !== undefined) l.storages.delete(symbol);
  }
}

function placeFor(
  l: Lowering, symbol: ts.Symbol, node: ts.Node, named: {
    readonly type: Type; readonly code?: string,
  },
): Storage {
  const { variables } = l.session;
  if (variables.isInCell(symbol, node)) return { ...named, kind: "cell", key: symbol };
  if (variables.isInFrame(symbol, node)) {
    return { ...named, kind: "slot", slot: l.builder.ir.newSlot() };
  }
  return { ...named, kind: "value", key: symbol };
}

export function readStorage(l: Lowering, storage: Storage, name: string): Value {
  const kind = kindOf(storage.type);
  switch (storage.kind) {
    case "value": return l.builder.read(storage.key, kind, name);
    case "slot": return l.builder.slotLoad(storage.slot, kind);
    case "cell": return readCell(l, cellOf(l, storage), storage.type);
  }
}

export function writeStorage(l: Lowering, storage: Storage, value: Value): void {
  switch (storage.kind) {
    case "value": return l.builder.write(storage.key, value);
    case "slot": return l.builder.slotStore(storage.slot, value);
    case "cell": return writeCell(l, cellOf(l, storage), value);
  }
}

/** The cell's address, which closures copy. */
export function cellOf(l: Lowering, storage: Storage): Value {
  if (storage.kind !== "cell") return bug("the variable is in no cell");
  return l.builder.read(storage.key, "ref");
}

/** A new cell with the same value: each round of a loop has its own variable. */
export function renewCell(l: Lowering, storage: Storage): void {
  if (storage.kind !== "cell") return;
  const value = readCell(l, cellOf(l, storage), storage.type);
  const cell = newCell(l, storage.type);
  writeCell(l, cell, value);
  l.builder.write(storage.key, cell);
}

export const isStable = (storage: Storage): boolean => storage.kind !== "cell";

