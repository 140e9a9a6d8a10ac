// Who uses a value, and where it is computed: whether it may become a part of its user's
// instruction.

import type { Block, Instruction, IrFunction, Terminator, Value } from "../ir/function";
import { operandsOf, operandsOfTerminator } from "../ir/operands";

/** An instruction, or a block's end. */
type User = Instruction | (Terminator & { readonly value?: unknown });

export class Uses {
  readonly #users = new Map<Value, User[]>();
  readonly #homes = new Map<Value, Block>();

  constructor(ir: IrFunction) {
    for (const block of ir.blocks) {
      const { parameters, instructions, terminator } = block;
      for (const value of [...parameters, ...instructions]) this.#homes.set(value, block);
      for (const each of instructions) for (const value of operandsOf(each)) this.#add(value, each);
      if (terminator === undefined) continue;
      for (const value of operandsOfTerminator(terminator)) this.#add(value, terminator);
    }
  }

  isUsed(value: Value): boolean {
    return this.#users.has(value);
  }

  homeOf(value: Value): Block | undefined {
    return this.#homes.get(value);
  }

  /** Whether `value` has one user, and is computed in the block in which that is. */
  isInner(value: Value, block: Block | undefined): boolean {
    return this.#users.get(value)?.length === 1 && this.#homes.get(value) === block;
  }

  /** Whether all that is done with `value`, in its block, is to load from there or store to it. */
  isAddress(value: Value, block: Block | undefined): boolean {
    const users = this.#users.get(value) ?? [];
    return this.#homes.get(value) === block && users.every((user) =>
      (user.op === "load" || (user.op === "store" && user.value !== value))
      && this.#homes.get(user) === block);
  }

  #add(value: Value, user: User): void {
    const known = this.#users.get(value);
    if (known === undefined) this.#users.set(value, [user]);
    else known.push(user);
  }
}
