// The system instructions. The texts are LLVM 14's, of the word at address 0:
//   echo 0x20 0x00 0x02 0x8b | llvm-mc --triple=aarch64 --disassemble --mattr=+v8.7a,+mte,+tme,+hbc,+brbe,+rme,+v8r

import { expect } from "chai";
import { assembleLine } from "../../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../../src/machine/decoder/decoder";
import { featuresOf } from "../../../../src/machine/decoder/row";
import { describeClass, describeSpellings } from "./words-of-class";

describeClass("System instructions with register argument", [
  [0xd5031000, "wfet x0"],
  [0xd503101f, "wfet xzr"],
  [0xd503103e, "wfit x30"],
  [0xd503103f, "wfit xzr"],
  [0xd5031040, "unallocated"],
  [0xd5031100, "unallocated"],
]);

describeClass("Hints", [
  [0xd503201f, "nop"],
  [0xd503203f, "yield"],
  [0xd503205f, "wfe"],
  [0xd503207f, "wfi"],
  [0xd503209f, "sev"],
  [0xd50320bf, "sevl"],
  [0xd50320df, "dgh"],
  [0xd50320ff, "xpaclri"],
  [0xd503211f, "pacia1716"],
  [0xd503215f, "pacib1716"],
  [0xd503219f, "autia1716"],
  [0xd50321df, "autib1716"],
  [0xd503221f, "esb"],
  [0xd503223f, "psb csync"],
  [0xd503225f, "tsb csync"],
  [0xd503229f, "csdb"],
  [0xd503231f, "paciaz"],
  [0xd503233f, "paciasp"],
  [0xd503235f, "pacibz"],
  [0xd503237f, "pacibsp"],
  [0xd503239f, "autiaz"],
  [0xd50323bf, "autiasp"],
  [0xd50323df, "autibz"],
  [0xd50323ff, "autibsp"],
  [0xd503241f, "bti"],
  [0xd503245f, "bti c"],
  [0xd503249f, "bti j"],
  [0xd50324df, "bti jc"],
  [0xd503213f, "hint #9"],
  [0xd503227f, "hint #19"],
  [0xd50322df, "hint #22"],
  [0xd503243f, "hint #33"],
  [0xd5032fff, "hint #127"],
  [0xd5032000, "unallocated"],
  [0xd502201f, "unallocated"],
]);

describeClass("Barriers", [
  [0xd5033f5f, "clrex"],
  [0xd503305f, "clrex #0"],
  [0xd5033e5f, "clrex #14"],
  [0xd503307f, "tcommit"],
  [0xd503309f, "ssbb"],
  [0xd503349f, "pssbb"],
  [0xd5033c9f, "dfb"],
  [0xd503319f, "dsb oshld"],
  [0xd503329f, "dsb oshst"],
  [0xd503339f, "dsb osh"],
  [0xd503359f, "dsb nshld"],
  [0xd503369f, "dsb nshst"],
  [0xd503379f, "dsb nsh"],
  [0xd503389f, "dsb #8"],
  [0xd503399f, "dsb ishld"],
  [0xd5033a9f, "dsb ishst"],
  [0xd5033b9f, "dsb ish"],
  [0xd5033d9f, "dsb ld"],
  [0xd5033e9f, "dsb st"],
  [0xd5033f9f, "dsb sy"],
  [0xd503323f, "dsb oshnxs"],
  [0xd503363f, "dsb nshnxs"],
  [0xd5033a3f, "dsb ishnxs"],
  [0xd5033e3f, "dsb synxs"],
  [0xd50330bf, "dmb #0"],
  [0xd50331bf, "dmb oshld"],
  [0xd50332bf, "dmb oshst"],
  [0xd50333bf, "dmb osh"],
  [0xd50334bf, "dmb #4"],
  [0xd50335bf, "dmb nshld"],
  [0xd50336bf, "dmb nshst"],
  [0xd50337bf, "dmb nsh"],
  [0xd50338bf, "dmb #8"],
  [0xd50339bf, "dmb ishld"],
  [0xd5033abf, "dmb ishst"],
  [0xd5033bbf, "dmb ish"],
  [0xd5033cbf, "dmb #12"],
  [0xd5033dbf, "dmb ld"],
  [0xd5033ebf, "dmb st"],
  [0xd5033fbf, "dmb sy"],
  [0xd5033fdf, "isb"],
  [0xd50330df, "isb #0"],
  [0xd5033edf, "isb #14"],
  [0xd50330ff, "sb"],
  [0xd50331ff, "sb", "unpredictable"],
  [0xd503301f, "unallocated"],
  [0xd503303f, "unallocated"],
  [0xd503317f, "unallocated"],
  [0xd5033b9e, "unallocated"],
]);

