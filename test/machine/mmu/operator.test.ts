// AT, DC and IC. Arm ARM, "PAR_EL1", "Address translation instructions", "A64 Cache maintenance
// instructions", "The effects of permission faults on data cache maintenance".

import { expect } from "chai";
import { STANDARD_MMU_PARTS } from "../../../src/machine/mmu/standard-parts";
import type { OperationName } from "../../../src/machine/sysregs/operations";
import { operationAt } from "../../../src/machine/sysregs/operations";
import { SYSTEM_OPERATIONS } from "../../../src/machine/decoder/tables/system-operations";
import {
  AF, attr, BLOCK, causeOf, EL0, EL0_TOO, EL1, M, outcome, PAGE_, PAN, RAM, READ_ONLY, World,
} from "./world";

const SH = (value: bigint): bigint => value << 8n;
const page = (bits = 0n): bigint => BigInt(RAM + 0x8_0000) | AF | PAGE_ | bits;

describe("AT", () => {
  const cases = [
    // form      page at 0              PSTATE     address    PAR_EL1
    ["S1E1R",    page(SH(0b11n)),       EL1,       0x123n,    0xff00_0000_4008_0b80n],
    ["S1E1R",    page(SH(0b00n)),       EL1,       0x123n,    0xff00_0000_4008_0a00n],
    ["S1E1R",    page(SH(0b11n) | attr(1)), EL1,   0x123n,    0x0400_0000_4008_0b00n],
    ["S1E1R",    page(SH(0b11n) | attr(2)), EL1,   0x123n,    0x4400_0000_4008_0b00n],
    ["S1E1W",    page(),                EL1,       0x000n,    0xff00_0000_4008_0a00n],
    ["S1E1W",    page(READ_ONLY),       EL1,       0x000n,    0x81fn],
    ["S1E1R",    page(READ_ONLY),       EL1,       0x000n,    0xff00_0000_4008_0a00n],
    ["S1E0R",    page(),                EL1,       0x000n,    0x81fn],
    ["S1E0R",    page(EL0_TOO),         EL1,       0x000n,    0xff00_0000_4008_0a00n],
    ["S1E0W",    page(EL0_TOO),         EL1,       0x000n,    0xff00_0000_4008_0a00n],
    ["S1E0W",    page(EL0_TOO | READ_ONLY), EL1,   0x000n,    0x81fn],
    ["S1E1R",    page(EL0_TOO),         EL1 | PAN, 0x000n,    0xff00_0000_4008_0a00n],
    ["S1E1RP",   page(EL0_TOO),         EL1 | PAN, 0x000n,    0x81fn],
    ["S1E1RP",   page(EL0_TOO),         EL1,       0x000n,    0xff00_0000_4008_0a00n],
    ["S1E1WP",   page(EL0_TOO),         EL1 | PAN, 0x000n,    0x81fn],
    ["S1E1WP",   page(),                EL1 | PAN, 0x000n,    0xff00_0000_4008_0a00n],
    ["S1E0R",    page(EL0_TOO),         EL1 | PAN, 0x000n,    0xff00_0000_4008_0a00n],
    ["S1E1R",    page(),                EL1,       0x1000n,   0x80fn], // Translation, level 3.
    ["S1E1R",    page(),                EL1,       0x20_0000n, 0x80dn], // Translation, level 2.
    ["S1E1R",    page(),                EL1,       1n << 39n, 0x809n], // Translation, level 0.
    ["S1E1R",    page() & ~AF,          EL1,       0x000n,    0x817n], // Access flag, level 3.
  ] as const;
  for (const [form, descriptor, pstate, address, par] of cases) {
    it(`${form} 0x${address.toString(16)}, page 0x${descriptor.toString(16)}, PSTATE 0x${pstate.toString(16)}: 0x${par.toString(16)}`, () => {
      const world = new World().map({ page: descriptor });
      world.pstate = pstate;
      expect(world.at(form, address)).to.equal(par);
    });
  }

  it("with the MMU off: Device-nGnRnE, outer shareable; or an address size fault", () => {
    const world = new World().set("SCTLR_EL1", 0n);
    expect(world.at("S1E0W", 0x4000_1234n)).to.equal(0x4000_1b00n);
    expect(world.at("S1E1R", 1n << 48n)).to.equal(0x801n);
  });

  it("is an exception if memory does not answer the walk, and leaves PAR_EL1 alone", () => {
    const world = new World().set("TTBR0_EL1", 0n);
    expect(causeOf(() => world.at("S1E1R", 0x123n))).to.deep.equal({
      kind: "data abort", address: 0x123n, write: true, fault: { kind: "external", level: 1 }, maintenance: true,
    });
    expect(world.par).to.equal(undefined);
  });

  it("tells what the TLB has", () => {
    const world = new World().map({ page: page() });
    world.at("S1E1R", 0n);
    world.map({ page: 0n });
    expect(world.at("S1E1R", 0n)).to.equal(0xff00_0000_4008_0a00n);
    expect(outcome(world, 0n, "read")).to.equal("0x40080000");
  });
});

