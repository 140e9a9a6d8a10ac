// Our device, with RAM, a step at a time.

import { VirtioMmio } from "../../../../src/machine/devices/virtio/mmio";
import { RAM, TestRam } from "../../../machine/devices/virtio/driver";
import { hexBytes, masked, type Step } from "./step";
import type { Plugged, Subject } from "./subjects";

export class OurDevice {
  readonly device: VirtioMmio;
  readonly ram = new TestRam();
  readonly #plugged: Plugged;

  constructor(subject: Subject) {
    this.#plugged = subject.plug();
    this.device = new VirtioMmio({ card: this.#plugged.card, memory: this.ram, line: () => undefined });
  }

  /** The answer, or "". */
  act(step: Step): string {
    switch (step.do) {
      case "read": return masked(this.device.read(step.at, step.bytes), step).toString(16);
      case "load": return hexBytes(this.ram.content.subarray(step.address - RAM, step.address - RAM + step.length));
      case "out": return this.#plugged.takeSent();
      case "write": this.device.write(step.at, step.bytes, BigInt(step.value)); break;
      case "store": this.ram.content.set(step.bytes, step.address - RAM); break;
      case "in": this.#plugged.receive(step.bytes); break;
      case "await": break; // It is so already.
    }
    return "";
  }
}
