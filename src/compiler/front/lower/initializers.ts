// What gives a variable of a module, or a static field, its first value: a function without
// parameters, which runs at compile time.

import * as ts from "typescript";
import { bug } from "../../../base/bug";
import type { IrFunction } from "../../ir/function";
import { placeOf } from "../fault";
import type { Session } from "../session";
import { VOID } from "../types";
import { globalTarget } from "./globals";
import {
  Lowering, type InitializerName, type Initialized, type Operand, type Rules,
} from "./lowering";
import { bindPattern } from "./patterns";

export function lowerInitializer(
  session: Session, rules: Rules, { symbol, key, title }: InitializerName, top: Initialized,
): IrFunction {
  const l = new Lowering({
    session, rules, symbol, owner: undefined, parameters: [], result: VOID, at: placeOf(top),
    home: { node: undefined, key, title, within: new Map(), outer: undefined },
  });
  initialize(l, top);
  l.builder.return();
  return l.builder.finish();
}

function initialize(l: Lowering, { name, initializer }: Initialized): void {
  if (ts.isObjectBindingPattern(name) || ts.isArrayBindingPattern(name)) {
    bindPattern(l, name, l.expression(initializer!), (element, part) => {
      store(l, element.name, () => part);
    });
  } else store(l, name, (type) => l.expression(initializer!, type));
}

function store(l: Lowering, name: ts.Node, value: (type: Operand["type"]) => Operand): void {
  const symbol = l.session.checker.getSymbolAtLocation(name) ?? bug("a declaration has no symbol");
  const { type, write } = globalTarget(l, symbol, name);
  write(l.coerce(value(type), type, name));
}
