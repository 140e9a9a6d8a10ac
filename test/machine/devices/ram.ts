import { RAM_OFFSET } from "../../../src/machine/cpu/layout";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import { GuestRam } from "../../../src/machine/devices/guest-ram";

export const RAM_BASE = 0x4000_0000;
const WASM_PAGE = 0x1_0000;

/** `size` bytes of RAM at RAM_BASE. */
export function ramOf(size: number): GuestRam {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((RAM_OFFSET + size) / WASM_PAGE) });
  return new GuestRam(new PhysicalMemory(memory, RAM_BASE, size));
}
