// Loads and stores: as much of the address as the instruction takes. See addresses.ts for how much
// that is.

import type { Instruction, Value } from "../ir/function";
import { WIDTHS } from "../ir/operation";
import { type Access, ADDRESSES, LOADS, STORES } from "./addresses";
import { type Register, row, ZERO } from "./machine";
import { lowerHalf, match, nodeOf } from "./pattern";
import type { Writer } from "./writer";

export class MemoryAccess {
  readonly #to: Writer;
  readonly #isNear: boolean;

  constructor(to: Writer, isNear: boolean) {
    this.#to = to;
    this.#isNear = isNear;
  }

  load(instruction: Extract<Instruction, { op: "load" }>): void {
    const { width, base, offset } = instruction;
    const variable = this.#to.names.originalOf(base);
    if (this.#isNear && variable.op === "symbol" && width === "u64" && offset === 0) {
      const to = this.#to.registerOf(instruction);
      return this.#to.emit({ op: "load near", symbol: variable.symbol, to });
    }
    const access = LOADS[width];
    this.#access(access, base, offset, this.#to.registerOf(instruction));
  }

  store(instruction: Extract<Instruction, { op: "store" }>): void {
    const { width, base, offset, value } = instruction;
    const isHalf = WIDTHS[width].bytes < 8;
    const Rt = this.#to.register(isHalf ? lowerHalf(value) : value);
    this.#access(STORES[width], base, offset, Rt);
  }

  #access(access: Access, base: Value, offset: number, Rt: Register): void {
    if (this.#within(access, base, offset, Rt)) return;
    const direct = access.direct(offset);
    if (direct === undefined) return this.#far(access, base, offset, Rt);
    const fields = { ...direct.fields, Rn: this.#base(base), Rt };
    this.#to.emit({ op: "row", row: direct.row, fields });
  }

  /** Takes in a part of what computes the address, if there is a rule. */
  #within(access: Access, base: Value, offset: number, Rt: Register): boolean {
    const { names, uses, block } = this.#to;
    const original = names.originalOf(base);
    const node = nodeOf(original);
    if (node === undefined) return false;
    const isOurs = uses.isInner(original, block) || uses.isAddress(original, block);
    const options = {
      width: 64,
      isInner: (value: Value) => uses.isInner(value, block),
      original: (value: Value) => names.originalOf(value),
    } as const;
    for (const { rule, offsetOf } of ADDRESSES) {
      const leaves = match(rule.pattern, node, options);
      if (leaves === undefined || !rule.holds({ ...leaves, access, at: offset }, 64)) continue;
      const more = offsetOf(leaves);
      if (more !== undefined) {
        // An offset costs nothing, whoever else wants the sum.
        if (!isOurs && access.direct(offset + more) === undefined) continue;
        this.#access(access, leaves["a"] as Value, offset + more, Rt);
        return true;
      }
      if (!isOurs) continue;
      this.#to.emit(rule.make({ ...this.#to.inRegisters(leaves), access, Rd: Rt }));
      return true;
    }
    return false;
  }

  /** An offset that no instruction reaches is added first. */
  #far(access: Access, base: Value, offset: number, Rt: Register): void {
    const Rd = this.#to.newRegister();
    const Rm = this.#to.constant(BigInt.asUintN(64, BigInt(offset)));
    const Rn = this.#to.register(base);
    const { row: name, fields } = access.direct(0)!;
    this.#to.emit(
      row("ADD (shifted register)", { sf: 1, shift: 0, Rm, imm6: 0, Rn, Rd }),
      { op: "row", row: name, fields: { ...fields, Rn: Rd, Rt } });
  }

  /** The register of an address: 31 would be SP. */
  #base(value: Value): Register {
    const register = this.#to.register(value);
    return register === ZERO ? this.#to.made({ op: "constant", value: 0n }) : register;
  }
}
