import { expect } from "chai";
import { withDescriptor } from "../../../../src/site/widgets/machine/table-memory";
import { type Asked, accessOf, reasonOf, rightsAt } from "../../../../src/site/widgets/page-walk/access";
import { presetCalled } from "../../../../src/site/widgets/page-walk/address-spaces";
import { outcomeText } from "../../../../src/site/widgets/page-walk/outcome-text";

const asks = (text: string): Asked => {
  const [level, purpose, PAN] = text.split(" ");
  return { level: level === "EL0" ? 0 : 1, purpose: purpose as Asked["purpose"], PAN: PAN === "PAN" };
};

// ESR_EL1: EC 0x24, 0x25 data aborts, 0x20, 0x21 instruction aborts, from EL0 and EL1; IL; WnR is bit 6; the rest DFSC or IFSC
// (Arm ARM, "ESR_EL1").
const faults = [
  // preset        address                  who asks          fault                            ESR_EL1
  ["linux",        0x0n,                    "EL1 read",       "translation fault, level 2",    0x96000006n],
  ["linux",        0x0n,                    "EL0 write",      "translation fault, level 2",    0x92000046n],
  ["linux",        0x40_3000n,              "EL1 read",       "translation fault, level 3",    0x96000007n],
  ["linux",        0x20_0000_0000n,         "EL1 read",       "translation fault, level 1",    0x96000005n],
  ["linux",        0x80_0000_0000n,         "EL1 read",       "translation fault, level 0",    0x96000004n],
  ["linux",        0x12_3456_6008n,         "EL0 read",       "access flag fault, level 3",    0x9200000bn],
  ["linux",        0x40_0000n,              "EL1 write",      "permission fault, level 3",     0x9600004fn],
  ["linux",        0x12_3456_7890n,         "EL1 read PAN",   "permission fault, level 3",     0x9600000fn],
  ["linux",        0x12_3456_7890n,         "EL0 fetch",      "permission fault, level 3",     0x8200000fn],
  ["linux",        0x12_3456_7890n,         "EL1 fetch",      "permission fault, level 3",     0x8600000fn],
  ["linux",        0xffff_ffc0_0063_f018n,  "EL0 read",       "permission fault, level 2",     0x9200000en],
  ["four-levels",  0x0n,                    "EL1 read",       "translation fault, level 0",    0x96000004n],
  ["64k",          0x0n,                    "EL0 fetch",      "translation fault, level 1",    0x82000005n],
  ["blocks",       0xffff_ff80_4008_0000n,  "EL1 read",       "translation fault, level 0",    0x96000004n],
] as const;

const answers = [
  // preset        address                  who asks          physical address
  ["linux",        0x12_3456_7890n,         "EL0 read",       "physical address 0x4b0c_5890"],
  ["linux",        0x5c00_0012_3456_7890n,  "EL0 write",      "physical address 0x4b0c_5890"],
  ["linux",        0x40_0010n,              "EL0 fetch",      "physical address 0x4820_3010"],
  ["linux",        0xffff_ff80_0800_0100n,  "EL1 fetch",      "physical address 0x4020_0100"],
  ["linux",        0xffff_ffc0_0063_f018n,  "EL1 write",      "physical address 0x4063_f018"],
  ["four-levels",  0xffff_0000_52a1_0000n,  "EL1 read",       "physical address 0x92a1_0000"],
  ["64k",          0xaaaa_c0df_1234n,       "EL0 read",       "physical address 0x4a77_1234"],
  ["blocks",       0x900_0018n,             "EL1 write",      "physical address 0x900_0018"],
] as const;

