// The declarations that the compiler's checker reads in place of TypeScript's lib.d.ts, made from
// the library's rows. What a program uses that is not declared here is an error of type before it
// is anything else.

import { LIBRARY, NAMESPACES } from "./library";
import type { LibraryType, MemberRow } from "./library/member";

/** The name under which the checker knows the text. */
export const LIB_FILE = "kernel.d.ts";

/** What the checker itself asks of a library, and types that stand for no value of their own. */
const PRELUDE = `
interface Object {}
interface Function {}
interface CallableFunction extends Function {}
interface NewableFunction extends Function {}
interface IArguments {}
interface RegExp {}
interface Symbol {}
interface SymbolConstructor { readonly iterator: unique symbol }
declare const Symbol: SymbolConstructor;
interface TemplateStringsArray extends ReadonlyArray<string> { readonly raw: readonly string[] }
interface ArrayLike<T> { readonly length: number; readonly [n: number]: T }

interface IteratorYieldResult<T> { done?: false; value: T }
interface IteratorReturnResult<R> { done: true; value: R }
type IteratorResult<T, R = any> = IteratorYieldResult<T> | IteratorReturnResult<R>;
interface Iterator<T, R = any, N = any> { next(...[value]: [] | [N]): IteratorResult<T, R> }
interface Iterable<T, R = any, N = any> { [Symbol.iterator](): Iterator<T, R, N> }
interface IterableIterator<T, R = any, N =
  any> extends Iterator<T, R, N> { [Symbol.iterator](): IterableIterator<T, R, N> }
interface IteratorObject<T, R = unknown, N =
  unknown> extends Iterator<T, R, N> { [Symbol.iterator](): IteratorObject<T, R, N> }
type BuiltinIteratorReturn = intrinsic;
interface ArrayIterator<T> extends IteratorObject<T, BuiltinIteratorReturn,
  unknown> { [Symbol.iterator](): ArrayIterator<T> }
interface MapIterator<T> extends IteratorObject<T, BuiltinIteratorReturn,
  unknown> { [Symbol.iterator](): MapIterator<T> }
interface SetIterator<T> extends IteratorObject<T, BuiltinIteratorReturn,
  unknown> { [Symbol.iterator](): SetIterator<T> }

type PropertyKey = string | number | symbol;
type Partial<T> = { [P in keyof T]?: T[P] };
type Required<T> = { [P in keyof T]-?: T[P] };
type Readonly<T> = { readonly [P in keyof T]: T[P] };
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type Record<K extends keyof any, T> = { [P in K]: T };
type Exclude<T, U> = T extends U ? never : T;
type Extract<T, U> = T extends U ? T : never;
type Omit<T, K extends keyof any> = Pick<T, Exclude<keyof T, K>>;
type NonNullable<T> = T & {};
type Parameters<T extends (...args: any) => any> = T extends (...args: infer P) => any ? P : never;
type ReturnType<T extends (...args: any) => any> = T extends (...args: any) => infer R ? R : any;
type InstanceType<T extends abstract new (...args: any) =>
  any> = T extends abstract new (...args: any) => infer R ? R : any;
`;

/** What instances have besides their rows, so that a[i], for...of and spread type-check. */
const INDEXED: Readonly<Record<string, string>> = {
  String: "readonly [index: number]: string;",
  Array: "[n: number]: T; [Symbol.iterator](): ArrayIterator<T>;",
  ReadonlyArray: "readonly [n: number]: T; [Symbol.iterator](): ArrayIterator<T>;",
  Map: "[Symbol.iterator](): MapIterator<[K, V]>;",
  ReadonlyMap: "[Symbol.iterator](): MapIterator<[K, V]>;",
  Set: "[Symbol.iterator](): SetIterator<T>;",
  ReadonlySet: "[Symbol.iterator](): SetIterator<T>;",
};

function indexed({ name }: LibraryType): string {
  const own = INDEXED[name];
  if (own !== undefined || !name.endsWith("Array")) return own ?? "";
  const element = name.startsWith("Big") ? "bigint" : "number";
  return `[index: number]: ${element}; [Symbol.iterator](): ArrayIterator<${element}>;`;
}

/** A property's signature has its own name in it, since `readonly` stands before the name. */
function declarationOf([name, signature, , , doc]: MemberRow): string {
  const isMethod = signature.startsWith("(") || signature.startsWith("<");
  const declared = !isMethod ? signature : name === "call" ? signature : `${name}${signature}`;
  return `  /** ${doc} */\n  ${declared};\n`;
}

function declareType(type: LibraryType): string {
  const { name, parameters, instance, statics } = type;
  const ofName = statics.map(declarationOf).join("");
  if (NAMESPACES.includes(name)) return `declare const ${name}: {\n${ofName}};\n`;
  const ofInstances =
    `interface ${name}${parameters} {\n  ${indexed(type)}\n${instance.map(declarationOf).join("")}}
`;
  if (statics.length === 0) return ofInstances;
  const any = parameters.replace(/\w+/g, "any");
  return `${ofInstances}interface ${name}Constructor {
  readonly prototype: ${name}${any};
${ofName}}
declare const ${name}: ${name}Constructor;
`;
}

export function libText(): string {
  return PRELUDE + LIBRARY.map(declareType).join("");
}
