// Arm ARM, "Data access permissions for stage 1 translations", "Instruction execution permissions
// for stage 1 translations", "Hierarchical control of data access permissions", "PSTATE.PAN".

import { expect } from "chai";
import { bothLimits, limited, NO_LIMITS, permits, type Rights, rightsOf } from "../../../src/machine/mmu/permissions";

const text = ({ read, write, fetch }: Rights): string => `${read ? "r" : "-"}${write ? "w" : "-"}${fetch ? "x" : "-"}`;

describe("Permissions", () => {
  const cases = [
    // AP    UXN    PXN    WXN    EL1    EL1, PAN  EL0
    [0b00,   false, false, false, "rwx", "rwx",    "--x"],
    [0b01,   false, false, false, "rw-", "---",    "rwx"],
    [0b10,   false, false, false, "r-x", "r-x",    "--x"],
    [0b11,   false, false, false, "r-x", "--x",    "r-x"],
    [0b00,   true,  false, false, "rwx", "rwx",    "---"],
    [0b01,   true,  false, false, "rw-", "---",    "rw-"],
    [0b11,   true,  false, false, "r-x", "--x",    "r--"],
    [0b00,   false, true,  false, "rw-", "rw-",    "--x"],
    [0b10,   false, true,  false, "r--", "r--",    "--x"],
    [0b11,   false, true,  false, "r--", "---",    "r-x"],
    [0b00,   false, false, true,  "rw-", "rw-",    "--x"],
    [0b01,   false, false, true,  "rw-", "---",    "rw-"],
    [0b10,   false, false, true,  "r-x", "r-x",    "--x"],
    [0b11,   false, false, true,  "r-x", "--x",    "r-x"],
    [0b11,   true,  true,  true,  "r--", "---",    "r--"],
  ] as const;
  for (const [AP, UXN, PXN, WXN, el1, pan, el0] of cases) {
    const set = [UXN ? "UXN" : "", PXN ? "PXN" : "", WXN ? "WXN" : ""].filter((name) => name !== "");
    it(`AP ${AP.toString(2).padStart(2, "0")} ${set.join(" ")}: EL1 ${el1}, with PAN ${pan}; EL0 ${el0}`, () => {
      const leaf = { AP, UXN, PXN };
      expect(text(rightsOf(leaf, { unprivileged: false, PAN: false, WXN }))).to.equal(el1);
      expect(text(rightsOf(leaf, { unprivileged: false, PAN: true, WXN }))).to.equal(pan);
      expect(text(rightsOf(leaf, { unprivileged: true, PAN: false, WXN }))).to.equal(el0);
      expect(text(rightsOf(leaf, { unprivileged: true, PAN: true, WXN }))).to.equal(el0);
    });
  }

  describe("of tables take away", () => {
    const tables = [
      // APTable  leaf's AP  what is left
      [0b00,      0b01,      0b01],
      [0b01,      0b00,      0b00],
      [0b01,      0b01,      0b00],
      [0b01,      0b11,      0b10],
      [0b10,      0b00,      0b10],
      [0b10,      0b01,      0b11],
      [0b11,      0b01,      0b10],
      [0b11,      0b11,      0b10],
    ] as const;
    const two = (bits: number): string => bits.toString(2).padStart(2, "0");
    for (const [APTable, AP, left] of tables) {
      it(`APTable ${two(APTable)} makes AP ${two(AP)} ${two(left)}`, () => {
        expect(limited({ AP, UXN: false, PXN: false }, { ...NO_LIMITS, APTable })).to.deep.equal({ AP: left, UXN: false, PXN: false });
      });
    }

    it("UXNTable and PXNTable set UXN and PXN", () => {
      const leaf = { AP: 0, UXN: false, PXN: false };
      expect(limited(leaf, { ...NO_LIMITS, UXNTable: true })).to.deep.equal({ ...leaf, UXN: true });
      expect(limited(leaf, { ...NO_LIMITS, PXNTable: true })).to.deep.equal({ ...leaf, PXN: true });
      expect(limited({ AP: 0, UXN: true, PXN: true }, NO_LIMITS)).to.deep.equal({ AP: 0, UXN: true, PXN: true });
    });

    it("and all tables on the way count", () => {
      const a = { APTable: 0b01, UXNTable: true, PXNTable: false };
      const b = { APTable: 0b10, UXNTable: false, PXNTable: true };
      expect(bothLimits(a, b)).to.deep.equal({ APTable: 0b11, UXNTable: true, PXNTable: true });
    });
  });

  it("of cache maintenance: any at EL1, to read at EL0", () => {
    const request = { purpose: "maintain", PAN: true, WXN: false } as const;
    const allowed = (AP: number, unprivileged: boolean): boolean => permits({ AP, UXN: true, PXN: true }, { ...request, unprivileged });
    expect([0b00, 0b01, 0b10, 0b11].map((AP) => allowed(AP, false))).to.deep.equal([true, true, true, true]);
    expect([0b00, 0b01, 0b10, 0b11].map((AP) => allowed(AP, true))).to.deep.equal([false, true, false, true]);
  });
});
