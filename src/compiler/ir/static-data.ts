// Module initializers run at compile time. What they leave behind - the variables, and every object
// that can be reached from them - becomes data of the image: nothing is left to run at start. The
// quick interpreter runs them; what it gives up is run again by the slow one, which can tell why.
//
// 1. The class table says which words of an object are references; those become relocations. The
//    rest is copied, but for addresses of functions, which no number can be (address-map.ts).

import { bug } from "../../base/bug";
import { UserFault } from "../../base/fault";
import { ARRAY, BODY, HEADER, IMAGE_GRANULE, VIEW } from "../../formats/objects/layout";
import type { AddressMap } from "./address-map";
import { Interpreter } from "./interpret";
import type { ClassInfo, DataRelocation, Datum, Global, Program } from "./program";
import { GaveUp } from "./quick/code";
import { QuickInterpreter } from "./quick/quick-interpreter";
import { OutOfFuel, Thrown, Trapped, type World } from "./world";

/** All data of the program: what it came with, its variables, and the objects they reach. */
export function staticData(program: Program, world: World): Datum[] {
  return new StaticData(program, runQuickly(program, world) ?? runSlowly(program, world)).collect();
}

/** Where everything is, when all initializers have run; nothing, if one of them is too much. */
function runQuickly(program: Program, world: World): AddressMap | undefined {
  const interpreter = new QuickInterpreter(program, world);
  try {
    for (const symbol of program.initializers) interpreter.call(symbol);
    return interpreter.addresses;
  } catch (error) {
    if (error instanceof GaveUp) return undefined;
    throw error;
  }
}

function runSlowly(program: Program, world: World): AddressMap {
  const interpreter = new Interpreter(program, world);
  for (const symbol of program.initializers) runInitializer(interpreter, symbol);
  return interpreter.addresses;
}

/** Whatever goes wrong in it is the program's fault. */
function runInitializer(interpreter: Interpreter, symbol: string): void {
  try {
    interpreter.call(symbol);
  } catch (error) {
    const isTheirs = error instanceof Trapped || error instanceof Thrown;
    if (!isTheirs && !(error instanceof OutOfFuel)) throw error;
    const { file, line, column } = error.trace.at(-1)!.at;
    const what = error instanceof Thrown ? "it throws" : error.message;
    throw new UserFault(`${file}:${line}:${column}: computed at compile time: ${what}`);
  }
}

type ObjectWords = { readonly bytes: number; readonly references: readonly number[] };

class StaticData {
  readonly #program: Program;
  readonly #addresses: AddressMap;
  /** Symbols of the objects that have been found, by address. */
  readonly #found = new Map<bigint, string>();
  readonly #data: Datum[] = [];
  readonly #waiting: { readonly symbol: string; readonly address: bigint }[] = [];
  /** The variable whose objects are being named, and how many it has. */
  #owner = "";
  #count = 0;

  constructor(program: Program, addresses: AddressMap) {
    this.#program = program;
    this.#addresses = addresses;
  }

  collect(): Datum[] {
    for (const datum of this.#program.data) this.#data.push(this.#again(datum));
    for (const global of this.#program.globals) {
      this.#owner = global.symbol;
      this.#count = 0;
      this.#data.push(this.#variable(global));
      for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) {
        this.#data.push(this.#object(next.symbol, next.address));
      }
    }
    return this.#data;
  }

  /** A datum as it came, or as an initializer has left it. */
  #again(datum: Datum): Datum {
    if (datum.section === ".rodata") return datum;
    const address = this.#addresses.addressOf(datum.symbol);
    const bytes = this.#addresses.memory.readBytes(Number(address), datum.bytes.length);
    const holes = new Set(datum.relocations.map(({ offset }) => offset));
    const same = bytes.every((each, i) => holes.has(i - (i % 8)) || each === datum.bytes[i]);
    return same ? datum : this.#object(datum.symbol, address);
  }

  #variable({ symbol, isReference, isConstant }: Global): Datum {
    const address = Number(this.#addresses.addressOf(symbol));
    const relocations: DataRelocation[] = [];
    const bytes = this.#copy(address, 8, isReference ? [0] : [], relocations);
    const isZero = relocations.length === 0 && bytes.every((byte) => byte === 0);
    const section = isConstant ? ".rodata" : isZero ? ".bss" : ".data";
    return { symbol, section, alignment: 8, bytes, relocations };
  }

  #object(symbol: string, address: bigint): Datum {
    const at = Number(address);
    const { memory } = this.#addresses;
    const info = this.#classAt(at);
    const length = Number(memory.load("u32", at + HEADER.length));
    const words = extentOf(info, length);
    const relocations: DataRelocation[] = [];
    const bytes = this.#copy(at, words.bytes, words.references, relocations);
    if (info.shape === "view") {
      const storage = memory.load("u64", at + VIEW.storage);
      const data = memory.load("u64", at + VIEW.data);
      bytes.fill(0, VIEW.data, VIEW.data + 8);
      relocations.push({
        offset: VIEW.data, symbol: this.#symbolOf(storage), addend: Number(data - storage),
      });
    }
    const section = info.shape === "string" ? ".rodata" : ".data";
    return { symbol, section, alignment: IMAGE_GRANULE, bytes, relocations };
  }

  #classAt(address: number): ClassInfo {
    const number = Number(this.#addresses.memory.load("u32", address + HEADER.class));
    return this.#program.classes[number] ?? bug(`there is no class ${number}`);
  }

  /** The bytes there; in a reference's place zeros, and a relocation. */
  #copy(
    address: number, bytes: number, references: readonly number[], relocations: DataRelocation[],
  ): Uint8Array {
    const addresses = this.#addresses;
    const { memory } = addresses;
    const copy = memory.readBytes(address, bytes);
    const relocate = (offset: number, symbol: string): void => {
      copy.fill(0, offset, offset + 8);
      relocations.push({ offset, symbol, addend: 0 });
    };
    const isReference = new Set(references);
    for (let offset = 0; offset + 8 <= bytes; offset += 8) {
      const word = memory.load("u64", address + offset);
      if (addresses.isFunction(word)) relocate(offset, addresses.symbolAt(word)!);
      else if (isReference.has(offset) && word !== 0n) relocate(offset, this.#symbolOf(word));
    }
    return copy;
  }

  #symbolOf(address: bigint): string {
    const known = this.#addresses.symbolAt(address) ?? this.#found.get(address);
    if (known !== undefined) return known;
    const symbol = `${this.#owner}.${++this.#count}`;
    this.#found.set(address, symbol);
    this.#waiting.push({ symbol, address });
    return symbol;
  }
}

/** How many bytes an object has, and at which of them references are. */
function extentOf({ shape, size, references }: ClassInfo, length: number): ObjectWords {
  const rounded = (bytes: number): number => Math.ceil(bytes / 8) * 8;
  switch (shape) {
    case "instance": {
      const offsets = references.flatMap((isReference, i) => (isReference ? [8 * i] : []));
      return { bytes: size, references: offsets };
    }
    case "string": case "bytes": return { bytes: rounded(BODY + length), references: [] };
    case "words": return { bytes: BODY + 8 * length, references: [] };
    case "references":
      return {
        bytes: BODY + 8 * length,
        references: Array.from({ length }, (_, i) => BODY + 8 * i),
      };
    case "array": return { bytes: ARRAY.bytes, references: [ARRAY.block] };
    case "view": return { bytes: VIEW.bytes, references: [VIEW.storage] };
  }
}
