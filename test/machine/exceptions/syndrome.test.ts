import { expect } from "chai";
import type { Cause, Fault } from "../../../src/machine/cpu/exception";
import { syndromeOf } from "../../../src/machine/exceptions/syndrome";
import { explainSyndrome } from "../../../src/formats/syndromes/syndrome";

const address = 0x40_0083_0002n;
const data = (fault: Fault, write = false): Cause => ({ kind: "data abort", address, write, fault });
const fetch = (fault: Fault): Cause => ({ kind: "instruction abort", address, fault });

describe("The syndrome of an exception", () => {
  // [Q]: what QEMU 7.2 reports too. The others from the Arm ARM, "ESR_EL1".
  const cases: readonly (readonly [title: string, cause: Cause, level: 0 | 1, esr: bigint | undefined, far?: bigint])[] = [
    // what happened                      cause                                          EL  ESR_EL1        FAR_EL1
    ["udf #3 [Q]",                        { kind: "undefined", word: 3 },                0,  0x0200_0000n],
    ["udf #3 at EL1 [Q]",                 { kind: "undefined", word: 3 },                1,  0x0200_0000n],
    ["wfi [Q]",                           { kind: "trapped wait", word: 0xd503_207f },   0,  0x07e0_0000n],
    ["wfe",                               { kind: "trapped wait", word: 0xd503_205f },   0,  0x07e0_0001n],
    ["fmov d0, #1.0 [Q]",                 { kind: "trapped FP", word: 0x1e6e_1000 },     0,  0x1fe0_0000n],
    ["fmov d0, #1.0 at EL1 [Q]",          { kind: "trapped FP", word: 0x1e6e_1000 },     1,  0x1fe0_0000n],
    ["PSTATE.IL [Q]",                     { kind: "illegal state" },                     0,  0x3a00_0000n],
    ["svc #0x1234 [Q]",                   { kind: "SVC", imm16: 0x1234 },                0,  0x5600_1234n],
    ["svc #0x1234 at EL1 [Q]",            { kind: "SVC", imm16: 0x1234 },                1,  0x5600_1234n],
    ["hvc #1 [Q]",                        { kind: "HVC", imm16: 1 },                     0,  0x0200_0000n],
    ["smc #1 [Q]",                        { kind: "SMC", imm16: 1 },                     1,  0x0200_0000n],
    ["hlt #3 [Q]",                        { kind: "HLT", imm16: 3 },                     0,  0x0200_0000n],
    ["brk #0xffff [Q]",                   { kind: "BRK", imm16: 0xffff },                0,  0xf200_ffffn],
    ["mrs x5, ctr_el0 [Q]",               { kind: "trapped access", word: 0xd53b_0025 }, 0,  0x6232_c0a1n],
    ["mrs x5, cntvct_el0 [Q]",            { kind: "trapped access", word: 0xd53b_e045 }, 0,  0x6234_f8a1n],
    ["dc cvau, x7 [Q]",                   { kind: "trapped access", word: 0xd50b_7b27 }, 0,  0x6212_dcf6n],
    ["dc zva, x3 [Q]",                    { kind: "trapped access", word: 0xd50b_7423 }, 0,  0x6212_dc68n],
    ["msr daifset, #5",                   { kind: "trapped access", word: 0xd503_45df }, 0,  0x620c_d3ean],
    ["fetch, level 0",                    fetch({ kind: "translation", level: 0 }),      0,  0x8200_0004n, address],
    ["fetch, no permission, at EL1",      fetch({ kind: "permission", level: 3 }),       1,  0x8600_000fn, address],
    ["fetch, nothing there",              fetch({ kind: "external" }),                   0,  0x8200_0010n, address],
    ["fetch, not a physical address",     fetch({ kind: "address size", level: 0 }),     1,  0x8600_0000n, address],
    ["PC [Q]",                            { kind: "PC alignment", address },             0,  0x8a00_0000n, address],
    ["PC at EL1 [Q]",                     { kind: "PC alignment", address },             1,  0x8a00_0000n, address],
    ["load, level 3",                     data({ kind: "translation", level: 3 }),       0,  0x9200_0007n, address],
    ["store, level 3, at EL1",            data({ kind: "translation", level: 3 }, true), 1,  0x9600_0047n, address],
    ["store, no permission",              data({ kind: "permission", level: 2 }, true),  0,  0x9200_004en, address],
    ["load, access flag",                 data({ kind: "access flag", level: 1 }),       0,  0x9200_0009n, address],
    ["load, not aligned",                 data({ kind: "alignment" }),                   1,  0x9600_0021n, address],
    ["store, nothing there",              data({ kind: "external" }, true),              1,  0x9600_0050n, address],
    ["load, no table",                    data({ kind: "external", level: 1 }),          0,  0x9200_0015n, address],
    ["dc ivac, level 3",                  { ...data({ kind: "translation", level: 3 }), maintenance: true } as Cause, 1, 0x9600_0147n, address],
    ["SP",                                { kind: "SP alignment" },                      0,  0x9a00_0000n],
    ["SError",                            { kind: "SError" },                            0,  0xbe00_0000n],
    ["breakpoint [Q]",                    { kind: "breakpoint", address },               0,  0xc200_0022n],
    ["breakpoint at EL1 [Q]",             { kind: "breakpoint", address },               1,  0xc600_0022n],
    ["stepped nop [Q]",                   { kind: "software step", exclusive: false },   0,  0xcb00_0022n],
    ["stepped ldxr [Q]",                  { kind: "software step", exclusive: true },    0,  0xcb00_0062n],
    ["stepped nothing [Q]",               { kind: "software step", exclusive: undefined }, 0, 0xca00_0022n],
    ["stepped nop at EL1 [Q]",            { kind: "software step", exclusive: false },   1,  0xcf00_0022n],
    ["watched load [Q]",                  { kind: "watchpoint", address, write: false }, 0,  0xd200_0022n, address],
    ["watched store [Q]",                 { kind: "watchpoint", address, write: true },  0,  0xd200_0062n, address],
    ["watched load at EL1 [Q]",           { kind: "watchpoint", address, write: false }, 1,  0xd600_0022n, address],
    ["watched dc ivac",                   { kind: "watchpoint", address, write: false, maintenance: true }, 1, 0xd600_0162n, address],
    ["IRQ",                               { kind: "IRQ" },                               0,  undefined],
    ["FIQ",                               { kind: "FIQ" },                               1,  undefined],
  ];
  for (const [title, cause, level, esr, far] of cases) {
    it(`${title}: ${esr === undefined ? "none" : `0x${esr.toString(16)}`}`, () => {
      expect(syndromeOf(cause, level)).to.deep.equal({ esr, far });
      if (esr !== undefined) expect(explainSyndrome(esr).map(({ meaning }) => meaning)).not.to.include("reserved");
    });
  }

  it("has no code for a fault that cannot be", () => {
    expect(() => syndromeOf(data({ kind: "permission", level: 0 }), 0)).to.throw("no status code");
  });
});
