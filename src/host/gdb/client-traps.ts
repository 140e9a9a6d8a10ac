// What the client has set, and by which packet. Setting a thing twice is setting it once ("Debugging with GDB",
// Packets, on Z).

import type { VirtAddr } from "../../base/word";
import type { Debugger } from "../../machine/cpu/stepping/debugger";
import type { Watch } from "../../machine/cpu/stepping/traps";

/** Z packets, by their type: a breakpoint in memory or in a register, a watch for writes, reads or both. */
const WATCH_TYPES: Readonly<Record<number, (Watch & { readonly kind: "memory" })["on"]>> = { 2: "write", 3: "read", 4: "access" };

export class ClientTraps {
  readonly #breakpoints = new Map<VirtAddr, Set<number>>();
  readonly #watches = new Map<string, Watch>();

  /** False: there is no such type. */
  add({ traps }: Debugger, type: number, address: VirtAddr, length: number): boolean {
    const on = WATCH_TYPES[type];
    if (type > 4) return false;
    if (on === undefined) {
      const types = this.#breakpoints.get(address) ?? new Set();
      this.#breakpoints.set(address, types.add(type));
      traps.addBreakpoint(address);
    } else if (!this.#watches.has(keyOf(type, address, length))) {
      const watch: Watch = { kind: "memory", address, length, on };
      this.#watches.set(keyOf(type, address, length), watch);
      traps.addWatch(watch);
    }
    return true;
  }

  /** False: there is no such type. */
  remove({ traps }: Debugger, type: number, address: VirtAddr, length: number): boolean {
    if (type > 4) return false;
    const types = this.#breakpoints.get(address);
    if (types?.delete(type) && types.size === 0) {
      this.#breakpoints.delete(address);
      traps.removeBreakpoint(address);
    }
    const key = keyOf(type, address, length);
    const watch = this.#watches.get(key);
    if (watch !== undefined && this.#watches.delete(key)) traps.removeWatch(watch);
    return true;
  }

  removeAll({ traps }: Debugger): void {
    for (const address of this.#breakpoints.keys()) traps.removeBreakpoint(address);
    for (const watch of this.#watches.values()) traps.removeWatch(watch);
    this.#breakpoints.clear();
    this.#watches.clear();
  }

  breakpointAt(address: VirtAddr): "swbreak" | "hwbreak" | undefined {
    const types = this.#breakpoints.get(address);
    return types && (types.has(0) ? "swbreak" : "hwbreak");
  }
}

const keyOf = (type: number, address: VirtAddr, length: number): string => `${type},${address},${length}`;
