// A WebAssembly module, put together from its parts (WebAssembly Core Specification, "Binary
// Format: Modules"): sections in the order of their numbers, each with its size before it.

import { Code } from "./code";

/** Types of values, as the binary format has them. */
export const TYPE = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const;

export type ValueType = keyof typeof TYPE;

export interface FunctionType {
  readonly params: readonly ValueType[];
  readonly results: readonly ValueType[];
}

/** Imports come from one module, whose name is "m". */
export type Import =
  | { readonly name: string; readonly kind: "function"; readonly type: number }
  | { readonly name: string; readonly kind: "memory" }
  | { readonly name: string; readonly kind: "table" };

export interface Module {
  readonly types: readonly FunctionType[];
  readonly imports: readonly Import[];
  readonly functions: readonly { readonly type: number; readonly body: Uint8Array }[];
  /** Functions, numbered behind the imported ones. */
  readonly exports: readonly { readonly name: string; readonly index: number }[];
}

const SECTION = { type: 1, import: 2, function: 3, export: 7, code: 10 } as const;
const FUNCTION_TYPE = 0x60;
const FUNCREF = 0x70;
const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]; // "\0asm", version 1.

/** `exports` is CommonJS's own name, by which a bundle has TYPE: here it is called otherwise. */
export function encodeModule({ types, imports, functions, exports: named }: Module): Uint8Array {
  const module = new Code();
  for (const byte of HEADER) module.byte(byte);
  section(module, SECTION.type, types, (code, { params, results }) => {
    code.byte(FUNCTION_TYPE);
    for (const list of [params, results]) {
      code.unsigned(list.length);
      for (const type of list) code.byte(TYPE[type]);
    }
  });
  section(module, SECTION.import, imports, putImport);
  section(module, SECTION.function, functions, (code, { type }) => { code.unsigned(type); });
  section(module, SECTION.export, named, (code, { name, index }) => {
    putName(code, name);
    code.byte(0);
    code.unsigned(index);
  });
  section(module, SECTION.code, functions, (code, { body }) => {
    code.unsigned(body.length);
    code.append(body);
  });
  return module.bytes.slice();
}

/** Locals, the code, and its end: what is in a code section. */
export function functionBody(locals: readonly ValueType[], code: Uint8Array): Uint8Array {
  const body = new Code();
  const groups: [count: number, type: ValueType][] = [];
  for (const type of locals) {
    const last = groups.at(-1);
    if (last?.[1] === type) last[0]++;
    else groups.push([1, type]);
  }
  body.unsigned(groups.length);
  for (const [count, type] of groups) {
    body.unsigned(count);
    body.byte(TYPE[type]);
  }
  body.append(code);
  body.op("end");
  return body.bytes.slice();
}

function section<T>(
  module: Code, id: number, items: readonly T[], put: (code: Code, item: T) => void,
): void {
  if (items.length === 0) return;
  const content = new Code();
  content.unsigned(items.length);
  for (const item of items) put(content, item);
  module.byte(id);
  module.unsigned(content.length);
  module.append(content.bytes);
}

function putImport(code: Code, item: Import): void {
  putName(code, "m");
  putName(code, item.name);
  switch (item.kind) {
    case "function":
      code.byte(0);
      code.unsigned(item.type);
      return;
    case "table": // Of functions, with no upper limit.
      code.byte(1);
      code.byte(FUNCREF);
      code.byte(0);
      code.unsigned(0);
      return;
    case "memory":
      code.byte(2);
      code.byte(0);
      code.unsigned(0);
  }
}

/** ASCII alone. */
function putName(code: Code, name: string): void {
  code.unsigned(name.length);
  for (let i = 0; i < name.length; i++) code.byte(name.charCodeAt(i));
}
