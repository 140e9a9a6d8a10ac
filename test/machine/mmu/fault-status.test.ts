// Arm ARM, "ISS encoding for an exception from a Data Abort": DFSC.

import { expect } from "chai";
import type { Fault } from "../../../src/machine/cpu/exception";
import { faultStatus } from "../../../src/machine/mmu/fault-status";

describe("Fault status", () => {
  const cases: readonly (readonly [Fault, number])[] = [
    [{ kind: "address size", level: 0 }, 0b000000],
    [{ kind: "address size", level: 3 }, 0b000011],
    [{ kind: "translation", level: 0 }, 0b000100],
    [{ kind: "translation", level: 3 }, 0b000111],
    [{ kind: "access flag", level: 1 }, 0b001001],
    [{ kind: "permission", level: 3 }, 0b001111],
    [{ kind: "external" }, 0b010000],
    [{ kind: "external", level: 0 }, 0b010100],
    [{ kind: "external", level: 2 }, 0b010110],
    [{ kind: "alignment" }, 0b100001],
  ];
  for (const [fault, status] of cases) {
    it(`${status.toString(2).padStart(6, "0")} is ${JSON.stringify(fault)}`, () => {
      expect(faultStatus(fault)).to.equal(status);
    });
  }
});
