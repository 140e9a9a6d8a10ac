// The MMU works a status code out from a fault; the table lists the codes. They are one list.

import { expect } from "chai";
import { FAULT_STATUSES, NO_LEVEL } from "../../../src/formats/syndromes/fault-status";
import type { Fault } from "../../../src/machine/cpu/exception";
import { faultStatus } from "../../../src/machine/mmu/fault-status";

/** What happens to an access, as the CPU has it; undefined: no access ends so. */
function faultOf(kind: string, level: number): Fault | undefined {
  switch (kind) {
    case "alignment": return { kind };
    case "external": return level === NO_LEVEL ? { kind } : { kind, level };
    case "translation": case "address size": case "access flag": case "permission": return { kind, level };
    default: return undefined;
  }
}

describe("Status codes of the MMU and of the table", () => {
  for (const [code, kind, level, meaning] of FAULT_STATUSES) {
    const fault = faultOf(kind, level);
    if (fault === undefined) continue;
    it(`agree about: ${meaning}`, () => expect(faultStatus(fault)).to.equal(code));
  }
});