describe("DC and IC", () => {
  const NOTHING = "nothing";
  const fault = (kind: "permission" | "translation", level: number) =>
    ({ kind: "data abort", address: 0x123n, write: true, maintenance: true, fault: { kind, level } });
  const cases = [
    // operation    page                   PSTATE     what comes of it
    ["DC IVAC",     page(),                EL1,       NOTHING],
    ["DC IVAC",     page(READ_ONLY),       EL1,       fault("permission", 3)],
    ["DC IVAC",     page(EL0_TOO),         EL1 | PAN, NOTHING],
    ["DC CVAC",     page(READ_ONLY),       EL1,       NOTHING],
    ["DC CVAU",     page(READ_ONLY),       EL1,       NOTHING],
    ["DC CIVAC",    page(READ_ONLY),       EL1,       NOTHING],
    ["DC CIVAC",    page(EL0_TOO),         EL0,       NOTHING],
    ["DC CVAC",     page(),                EL0,       fault("permission", 3)],
    ["DC CVAU",     page(),                EL0,       fault("permission", 3)],
    ["DC CVAU",     page(EL0_TOO | READ_ONLY), EL0,   NOTHING],
    ["DC CVAC",     0n,                    EL1,       fault("translation", 3)],
    ["DC CIVAC",    0n,                    EL0,       fault("translation", 3)],
    ["IC IVAU",     0n,                    EL1,       NOTHING],
    ["IC IVAU",     0n,                    EL0,       NOTHING],
    ["IC IALLU",    0n,                    EL1,       NOTHING],
    ["IC IALLUIS",  0n,                    EL1,       NOTHING],
    ["DC ISW",      0n,                    EL1,       NOTHING],
    ["DC CSW",      0n,                    EL1,       NOTHING],
    ["DC CISW",     0n,                    EL1,       NOTHING],
  ] as const;
  for (const [name, descriptor, pstate, expected] of cases) {
    it(`${name}, page 0x${descriptor.toString(16)}, PSTATE 0x${pstate.toString(16)}`, () => {
      const world = new World().map({ page: descriptor });
      world.pstate = pstate;
      expect(causeOf(() => { world.mmu.operate(name, 0x123n); })).to.deep.equal(expected);
    });
  }

  it("DC ZVA zeroes 64 bytes", () => {
    const world = new World();
    world.mmu.operate("DC ZVA", 0x1234n);
    expect(world.zeroed).to.deep.equal([[0x1234n, 64]]);
  });
});

describe("The MMU's operations", () => {
  it("are all that this machine has", () => {
    const names = Object.entries(SYSTEM_OPERATIONS).flatMap(([kind, rows]) => rows.flatMap(([op1, CRn, CRm, op2, , form]) =>
      (operationAt({ op0: 1, op1, CRn, CRm, op2 }) === undefined ? [] : [`${kind} ${form}` as OperationName])));
    expect(names).to.have.length.greaterThan(25);
    const world = new World({ parts: { ...STANDARD_MMU_PARTS, permits: () => true } }).set("SCTLR_EL1", M)
      .map({ page: BigInt(RAM) | AF | PAGE_ }).put([RAM + 0x1008, BigInt(RAM) | AF | BLOCK]);
    for (const name of names) expect(() => { world.mmu.operate(name, 0n); }, name).not.to.throw();
  });

  it("are no others", () => {
    expect(() => { new World().mmu.operate("TLBI ALLE2", 0n); }).to.throw("the MMU has no TLBI ALLE2");
  });
});
