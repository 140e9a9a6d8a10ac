// Our interrupt controllers' answers to a script.

import { DeviceBus } from "../../../../src/machine/devices/bus";
import type { InterruptController } from "../../../../src/machine/devices/gic/controller";
import { GicV2 } from "../../../../src/machine/devices/gic/v2/gic-v2";
import { GicV3 } from "../../../../src/machine/devices/gic/v3/gic-v3";
import type { InterfaceRegister } from "../../../../src/machine/sysregs/interrupt-interface";
import { registerNamed } from "../../../../src/machine/sysregs/registers";
import { type Answer, type Asked, type LineName, type Operation, REFUSED } from "./operation";

export const GIC_BASE = 0x0800_0000;
const INTID = { CNTV: 27, CNTP: 30 } as const;
const SPI = { PL011: 1, PL031: 2 } as const;

export class OurGic {
  #current = 0;
  readonly #gic: InterruptController;
  readonly #v3: GicV3 | undefined;
  readonly #bus: DeviceBus;

  constructor(version: 2 | 3, cpus: number) {
    this.#v3 = version === 3 ? new GicV3({ cpus }) : undefined;
    this.#gic = this.#v3 ?? new GicV2({ cpus, current: () => this.#current });
    this.#bus = new DeviceBus(this.#gic.mappings.map((part) => ({ ...part, base: GIC_BASE + part.base })));
  }

  answer({ cpu, step }: Operation): Answer {
    this.#current = cpu;
    const value = this.#take(cpu, step) ?? REFUSED;
    const { IRQ, FIQ } = this.#gic.pins(cpu);
    return { value, pins: (IRQ ? 1 << 7 : 0) | (FIQ ? 1 << 6 : 0) };
  }

  #take(cpu: number, step: Operation["step"]): bigint | undefined {
    switch (step.kind) {
      case "read": return this.#bus.read(step.address, step.bytes);
      case "write": return this.#bus.write(step.address, step.bytes, step.value) ? 0n : undefined;
      case "line": this.#line(cpu, step.line)(step.isHigh); return 0n;
      case "mrs": return this.#v3?.interruptInterface(cpu).readRegister(step.register as InterfaceRegister);
      case "msr": {
        const { writable } = registerNamed(step.register).masks;
        this.#v3?.interruptInterface(cpu).writeRegister(step.register as InterfaceRegister, step.value & writable);
        return this.#v3 && 0n;
      }
      case "look": return 0n;
    }
  }

  #line(cpu: number, line: LineName): (isHigh: boolean) => void {
    return line === "CNTV" || line === "CNTP" ? this.#gic.privateLine(cpu, INTID[line]) : this.#gic.line(SPI[line]);
  }
}

export function ourAnswers({ version, cpus, script }: Asked): Answer[] {
  const gic = new OurGic(version, cpus);
  return script.map((operation) => gic.answer(operation));
}
