// A GICv2, as on QEMU's board: a distributor that all CPUs share, and a CPU interface for each, at
// one address. Each that reads it finds its own.

import { INTID } from "../../../../formats/devices/gic";
import type { Device, InterruptLine } from "../../device";
import type { ControllerOptions, ControllerPart, InterruptController, Pins } from "../controller";
import type { GicParts } from "../parts";
import { STANDARD_GIC_PARTS } from "../standard-parts";
import { CpuInterface, type CpuInterfaceState } from "./cpu-interface";
import { Distributor, type DistributorState } from "./distributor";

export interface GicV2State {
  readonly distributor: DistributorState;
  readonly interfaces: readonly CpuInterfaceState[];
}

export interface GicV2Options extends ControllerOptions {
  readonly parts?: GicParts;
}

export class GicV2 implements InterruptController<GicV2State> {
  readonly mappings: readonly ControllerPart[];
  readonly #distributor: Distributor;
  readonly #interfaces: readonly CpuInterface[];

  constructor({ cpus, current, parts = STANDARD_GIC_PARTS }: GicV2Options) {
    const changed = (): void => { this.#update(); };
    const distributor = new Distributor({ cpus, current, parts, changed });
    this.#distributor = distributor;
    this.#interfaces = Array.from({ length: cpus }, (_, cpu) =>
      new CpuInterface({ cpu, distributor, parts, changed }));
    const own: Device = {
      read: (offset, bytes) => this.#interfaces[current()]!.read(offset, bytes),
      write: (offset, bytes, value) => this.#interfaces[current()]!.write(offset, bytes, value),
    };
    this.mappings = [
      { name: "gic distributor", base: 0, size: 0x1000, device: distributor },
      { name: "gic cpu interface", base: 0x1_0000, size: 0x2000, device: own },
    ];
  }

  line(spi: number): InterruptLine {
    return (isHigh) => { this.#distributor.setLevel(INTID.FIRST_SPI + spi, isHigh); };
  }

  privateLine(cpu: number, intid: number): InterruptLine {
    return (isHigh) => { this.#distributor.setLevel(intid, isHigh, cpu); };
  }

  pins(cpu: number): Pins {
    return this.#interfaces[cpu]!.pins;
  }

  interruptInterface(): undefined {
    return undefined;
  }

  reset(): void {
    this.#distributor.reset();
    for (const each of this.#interfaces) each.reset();
    this.#update();
  }

  save(): GicV2State {
    return {
      distributor: this.#distributor.save(),
      interfaces: this.#interfaces.map((each) => each.save()),
    };
  }

  restore({ distributor, interfaces }: GicV2State): void {
    this.#distributor.restore(distributor);
    this.#interfaces.forEach((each, cpu) => { each.restore(interfaces[cpu]!); });
    this.#update();
  }

  #update(): void {
    for (const each of this.#interfaces) each.update();
  }
}