describeClass("PSTATE", [
  [0xd500407f, "msr UAO, #0"],
  [0xd500417f, "msr UAO, #1"],
  [0xd500419f, "msr PAN, #1"],
  [0xd50040bf, "msr SPSel, #0"],
  [0xd5004fbf, "msr SPSel, #15"],
  [0xd503413f, "msr SSBS, #1"],
  [0xd503415f, "msr DIT, #1"],
  [0xd5034f9f, "msr TCO, #15"],
  [0xd5034fdf, "msr DAIFSet, #15"],
  [0xd50340df, "msr DAIFSet, #0"],
  [0xd50342ff, "msr DAIFClr, #2"],
  [0xd500401f, "cfinv"],
  [0xd500403f, "xaflag"],
  [0xd500405f, "axflag"],
  [0xd500413f, "xaflag", "unpredictable"],
  [0xd5004f5f, "axflag", "unpredictable"],
  [0xd500407f, "msr UAO, #0"],
  [0xd501401f, "undefined"],
  [0xd503405f, "msr DIT, #0"],
  [0xd503405e, "unallocated"],
  [0xd500403e, "unallocated"],
]);

describeClass("System with result", [
  [0xd5233060, "tstart x0"],
  [0xd523307f, "tstart xzr"],
  [0xd523317e, "ttest x30"],
  [0xd5233260, "unallocated"],
  [0xd5233040, "unallocated"],
]);

describeClass("System instructions", [
  [0xd5087800, "at s1e1r, x0"],
  [0xd508793e, "at s1e1wp, x30"],
  [0xd50c78ff, "at s12e0w, xzr"],
  [0xd50e7825, "at s1e3w, x5"],
  [0xd5087620, "dc ivac, x0"],
  [0xd50b7421, "dc zva, x1"],
  [0xd50b7481, "dc gzva, x1"],
  [0xd50b7b22, "dc cvau, x2"],
  [0xd50b7d23, "dc cvadp, x3"],
  [0xd50b7e3f, "dc civac, xzr"],
  [0xd5087ec4, "dc cigdsw, x4"],
  [0xd508711f, "ic ialluis"],
  [0xd508751f, "ic iallu"],
  [0xd50b7520, "ic ivau, x0"],
  [0xd50b753f, "ic ivau, xzr"],
  [0xd508831f, "tlbi vmalle1is"],
  [0xd5088720, "tlbi vae1, x0"],
  [0xd50e871f, "tlbi alle3"],
  [0xd50e879f, "tlbi paall"],
  [0xd50e8461, "tlbi rpaos, x1"],
  [0xd50c97df, "tlbi vmalls12e1nxs"],
  [0xd5089222, "tlbi rvae1isnxs, x2"],
  [0xd50c84ff, "tlbi ripas2le1os, xzr"],
  [0xd50b7380, "cfp rctx, x0"],
  [0xd50b73a1, "dvp rctx, x1"],
  [0xd50b73ff, "cpp rctx, xzr"],
  [0xd509729f, "brb iall"],
  [0xd50972bf, "brb inj"],
  [0xd508001f, "sys #0, c0, c0, #0"],
  [0xd50fffe0, "sys #7, c15, c15, #7, x0"],
  [0xd5097283, "sys #1, c7, c2, #4, x3", "unpredictable"],
  [0xd50b73c0, "sys #3, c7, c3, #6, x0"],
  [0xd5280000, "sysl x0, #0, c0, c0, #0"],
  [0xd52fffff, "sysl xzr, #7, c15, c15, #7"],
  [0xd5087100, "ic ialluis", "unpredictable"],
  [0xd508831e, "tlbi vmalle1is", "unpredictable"],
]);

describeClass("System register move", [
  [0xd5181000, "msr SCTLR_EL1, x0"],
  [0xd510109f, "msr OSLAR_EL1, xzr"],
  [0xd5130501, "msr DBGDTRTX_EL0, x1"],
  [0xd5184202, "msr SPSel, x2"],
  [0xd51b4203, "msr NZCV, x3"],
  [0xd5100f84, "msr DBGBVR15_EL1, x4"],
  [0xd5180005, "msr S3_0_C0_C0_0, x5"],
  [0xd5100006, "msr S2_0_C0_C0_0, x6"],
  [0xd51ffffe, "msr S3_7_C15_C15_7, x30"],
  [0xd5380000, "mrs x0, MIDR_EL1"],
  [0xd538425f, "mrs xzr, CurrentEL"],
  [0xd5330501, "mrs x1, DBGDTRRX_EL0"],
  [0xd53be042, "mrs x2, CNTVCT_EL0"],
  [0xd53b2403, "mrs x3, RNDR"],
  [0xd5382104, "mrs x4, APIAKeyLo_EL1"],
  [0xd53befc5, "mrs x5, PMEVTYPER30_EL0"],
  [0xd53c2006, "mrs x6, TTBR0_EL2"],
  [0xd5300007, "mrs x7, S2_0_C0_C0_0"],
  [0xd53bf21e, "mrs x30, S3_3_C15_C2_0"],
]);

