// Tests of Advanced SIMD, as tables: an instruction on V0, V1 and V2, and what it leaves in V0.

import { expect } from "chai";
import { explain } from "../../../../src/machine/cpu/explain";
import { meaningOf } from "../../../../src/machine/cpu/meanings";
import { assembleLine } from "../../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../../src/machine/decoder/decoder";
import { afterRunning } from "../machine";

export type VectorCase = readonly [
  assembly: string, v0: bigint, v1: bigint, v2: bigint, after: bigint, flags: string, fpcr?: bigint,
];

/** A vector of ones. */
export const ONES = (1n << 128n) - 1n;
/** FPCR.FZ */
export const FZ = 1n << 24n;
/** FPCR.RMode: towards plus infinity. */
export const RP = 1n << 22n;

const FLAGS = [
  [7n, "IDC"], [4n, "IXC"], [3n, "UFC"], [2n, "OFC"], [1n, "DZC"], [0n, "IOC"], [27n, "QC"],
] as const;

/** FPSR, as the names of what is set: "IXC OFC". */
const flagsOf = (fpsr: bigint): string =>
  FLAGS.filter(([bit]) => ((fpsr >> bit) & 1n) === 1n).map(([, name]) => name).join(" ");

const hex = (value: bigint): string => `0x${value.toString(16)}`;

export function casesOfVectors(title: string, cases: readonly VectorCase[]): void {
  describe(title, () => {
    for (const [assembly, v0, v1, v2, after, flags, fpcr = 0n] of cases) {
      it(`${assembly} of ${hex(v1)} and ${hex(v2)}`, () => {
        const machine = afterRunning(assembly, { v0, v1, v2, fpcr });
        expect(hex(machine.get("v0"))).to.equal(hex(after));
        expect(flagsOf(machine.get("fpsr"))).to.equal(flags);
      });
    }
  });
}

export function casesOfExplanations(cases: readonly (readonly [assembly: string, explanation: string])[]): void {
  describe("reads as the manual's pseudocode does", () => {
    for (const [assembly, explanation] of cases) {
      it(assembly, () => {
        const meaning = meaningOf(standardDecoder(), assembleLine(assembly));
        expect(meaning && explain(meaning)).to.equal(explanation);
      });
    }
  });
}
