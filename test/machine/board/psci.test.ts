import { expect } from "chai";
import { psci, type PsciEffect } from "../../../src/machine/board/psci";

/** Arm DEN 0022, "Return error codes", as X0 has them. */
const SUCCESS = 0n;
const NOT_SUPPORTED = 0xffff_ffff_ffff_ffffn;
const INVALID_PARAMETERS = 0xffff_ffff_ffff_fffen;
const ALREADY_ON = 0xffff_ffff_ffff_fffcn;

/** Four CPUs, of which 0 and 2 are on. */
const IS_ON = [true, false, true, false];

const ENTRY = 0x4008_0000n;
const on = (cpu: number, entry: bigint, context: bigint): PsciEffect => ({ kind: "CPU on", cpu, entry, context });

/** Numbers and answers of Arm DEN 0022, version 1.1. Where QEMU 7.2's board was asked too, "Q" stands behind it. */
const CASES: readonly (readonly [title: string, call: readonly [bigint, bigint?, bigint?, bigint?], result: bigint, effect?: PsciEffect])[] = [
  ["PSCI_VERSION: 1.1 (Q)",                              [0x8400_0000n],                             0x1_0001n],
  ["the number is in W0: X0's upper half counts not",    [0x1234_5678_8400_0000n],                   0x1_0001n],
  ["no 64-bit PSCI_VERSION (Q)",                         [0xc400_0000n],                             NOT_SUPPORTED],
  ["MIGRATE_INFO_TYPE: nothing to migrate (Q)",          [0x8400_0006n],                             2n],
  ["MIGRATE (Q)",                                        [0x8400_0005n, 1n],                         NOT_SUPPORTED],
  ["SYSTEM_RESET2",                                      [0x8400_0012n],                             NOT_SUPPORTED],
  ["SMCCC_VERSION (Q)",                                  [0x8000_0000n],                             NOT_SUPPORTED],
  ["nothing at all",                                     [0n],                                       NOT_SUPPORTED],

  ["features: PSCI_VERSION (Q)",                         [0x8400_000an, 0x8400_0000n],               SUCCESS],
  ["features: PSCI_FEATURES (Q)",                        [0x8400_000an, 0x8400_000an],               SUCCESS],
  ["features: CPU_ON (Q)",                               [0x8400_000an, 0xc400_0003n],               SUCCESS],
  ["features: CPU_SUSPEND, of 32 bits (Q)",              [0x8400_000an, 0x8400_0001n],               SUCCESS],
  ["features: SYSTEM_SUSPEND (Q)",                       [0x8400_000an, 0xc400_000en],               NOT_SUPPORTED],
  ["features: SMCCC_VERSION (Q)",                        [0x8400_000an, 0x8000_0000n],               NOT_SUPPORTED],

  ["CPU_ON",                                             [0xc400_0003n, 1n, ENTRY, 7n],              SUCCESS, on(1, ENTRY, 7n)],
  ["CPU_ON, all bits of its arguments",                  [0xc400_0003n, 3n, 0xffff_0000_4008_0000n, 1n << 63n], SUCCESS, on(3, 0xffff_0000_4008_0000n, 1n << 63n)],
  ["CPU_ON of 32 bits, and nothing above them",          [0x8400_0003n, 0x5_0000_0001n, 0x1_4008_0000n, 0x2_0000_0007n], SUCCESS, on(1, ENTRY, 7n)],
  ["CPU_ON, of one that is on",                          [0xc400_0003n, 2n, ENTRY, 0n],              ALREADY_ON],
  ["CPU_ON, of the caller (Q)",                          [0xc400_0003n, 0n, ENTRY, 0n],              ALREADY_ON],
  ["CPU_ON, of one that is not there (Q)",               [0xc400_0003n, 4n, ENTRY, 0n],              INVALID_PARAMETERS],
  ["CPU_ON, of another cluster",                         [0xc400_0003n, 0x101n, ENTRY, 0n],          INVALID_PARAMETERS],
  ["CPU_ON, of MPIDR_EL1 with its RES1 bit (Q)",         [0xc400_0003n, 0x8000_0001n, ENTRY, 0n],    INVALID_PARAMETERS],
  ["CPU_ON, of MPIDR_EL1 with MT (Q)",                   [0xc400_0003n, 0x100_0001n, ENTRY, 0n],     INVALID_PARAMETERS],
  ["CPU_ON, of another Aff3",                            [0xc400_0003n, 0x1_0000_0001n, ENTRY, 0n],  INVALID_PARAMETERS],
  ["CPU_ON, where no instruction can be (Q)",            [0xc400_0003n, 1n, ENTRY + 2n, 0n],         INVALID_PARAMETERS],

  ["AFFINITY_INFO, of one that is on (Q)",               [0xc400_0004n, 0n, 0n],                     0n],
  ["AFFINITY_INFO, of one that is off (Q)",              [0xc400_0004n, 1n, 0n],                     1n],
  ["AFFINITY_INFO of 32 bits (Q)",                       [0x8400_0004n, 1n, 0n],                     1n],
  ["AFFINITY_INFO of 32 bits, and nothing above them",   [0x8400_0004n, 0x7_0000_0003n, 0x7_0000_0000n], 1n],
  ["AFFINITY_INFO, of one that is not there (Q)",        [0xc400_0004n, 4n, 0n],                     INVALID_PARAMETERS],
  ["AFFINITY_INFO, of a cluster",                        [0xc400_0004n, 0n, 1n],                     INVALID_PARAMETERS],

  ["CPU_SUSPEND",                                        [0xc400_0001n, 0n, ENTRY, 5n],              SUCCESS, { kind: "suspend" }],
  ["CPU_SUSPEND of 32 bits",                             [0x8400_0001n, 0n, ENTRY, 5n],              SUCCESS, { kind: "suspend" }],
  ["CPU_SUSPEND, to power down",                         [0xc400_0001n, 0x1_0000n, ENTRY, 5n],       SUCCESS, { kind: "suspend" }],
  ["CPU_SUSPEND, of a whole cluster (Q)",                [0xc400_0001n, 0xfffe_0000n, ENTRY, 5n],    INVALID_PARAMETERS],
  ["CPU_SUSPEND, with a reserved bit (Q)",               [0xc400_0001n, 0x2_0000n, ENTRY, 5n],       INVALID_PARAMETERS],
  ["CPU_OFF",                                            [0x8400_0002n],                             SUCCESS, { kind: "CPU off" }],
  ["no 64-bit CPU_OFF",                                  [0xc400_0002n],                             NOT_SUPPORTED],
  ["SYSTEM_OFF",                                         [0x8400_0008n],                             SUCCESS, { kind: "system off" }],
  ["SYSTEM_RESET",                                       [0x8400_0009n],                             SUCCESS, { kind: "system reset" }],
];

describe("PSCI (Arm DEN 0022)", () => {
  for (const [title, [x0, x1 = 0n, x2 = 0n, x3 = 0n], result, effect] of CASES) {
    it(title, () => {
      expect(psci([x0, x1, x2, x3], IS_ON)).to.deep.equal(effect === undefined ? { result } : { result, effect });
    });
  }
});
