/** Simulated memory that somebody watches: every load and store is told, behind it. Who watches may load as well. */
import { SimulatedMetal } from "../../../host/metal/simulated-metal";

export interface Access {
  readonly isStore: boolean;
  readonly address: bigint;
  readonly bytes: 1 | 2 | 4 | 8;
  /** Loaded, or stored. */
  readonly value: bigint;
  /** Of a store, what was there. */
  readonly before: bigint;
}

export class WatchedMetal extends SimulatedMetal {
  #watcher: ((access: Access) => void) | undefined;
  #isTelling = false;

  watch(watcher: ((access: Access) => void) | undefined): void {
    this.#watcher = watcher;
  }

  override load(address: bigint, bytes: 1 | 2 | 4 | 8): bigint {
    const value = super.load(address, bytes);
    this.#tell({ isStore: false, address, bytes, value, before: value });
    return value;
  }

  override store(address: bigint, bytes: 1 | 2 | 4 | 8, value: bigint): void {
    const before = super.load(address, bytes);
    super.store(address, bytes, value);
    this.#tell({ isStore: true, address, bytes, value, before });
  }

  #tell(access: Access): void {
    if (this.#watcher === undefined || this.#isTelling) return;
    this.#isTelling = true;
    this.#watcher(access);
    this.#isTelling = false;
  }
}
