// Kernel memory under Node: RAM as the upper half shows it, and no processor that would remember a
// translation.

import { PowerOff, SimulatedMetal } from "../../../src/host/metal/simulated-metal";
import { hostMetal } from "../../../src/unikernel/metal/hosted";
import { virtualOf } from "../../../src/unikernel/memory/layout";
import { addMemory, forgetMemory } from "../../../src/unikernel/memory/memory-map";
import { allowExplanation } from "../../../src/unikernel/runtime/panic";

export const RAM = 0x4000_0000;
export const PAGE = 4096;

/** From now on kernel code runs on so much RAM, of which the map of memory knows nothing more. */
export function simulateRam(bytes: number): SimulatedMetal {
  const metal = new SimulatedMetal(virtualOf(RAM), bytes, PAGE);
  hostMetal(metal);
  allowExplanation(0n, 0n);
  forgetMemory();
  addMemory(RAM, RAM + bytes);
  return metal;
}

/** What the kernel says of itself before it switches off. */
export function lastWords(metal: SimulatedMetal, run: () => void): string {
  metal.output = "";
  try {
    run();
  } catch (fault) {
    if (fault instanceof PowerOff) return metal.output;
    throw fault;
  }
  return "it goes on";
}
