import { expect } from "chai";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { compareRows } from "./rows";

const WORDS = 4;
const STATES = 6;

const rows = standardDecoder().rows.filter(({ group, class: name }) =>
  /SIMD/.test(group) || /^Advanced SIMD/.test(name));
const classes = new Set(rows.map((row) => row.class));

/** Rows that strings and memory of glibc, and what gcc makes of loops, have most of. */
const FREQUENT = [
  "CMEQ (register)", "CMEQ (zero)", "CMHS (register)", "CMHI (register)", "UMAXP", "UMINP", "SHRN", "AND (vector)",
  "ORR (vector, register)", "EOR (vector)", "BIC (vector, register)", "BSL", "BIT", "BIF", "DUP (general)", "DUP (element)",
  "UMOV", "SMOV", "INS (general)", "INS (element)", "ADDP (vector)", "ADDV", "UADDLV", "UMAXV", "UMINV", "EXT", "ZIP1", "ZIP2",
  "UZP1", "UZP2", "TRN1", "TRN2", "TBL", "TBX", "CNT", "REV64", "MOVI", "MVNI", "SHL", "USHR", "SSHR", "XTN", "SSHLL", "USHLL",
  "ADD (vector)", "SUB (vector)", "MUL (vector)", "MLA (vector)", "UMULL, UMULL2 (vector)", "NEG (vector)", "ABS", "NOT",
  "FADD (vector)", "FSUB (vector)", "FMUL (vector)", "FDIV (vector)", "FMLA (vector)", "FMUL (by element)",
  "LD1 (multiple structures, no offset)", "ST1 (multiple structures, post-index)", "LD4 (multiple structures, no offset)",
  "LD1R (no offset)",
];

describe("Vectors, compiled", () => {
  for (const name of classes) {
    it(`are what the interpreter computes: ${name}`, () => {
      const { differences } = compareRows(rows.filter((row) => row.class === name), WORDS, STATES, 1);
      expect(differences).to.deep.equal([]);
    });
  }

  it("does not leave what is frequent to the interpreter", () => {
    const frequent = rows.filter(({ name }) => FREQUENT.includes(name));
    const { refused, trials } = compareRows(frequent, WORDS, 1, 2);
    expect(refused).to.deep.equal([]);
    expect(trials).to.be.greaterThan(FREQUENT.length);
  });
});
