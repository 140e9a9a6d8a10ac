import { expect } from "chai";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { FPCR, FPSR, State, V } from "../../oracle/cpu/state";
import { CODE } from "../../oracle/cpu/place";
import { Harness } from "./harness";
import { compareRows } from "./rows";

const WORDS = 6;
const STATES = 9;
const IXC = 0x10n;

const classes = new Set(standardDecoder().rows
  .filter(({ class: name }) => /^(Floating-point|Conversion between floating-point)/.test(name)).map((row) => row.class));

const patternOf = (value: number): bigint => new BigUint64Array(Float64Array.of(value).buffer)[0]!;
const singleOf = (value: number): bigint => BigInt(new Uint32Array(Float32Array.of(value).buffer)[0]!);

/** V0, V1, V2 and so on hold numbers; FPSR as given. */
function stateOf(values: readonly number[], width: 32 | 64, fpsr: bigint): State {
  const state = new State();
  values.forEach((value, n) => { state.set(V + 2 * n, width === 64 ? patternOf(value) : singleOf(value)); });
  state.set(FPCR, 0n);
  state.set(FPSR, fpsr);
  return state;
}

/** How many of the instructions were left to the interpreter. The results are compared with its own. */
function slowOf(text: string, values: readonly number[], width: 32 | 64, fpsr: bigint): number {
  const { bytes } = new Assembler(standardDecoder()).assemble(text, BigInt(CODE));
  const harness = new Harness([[...new Uint32Array(bytes.slice().buffer)]]);
  const before = harness.slow;
  expect(harness.compare(0, stateOf(values, width, fpsr)), text).to.equal(undefined);
  return harness.slow - before;
}

describe("Floating point, compiled", () => {
  for (const name of classes) {
    it(`is what the interpreter computes: ${name}`, () => {
      const { differences, trials } = compareRows(standardDecoder().rows.filter((row) => row.class === name), WORDS, STATES, 1);
      expect(differences).to.deep.equal([]);
      expect(trials).to.be.greaterThan(20);
    });
  }

  it("leaves only conversions of other architectures to the interpreter", () => {
    const rows = standardDecoder().rows.filter((row) => classes.has(row.class));
    expect(compareRows(rows, 20, 1, 2).refused).to.have.members(
      ["FJCVTZS", "FRINT32Z (scalar)", "FRINT32X (scalar)", "FRINT64Z (scalar)", "FRINT64X (scalar)"]);
  });

  const INEXACT = [
    "fadd d3, d0, d1", "fsub d3, d0, d1", "fmul d3, d0, d1", "fdiv d3, d0, d1", "fsqrt d3, d0", "fmadd d3, d0, d1, d2",
    "fmsub d3, d0, d1, d2", "fnmadd d3, d0, d1, d2", "fnmsub d3, d0, d1, d2", "fcvt s3, d0", "fcvtzs x3, d0",
    "fcvtau w3, d0", "frintx d3, d0", "fcmp d0, d1", "fmax d3, d0, d1", "fminnm d3, d0, d1", "scvtf d3, x0", "fnmul d3, d0, d1",
  ];
  for (const text of INEXACT) {
    it(`does not need the interpreter once a result was inexact: ${text}`, () => {
      expect(slowOf(text, [0.1, 0.7, 1 / 3], 64, IXC)).to.equal(0);
    });
    it(`does not need the interpreter in single precision: ${text}`, () => {
      const single = text.replace(/\bd(\d)/g, "s$1").replace("fcvt s3, s0", "fcvt d3, s0");
      expect(slowOf(single, [0.1, 0.7, 1 / 3], 32, IXC)).to.equal(0);
    });
  }

  const EXACT: readonly (readonly [text: string, ...values: number[]])[] = [
    ["fadd d3, d0, d1", 1.5, 2], ["fsub d3, d0, d1", 3, 3], ["fmul d3, d0, d1", 1.5, 3], ["fmul d3, d0, d1", 0, 0.1],
    ["fmul d3, d0, d1", -7, 0], ["fdiv d3, d0, d1", 21, 7], ["fdiv d3, d0, d1", 0, 3], ["fsqrt d3, d0", 49],
    ["fcvt s3, d0", 1.5], ["fcvtzs w3, d0", -3], ["frintx d3, d0", 4], ["frintm d3, d0", -2.5], ["scvtf d3, x0"],
  ];
  for (const [text, ...values] of EXACT) {
    it(`sees that a result is exact: ${text} of ${values.join(" and ") || "0"}`, () => {
      expect(slowOf(text, values, 64, 0n)).to.equal(0);
    });
  }

  it("leaves what FPSR must hear of", () => {
    expect(slowOf("fdiv d3, d0, d1", [1, 3], 64, 0n), "inexact").to.equal(1);
    expect(slowOf("fdiv d3, d0, d1", [1, 0], 64, IXC), "by zero").to.equal(1);
    expect(slowOf("fmul d3, d0, d1", [1e300, 1e300], 64, IXC), "overflow").to.equal(1);
    expect(slowOf("fmul d3, d0, d1", [1e-200, 1e-200], 64, IXC), "underflow").to.equal(1);
    // Before rounding it is below the smallest normal number, and underflows.
    expect(slowOf("fmul d3, d0, d1", [2 ** -1022, 1 - 2 ** -53], 64, IXC), "rounded up").to.equal(1);
    expect(slowOf("fsqrt d3, d0", [-1], 64, IXC), "invalid").to.equal(1);
  });
});
