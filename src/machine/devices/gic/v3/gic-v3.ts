// A GICv3, as on QEMU's board with gic-version=3: a distributor, a redistributor for each CPU, and
// CPU interfaces in system registers. CPU n has affinity 0.0.0.n. There are no LPIs.

import { INTID } from "../../../../formats/devices/gic";
import { FRAME, REDISTRIBUTOR } from "../../../../formats/devices/gic-v3";
import type { InterruptInterface } from "../../../sysregs/interrupt-interface";
import type { InterruptLine } from "../../device";
import type { ControllerPart, InterruptController, Pins } from "../controller";
import type { InterruptBank } from "../interrupt-bank";
import type { GicParts } from "../parts";
import type { Candidate } from "../priority";
import { STANDARD_GIC_PARTS } from "../standard-parts";
import { CpuInterface, type InterfaceState } from "./cpu-interface";
import { Distributor, type DistributorState } from "./distributor";
import { Redistributor, type RedistributorState } from "./redistributor";
import { isTarget, sgiIn } from "./sgi";

/** Where the redistributors are: behind room for an ITS, which we have not. */
const REDISTRIBUTORS = 0xa_0000;

export interface GicV3State {
  readonly distributor: DistributorState;
  readonly redistributors: readonly RedistributorState[];
  readonly interfaces: readonly InterfaceState[];
}

export interface GicV3Options {
  readonly cpus: number;
  readonly parts?: GicParts;
}

export class GicV3 implements InterruptController<GicV3State> {
  readonly mappings: readonly ControllerPart[];
  readonly #distributor: Distributor;
  readonly #redistributors: readonly Redistributor[];
  readonly #interfaces: readonly CpuInterface[];

  constructor({ cpus, parts = STANDARD_GIC_PARTS }: GicV3Options) {
    const changed = (): void => { this.#update(); };
    const each = <T>(make: (cpu: number) => T): T[] =>
      Array.from({ length: cpus }, (_, cpu) => make(cpu));
    this.#distributor = new Distributor(parts, changed);
    this.#redistributors = each((cpu) =>
      new Redistributor({ cpu, isLast: cpu === cpus - 1, parts, changed }));
    this.#interfaces = each((cpu) => new CpuInterface({
      parts, changed,
      waiting: () => this.#waitingFor(cpu),
      activate: (intid) => { this.#bankOf(cpu, intid).activate(intid & 31); },
      deactivate: (intid) => { this.#bankOf(cpu, intid).deactivate(intid & 31); },
      send: (value, group) => { this.#send(cpu, value, group); },
    }));
    this.mappings = [
      { name: "gic distributor", base: 0, size: FRAME, device: this.#distributor },
      ...this.#redistributors.map((device, cpu) => ({
        name: "gic redistributor", device,
        base: REDISTRIBUTORS + cpu * REDISTRIBUTOR, size: REDISTRIBUTOR,
      })),
    ];
  }

  line(spi: number): InterruptLine {
    return (isHigh) => { this.#distributor.setLevel(INTID.FIRST_SPI + spi, isHigh); };
  }

  privateLine(cpu: number, intid: number): InterruptLine {
    return (isHigh) => { this.#redistributors[cpu]!.setLevel(intid, isHigh); };
  }

  pins(cpu: number): Pins {
    return this.#interfaces[cpu]!.pins;
  }

  interruptInterface(cpu: number): InterruptInterface {
    return this.#interfaces[cpu]!;
  }

  reset(): void {
    this.#distributor.reset();
    for (const each of [...this.#redistributors, ...this.#interfaces]) each.reset();
    this.#update();
  }

  save(): GicV3State {
    return {
      distributor: this.#distributor.save(),
      redistributors: this.#redistributors.map((each) => each.save()),
      interfaces: this.#interfaces.map((each) => each.save()),
    };
  }

  restore({ distributor, redistributors, interfaces }: GicV3State): void {
    this.#distributor.restore(distributor);
    this.#redistributors.forEach((each, cpu) => { each.restore(redistributors[cpu]!); });
    this.#interfaces.forEach((each, cpu) => { each.restore(interfaces[cpu]!); });
    this.#update();
  }

  #update(): void {
    for (const each of this.#interfaces) each.update();
  }

  #bankOf(cpu: number, intid: number): InterruptBank {
    const isPrivate = intid < INTID.FIRST_SPI;
    return isPrivate ? this.#redistributors[cpu]!.bank : this.#distributor.bank(intid >> 5);
  }

  #waitingFor(cpu: number): readonly Candidate[] {
    const { isAsleep, bank } = this.#redistributors[cpu]!;
    if (isAsleep) return [];
    const candidates: Candidate[] = [];
    bank.addWaiting(candidates, () => true);
    this.#distributor.addWaiting(candidates, cpu);
    return candidates.filter(({ group }) => this.#distributor.isForwarded(group));
  }

  /** An SGI gets to those targets that have it in the group that the register is for. */
  #send(from: number, value: bigint, group: 0 | 1): void {
    const sgi = sgiIn(value);
    this.#redistributors.forEach(({ bank }, cpu) => {
      if (isTarget(sgi, cpu, from) && bank.groupOf(sgi.intid) === group) bank.latch(1 << sgi.intid);
    });
  }
}
