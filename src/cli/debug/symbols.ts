// The names that a program has for its addresses.

import { hex, type VirtAddr } from "../../base/word";

export class Symbols {
  readonly #byName: ReadonlyMap<string, VirtAddr>;
  readonly #end: VirtAddr;
  /** In order of address. */
  readonly #inOrder: readonly (readonly [name: string, address: VirtAddr])[];

  /** `end` is behind the program: an address from there on has no name. */
  constructor(symbols: Iterable<readonly [name: string, address: VirtAddr]>, end: VirtAddr) {
    this.#end = end;
    this.#byName = new Map(symbols);
    this.#inOrder = [...this.#byName].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
  }

  addressOf(name: string): VirtAddr | undefined {
    return this.#byName.get(name);
  }

  /** "<main+0x10>"; undefined before the first symbol, and behind the program. */
  nearest(address: VirtAddr): string | undefined {
    const symbol = this.#inOrder.findLast(([, each]) => each <= address);
    if (symbol === undefined || address >= this.#end) return undefined;
    const distance = address - symbol[1];
    return distance === 0n ? `<${symbol[0]}>` : `<${symbol[0]}+${hex(distance)}>`;
  }
}
