// A function while it is lowered: its builder, its variables, what it is in the midst of. The files
// beside this one each know a few kinds of expressions and statements; they take a Lowering first.

import type * as ts from "typescript";
import { FunctionBuilder } from "../../ir/builder";
import type { Block, IrFunction, Kind, Place, Value } from "../../ir/function";
import type { AssemblyFunction } from "../../ir/program";
import type { ObjectClass } from "../classes";
import { placeOf, refuse } from "../fault";
import type { Session } from "../session";
import { kindOf, type Substitution, type Type } from "../types";
import { coerceType } from "../coercion";
import type { Home, Instance } from "./function-instance";
import type { Storage } from "./storage";

/** A value, and what it is in memory. */
export interface Operand {
  readonly value: Value;
  readonly type: Type;
}

/** Where an expression can be assigned: its parts have been computed, once. */
export interface Target {
  readonly type: Type;
  read(): Operand;
  write(value: Value): void;
}

/** What a jump out of here passes: a loop or switch or labelled block, or a finally block. */
export type Exit =
  | {
    readonly kind: "target"; readonly labels: readonly string[];
    /** Whether a continue, and a break, without a label mean it. */
    readonly isLoop: boolean; readonly isPlain: boolean;
    readonly breakTo: Block; readonly continueTo?: Block;
  }
  | {
    readonly kind: "finally"; readonly handlerOutside: Block | undefined; readonly run: () => void,
  };

/** What each kind of node becomes: given by lower/function.ts, since they all know each other. */
export interface Rules {
  expression(l: Lowering, node: ts.Expression, wanted: Type | undefined): Operand;
  condition(l: Lowering, node: ts.Expression, then: Block, otherwise: Block): void;
  target(l: Lowering, node: ts.Expression): Target;
  statement(l: Lowering, node: ts.Statement): void;
  function(session: Session, rules: Rules, symbol: string, instance: Instance): IrFunction;
  /** A function in assembly. */
  assembly(
    session: Session, rules: Rules, template: ts.TemplateLiteral, name: AssemblyName,
  ): AssemblyFunction;
  /** The symbol of what gives the fields of a class without a constructor their values. */
  fields(session: Session, rules: Rules, made: ObjectClass): string;
  initializer(session: Session, rules: Rules, name: InitializerName, top: Initialized): IrFunction;
}

/** What has a first value, of what stands at a module's or a class's top. */
export type Initialized = ts.VariableDeclaration | ts.PropertyDeclaration;

export interface InitializerName {
  readonly symbol: string;
  readonly key: string;
  readonly title: string;
}

export type AssemblyName =
  Pick<AssemblyFunction, "symbol" | "title" | "at" | "alignment">;

export interface LoweredFunction {
  readonly session: Session;
  readonly rules: Rules;
  readonly symbol: string;
  readonly home: Home;
  readonly owner: ObjectClass | undefined;
  readonly parameters: readonly { readonly name: string; readonly kind: Kind }[];
  readonly result: Type;
  readonly at: Place;
}

export class Lowering {
  readonly session: Session;
  readonly rules: Rules;
  readonly builder: FunctionBuilder;
  readonly home: Home;
  readonly within: Substitution;
  /** The class whose member this is. */
  readonly owner: ObjectClass | undefined;
  readonly result: Type;
  readonly storages = new Map<ts.Symbol, Storage>();
  readonly exits: Exit[] = [];
  /** Where an optional chain goes on that comes upon null. */
  chainEnd: Block | undefined;
  /** Of a constructor: gives the fields their first values. */
  initializeFields: (() => void) | undefined;
  /** What `this` is. */
  self: Operand | undefined;

  constructor({ session, rules, symbol, home, owner, parameters, result, at }: LoweredFunction) {
    this.session = session;
    this.rules = rules;
    this.home = home;
    this.within = home.within;
    this.owner = owner;
    this.result = result;
    this.builder = new FunctionBuilder(symbol, home.title, parameters, at);
  }

  /** Computes it; `wanted` is what it is for, where that may decide what it becomes. */
  expression(node: ts.Expression, wanted?: Type): Operand {
    return this.#at(node, () => this.rules.expression(this, node, wanted));
  }

  /** Computes it as a value of this type. */
  as(node: ts.Expression, type: Type): Value {
    const operand = this.expression(node, type);
    return this.#at(node, () => this.coerce(operand, type, node));
  }

  condition(node: ts.Expression, then: Block, otherwise: Block): void {
    this.#at(node, () => this.rules.condition(this, node, then, otherwise));
  }

  target(node: ts.Expression): Target {
    return this.#at(node, () => this.rules.target(this, node));
  }

  statement(node: ts.Statement): void {
    this.#at(node, () => this.rules.statement(this, node));
  }

  coerce({ value, type }: Operand, to: Type, node: ts.Node): Value {
    coerceType(this.session.world, type, to, node);
    const isEmpty = type.kind === "null" || type.kind === "void";
    return isEmpty && kindOf(to) === "ref?" ? this.builder.constant(0n, "ref?") : value;
  }

  /** The compiler's type of a type node or of whatever TypeScript says of a node. */
  typeOf(node: ts.Node): Type {
    return this.read(this.session.checker.getTypeAtLocation(node), node);
  }

  read(type: ts.Type, node: ts.Node): Type {
    return this.session.reader.read(type, this.within, node);
  }

  constant(value: bigint | number | boolean, type: Type): Operand {
    return { value: this.builder.constant(value, kindOf(type)), type };
  }

  number(value: number | bigint): Value {
    return this.builder.constant(value, "number");
  }

  raw(value: number | bigint): Value {
    return this.builder.constant(value, "raw");
  }

  /** `action` in a block of its own, which goes on at `next`. */
  block(block: Block, next: Block, action: () => void): void {
    this.builder.startSealed(block);
    action();
    this.builder.jump(next);
  }

  storageOf(symbol: ts.Symbol, node: ts.Node): Storage {
    return this.storages.get(symbol)
      ?? refuse(node, `${symbol.name} is used where it is not yet there`);
  }

  this(node: ts.Node): Operand {
    return this.self ?? refuse(node, "`this` is there in methods alone");
  }

  #at<T>(node: ts.Node, action: () => T): T {
    const { builder } = this;
    const { at } = builder;
    builder.at = placeOf(node);
    const made = action();
    builder.at = at;
    return made;
  }
}
