// A GICv3's registers are there if its controller is (Arm ARM, "ID_AA64PFR0_EL1, GIC"); they are asked, not stored.

import { expect } from "chai";
import type { InterfaceRegister, InterruptInterface } from "../../../../src/machine/sysregs/interrupt-interface";
import { programMachine, systemMachine } from "../machine";

/** It notes what it is asked, and answers 42. */
function listener(): InterruptInterface & { readonly heard: string[] } {
  const heard: string[] = [];
  return {
    heard,
    readRegister: (name: InterfaceRegister) => {
      heard.push(name);
      return 42n;
    },
    writeRegister: (name: InterfaceRegister, value: bigint) => { heard.push(`${name} = ${value}`); },
  };
}

const ACCESSES = "mrs x0, ICC_IAR1_EL1\n mov x1, #300\n msr ICC_PMR_EL1, x1\n msr ICC_EOIR1_EL1, x1";

describe("the interrupt controller's registers", () => {
  it("are Undefined without a GICv3, and ID_AA64PFR0_EL1 says 0", () => {
    const { cpu, run } = systemMachine("mrs x0, ID_AA64PFR0_EL1\n mrs x1, ICC_IAR1_EL1");
    expect(run()).to.deep.equal({ kind: "exception", cause: { kind: "undefined", word: 0xd538_cc01 } });
    expect((cpu.state.x[0]! >> 24n) & 15n).to.equal(0n);
  });

  it("ask the one that is there: bits that are RES0 are gone", () => {
    const interruptInterface = listener();
    const { cpu, run } = systemMachine(`${ACCESSES}\n mrs x2, ID_AA64PFR0_EL1`, { interruptInterface });
    expect(run().kind).to.equal("limit");
    expect(cpu.state.x[0]).to.equal(42n);
    expect((cpu.state.x[2]! >> 24n) & 15n).to.equal(1n);
    expect(interruptInterface.heard).to.deep.equal(["ICC_IAR1_EL1", "ICC_PMR_EL1 = 44", "ICC_EOIR1_EL1 = 300"]);
  });

  it("are not EL0's", () => {
    const { run } = programMachine("mrs x1, ICC_IAR1_EL1", { interruptInterface: listener() });
    expect(run()).to.deep.equal({ kind: "exception", cause: { kind: "undefined", word: 0xd538_cc01 } });
  });

  it("cannot be read if they are WO, nor written if they are RO", () => {
    for (const program of ["mrs x1, S3_0_C12_C12_1", "msr S3_0_C12_C12_0, x1"]) {
      expect(systemMachine(program, { interruptInterface: listener() }).run().kind).to.equal("exception");
    }
  });
});