describe("accessOf", () => {
  for (const [preset, va, who, fault, esr] of faults) {
    it(`${preset} 0x${va.toString(16)} ${who}: ${fault}`, () => {
      const { registers, memory } = presetCalled(preset).make();
      const access = accessOf(va, asks(who), registers, memory);
      expect(outcomeText(access)).to.equal(fault);
      expect(access.outcome).to.include({ kind: "fault", esr, far: va });
    });
  }

  for (const [preset, va, who, text] of answers) {
    it(`${preset} 0x${va.toString(16)} ${who}: ${text}`, () => {
      const { registers, memory } = presetCalled(preset).make();
      expect(outcomeText(accessOf(va, asks(who), registers, memory))).to.equal(text);
    });
  }

  it("has no tag in the FAR of a fetch, and has it in that of a read", () => {
    const { registers, memory } = presetCalled("linux").make();
    const far = (purpose: "fetch" | "read"): unknown => {
      const { outcome } = accessOf(0x5c00_0000_0000_0000n, { level: 0, purpose, PAN: false }, registers, memory);
      return outcome.kind === "fault" ? outcome.far : outcome;
    };
    expect([far("fetch"), far("read")]).to.deep.equal([0n, 0x5c00_0000_0000_0000n]);
  });

  it("sees a descriptor that was changed", () => {
    const { registers, memory } = presetCalled("linux").make();
    const before = accessOf(0x40_2000n, asks("EL0 read"), registers, memory);
    const { address, bits } = before.trace.steps.at(-1)!;
    const changed = withDescriptor(memory, address, bits! & ~1n);
    expect(outcomeText(accessOf(0x40_2000n, asks("EL0 read"), registers, changed))).to.equal("translation fault, level 3");
    expect(outcomeText(accessOf(0x40_2000n, asks("EL0 read"), registers, memory))).to.equal("physical address 0x4a77_0000");
  });

  it("says that nothing answers where a table has gone", () => {
    const { registers, memory } = presetCalled("linux").make();
    const { address } = accessOf(0x40_0000n, asks("EL0 read"), registers, memory).trace.steps[0]!;
    const { outcome } = accessOf(0x40_0000n, asks("EL0 read"), registers, withDescriptor(memory, address, 0x9000_0003n));
    // External abort on a table walk, level 2: 0b010110.
    expect(outcome).to.include({ kind: "fault", esr: 0x92000016n });
  });

  it("knows no more of an address than IPS has bits", () => {
    const { registers, memory } = presetCalled("linux").make();
    const { address, bits } = accessOf(0x40_0000n, asks("EL0 read"), registers, memory).trace.steps.at(-1)!;
    const access = accessOf(0x40_0000n, asks("EL0 read"), registers, withDescriptor(memory, address, bits! | (1n << 40n)));
    expect(outcomeText(access)).to.equal("address size fault, level 3");
    expect(reasonOf(access, asks("EL0 read"))).to.contain("more than 40 bits");
  });
});

describe("reasonOf a fault", () => {
  const reason = (preset: string, va: bigint, low?: bigint): string => {
    const { registers, memory } = presetCalled(preset).make();
    const asked = asks("EL1 read");
    const access = accessOf(va, asked, registers, memory);
    if (low === undefined) return reasonOf(access, asked);
    const { address, bits } = access.trace.steps.at(-1)!;
    return reasonOf(accessOf(va, asked, registers, withDescriptor(memory, address, (bits! & ~3n) | low)), asked);
  };

  it("names the bits above the range", () => expect(reason("linux", 0x80_0000_0000n)).to.match(/^The bits above bit 38 /));
  it("names EPD1, which asks no table", () => expect(reason("blocks", 0xffff_ff80_4008_0000n)).to.match(/^EPD1 is set/));
  it("tells 00 at level 3 from 01", () => {
    expect(reason("linux", 0x40_2000n, 0b00n)).to.match(/^Bit 0 of the descriptor is 0/);
    expect(reason("linux", 0x40_2000n, 0b01n)).to.match(/^The descriptor's low bits are 01, and there are no blocks at level 3/);
  });
});

describe("reasonOf a permission fault", () => {
  const cases = [
    // address                 who asks         names
    [0x12_3456_7890n,          "EL1 read PAN",  "PSTATE.PAN is set"],
    [0x40_1000n,               "EL0 fetch",     "UXN is set"],
    [0x40_0000n,               "EL1 fetch",     "PXN is set"],
    [0x40_0000n,               "EL0 write",     "may not write: AP is 11."],
    [0xffff_ff80_0800_2000n,   "EL0 read",      "AP is 00"],
    [0x40_2000n,               "EL1 fetch",     "XN is set, and EL0 may write it"],
  ] as const;
  for (const [va, who, names] of cases) {
    it(`0x${va.toString(16)} ${who}: ${names}`, () => {
      const { registers, memory } = presetCalled("linux").make();
      expect(reasonOf(accessOf(va, asks(who), registers, memory), asks(who))).to.contain(names);
    });
  }
});

// Arm ARM, "Data access permission controls" and "Instruction execution permissions".
describe("rightsAt", () => {
  const rights = (AP: number, level: 0 | 1, PAN = false): string => {
    const { read, write, fetch } = rightsAt({ AP, UXN: false, PXN: false }, level, PAN, false);
    return `${read ? "r" : "-"}${write ? "w" : "-"}${fetch ? "x" : "-"}`;
  };
  for (const [AP, EL1, EL0, withPan] of [[0b00, "rwx", "--x", "rwx"], [0b01, "rw-", "rwx", "---"], [0b10, "r-x", "--x", "r-x"], [0b11, "r-x", "r-x", "--x"]] as const) {
    it(`AP ${AP.toString(2).padStart(2, "0")}: EL1 ${EL1}, EL0 ${EL0}, EL1 with PAN ${withPan}`, () =>
      expect([rights(AP, 1), rights(AP, 0), rights(AP, 1, true)]).to.deep.equal([EL1, EL0, withPan]));
  }
});
