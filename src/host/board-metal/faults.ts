// How kernel code on a board under Node ends, where the machine would go on elsewhere. (Where it is
// switched off: PowerOff, of ../metal.)

/** An instruction could not be completed: what the registers say of it. */
export class HardwareFault extends Error {
  readonly esr: bigint;
  readonly far: bigint;

  constructor(instruction: string, esr: bigint, far: bigint) {
    super(`${instruction}: ESR_EL1 ${esr.toString(16)}, FAR_EL1 ${far.toString(16)}`);
    this.esr = esr;
    this.far = far;
  }
}

/** The firmware was asked to start the machine anew. */
export class MachineReset extends Error {}
