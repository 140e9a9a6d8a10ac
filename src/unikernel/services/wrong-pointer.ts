// A service with a mistake. It samples the meters of a plant, whose registers are in memory; one of
// them is not in the table, and where a thing that is not there would be, is address 0. What comes
// of it is the crash screen.

import "../boot/entry";
import { load32 } from "../metal/memory";
import { plus } from "../metal/word";

interface Meter {
  sample(): number;
}

/** Its registers are from `base` on. */
class MemoryMeter implements Meter {
  readonly #base: bigint;

  constructor(base: bigint) {
    this.#base = base;
  }

  sample(): number {
    return this.#register(COUNT) * 10;
  }

  #register(offset: bigint): number {
    return load32(plus(this.#base, offset));
  }
}

class Constant implements Meter {
  sample(): number {
    return 230;
  }
}

const COUNT = 0x18n;

/** Where each has its registers. */
function baseOf(name: string): bigint {
  switch (name) {
    case "current": return 0xffff_ff80_0900_0000n;
    case "water":   return 0xffff_ff80_0901_0000n;
    default:        return 0n;
  }
}

function meterCalled(name: string): Meter {
  if (name === "voltage") return new Constant();
  return new MemoryMeter(baseOf(name));
}

function forEachMeter(visit: (name: string, meter: Meter) => void): void {
  for (const name of ["voltage", "gas"]) visit(name, meterCalled(name));
}

function printSamples(): void {
  forEachMeter((name, meter) => {
    console.log(`${name}: ${meter.sample()}`);
  });
}

function report(): void {
  console.log("samples");
  printSamples();
}

export function start(): void {
  report();
}
