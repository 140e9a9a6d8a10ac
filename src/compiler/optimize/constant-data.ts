// What the image's constants hold is known when it is built: a load of a constant variable is its
// value, and a load of what never changes in an object that was made at compile time - a field that
// nobody assigns, a string's length, a closure's code - is what the object was left with.

import type { Call, IrFunction, Instruction, Load } from "../ir/function";
import { WIDTHS } from "../ir/operation";
import type { ClassInfo, Datum } from "../ir/program";
import { HEADER } from "../../formats/objects/layout";
import { type Emitter, rewrite, type Verdict } from "./rewriting";

export class ConstantData {
  readonly #data: ReadonlyMap<string, Datum>;
  readonly #classes: readonly ClassInfo[];

  constructor(data: readonly Datum[], classes: readonly ClassInfo[]) {
    this.#data = new Map(data.map((each) => [each.symbol, each]));
    this.#classes = classes;
  }

  /** Puts what is known into the function. */
  use(ir: IrFunction): void {
    rewrite(ir, (instruction, emitter) => this.#judge(instruction, emitter));
  }

  #judge(instruction: Instruction, emitter: Emitter): Verdict {
    if (instruction.op === "load") return this.#loaded(instruction, emitter);
    return instruction.op === "call indirect" ? direct(instruction, emitter) : "keep";
  }

  #loaded(load: Load, emitter: Emitter): Verdict {
    const { base, offset, width, kind } = load;
    const datum = base.op === "symbol" ? this.#data.get(base.symbol) : undefined;
    const { bytes, widen } = WIDTHS[width];
    if (datum === undefined || !this.#isFixed(datum, load) || offset < 0
      || offset + bytes > datum.bytes.length) return "keep";
    const relocation = datum.relocations.find((each) =>
      each.offset < offset + bytes && offset < each.offset + 8);
    if (relocation === undefined) {
      const at = new DataView(datum.bytes.buffer, datum.bytes.byteOffset + offset);
      const word = Array.from({ length: bytes }, (_, i) => BigInt(at.getUint8(i)) << BigInt(8 * i));
      return emitter.constant(widen(word.reduce((sum, each) => sum | each)), kind);
    }
    if (relocation.addend !== 0 || relocation.offset !== offset || bytes !== 8) return "keep";
    const { symbol } = relocation;
    return emitter.emit({ op: "symbol", kind: kind === "ref?" ? "ref" : kind, symbol } as const);
  }

  /** An object's address is a "ref"; a variable's is not, and has no class. */
  #isFixed({ section, bytes }: Datum, { base, offset, invariant }: Load): boolean {
    if (invariant || section === ".rodata") return true;
    if (section !== ".data" || base.kind !== "ref") return false;
    const number = new DataView(bytes.buffer, bytes.byteOffset).getUint32(HEADER.class, true);
    return this.#classes[number]?.fixed?.[offset / 8] === true;
  }
}

/** A call of what is known. */
function direct(
  { code, args, kind }: Extract<Instruction, { op: "call indirect" }>, emitter: Emitter,
): Verdict {
  if (code.op !== "symbol") return "keep";
  return emitter.emit<Omit<Call, "id" | "at">>({ op: "call", kind, symbol: code.symbol, args });
}