describe("words that the manual decodes and LLVM 14 does not", () => {
  const words = [
    [0xd500411f, "cfinv",         "unpredictable: CRm is (0000)"],
    [0xd500437f, "msr UAO, #3",   "the field is CRm<0>"],
    [0xd5004f9f, "msr PAN, #15",  "the field is CRm<0>"],
    [0xd503423f, "msr SSBS, #2",  "the field is CRm<0>"],
  ] as const;
  for (const [word, text, why] of words) {
    it(`${word.toString(16)} is ${text}: ${why}`, () => {
      expect(standardDecoder().disassemble(word).replace("\t", " ")).to.equal(text);
      expect(standardDecoder().decode(word)).to.include({ kind: "instruction", unpredictable: why.startsWith("unpredictable") });
    });
  }
});

describe("MSR (immediate)", () => {
  const fields = [
    [0xd50041bf, "msr SPSel, #1",   []],
    [0xd500417f, "msr UAO, #1",     ["FEAT_UAO"]],
    [0xd500419f, "msr PAN, #1",     ["FEAT_PAN"]],
    [0xd503413f, "msr SSBS, #1",    ["FEAT_SSBS"]],
    [0xd503415f, "msr DIT, #1",     ["FEAT_DIT"]],
    [0xd503419f, "msr TCO, #1",     ["FEAT_MTE"]],
    [0xd50341df, "msr DAIFSet, #1", []],
  ] as const;
  for (const [word, text, features] of fields) {
    it(`${text} needs ${features.join(", ") || "nothing"}`, () => {
      expect(standardDecoder().disassemble(word).replace("\t", " ")).to.equal(text);
      expect(featuresOf(standardDecoder().row("MSR (immediate)"), word)).to.deep.equal(features);
    });
  }
});

describeSpellings([
  ["hint #0",                     0xd503201f],
  ["hint #0x22",                  0xd503245f],
  ["isb sy",                      0xd5033fdf],
  ["isb #15",                     0xd5033fdf],
  ["clrex #15",                   0xd5033f5f],
  ["dsb #15",                     0xd5033f9f],
  ["dsb #0",                      0xd503309f],
  ["dsb #12",                     0xd5033c9f],
  ["dsb #28",                     0xd5033e3f],
  ["dsb #16",                     0xd503323f],
  ["dmb #11",                     0xd5033bbf],
  ["DSB ISH",                     0xd5033b9f],
  ["msr daifclr, 2",              0xd50342ff],
  ["msr spsel, x0",               0xd5184200],
  ["MRS X0, midr_el1",            0xd5380000],
  ["mrs x0, s3_0_c0_c0_0",        0xd5380000],
  ["msr S3_0_C1_C0_0, x0",        0xd5181000],
  ["mrs x0, VSCTLR_EL2",          0xd53c2000],
  ["msr TRCEXTINSELR0, x0",       0xd5110880],
  ["sys #3, C7, C4, #1, x0",      0xd50b7420],
  ["sys #0, c7, c5, #0, xzr",     0xd508751f],
  ["tlbi VMALLE1ISnXS",           0xd508931f],
]);

describe("system instructions that the assembler refuses", () => {
  const lines = [
    ["mrs x0, OSLAR_EL1",             "1:9: expected a system register that can be read"],
    ["msr MIDR_EL1, x0",              "1:5: expected one of DAIFClr, DAIFSet, DIT, PAN, SPSel, SSBS, TCO, UAO or a system register that can be written"],
    ["mrs x0, S1_0_C1_C0_0",          "1:9: expected a system register that can be read"],
    ["mrs x0, S3_8_C1_C0_0",          "1:9: expected a system register that can be read"],
    ["mrs x0, S3_0_C16_C0_0",         "1:9: expected a system register that can be read"],
    ["mrs w0, MIDR_EL1",              "1:5: expected an X register"],
    ["msr DAIFSet, #16",              "1:15: expected an integer from 0 to 15"],
    ["dc iallu, x0",                  "1:4: expected an operation of DC"],
    ["dc zva",                        '1:7: expected ","'],
    ["tlbi vmalle1, x0",              "1:13: expected the end of the line"],
    ["dsb #32",                       "1:6: expected an integer from 0 to 15"],
    ["dmb ishnxs",                    "1:5: expected one of ish, ishld, ishst, ld, nsh, nshld, nshst, osh"],
    ["sys #8, c0, c0, #0",            "1:6: expected an integer from 0 to 7"],
    ["sys #0, c16, c0, #0",           "1:10: expected an integer from 0 to 15"],
    ["hint #128",                     "1:7: expected an integer from 0 to 127"],
  ] as const;
  for (const [line, message] of lines) {
    it(`${line} -> ${message}`, () => expect(() => assembleLine(line)).to.throw(message));
  }
});
