// What exception levels, floating point, and debugging there are (Arm ARM, "AArch64 Processor
// Feature Register" 0 and 1, "AArch64 Debug Feature Register" 0 and 1).

import type { RegisterTable } from "../register";
import { identifies } from "./claim";

const EXCEPTION_LEVEL = {
  "0b0000": "not implemented",
  "0b0001": "AArch64 only",
  "0b0010": "AArch64 and AArch32",
} as const;

export const PROCESSOR_ID_REGISTERS = {
  ID_AA64PFR0_EL1: identifies({
    title: "AArch64 Processor Feature Register 0",
    purpose: "Says which exception levels there are, whether there is floating point, and whether "
      + "speculation can be abused.",
    fields: [
      ["63:60", "CSV3", "Speculation cannot use what a faulting load would have read (Meltdown)", {
        "0b0000": "perhaps it can",
        "0b0001": "it cannot: FEAT_CSV3",
      }],
      ["59:56", "CSV2", "Predictions cannot be trained from another context (Spectre 2)", {
        "0b0000": "perhaps they can",
        "0b0001": "they cannot: FEAT_CSV2",
        "0b0010": "and contexts have numbers: FEAT_CSV2_2",
      }],
      ["55:52", "RME", "Realms", { "0b0001": "FEAT_RME" }],
      ["51:48", "DIT", "Timing that does not depend on the data", { "0b0001": "FEAT_DIT" }],
      ["47:44", "AMU", "Activity monitors", { "0b0001": "FEAT_AMUv1" }],
      ["43:40", "MPAM", "Memory partitioning and monitoring", { "0b0001": "FEAT_MPAM" }],
      ["39:36", "SEL2", "Secure EL2", { "0b0001": "FEAT_SEL2" }],
      ["35:32", "SVE", "The scalable vector extension", { "0b0001": "FEAT_SVE" }],
      ["31:28", "RAS", "Reports of hardware errors", {
        "0b0001": "FEAT_RAS",
        "0b0010": "FEAT_RAS, FEAT_RASv1p1",
      }],
      ["27:24", "GIC", "The interrupt controller has system registers", {
        "0b0000": "it is memory-mapped",
        "0b0001": "GICv3 or GICv4.0",
      }],
      ["23:20", "AdvSIMD", "Vectors", {
        "0b0000": "single and double precision",
        "0b0001": "half precision too: FEAT_FP16",
        "0b1111": "not implemented",
      }],
      ["19:16", "FP", "Floating point", {
        "0b0000": "single and double precision",
        "0b0001": "half precision too: FEAT_FP16",
        "0b1111": "not implemented",
      }],
      ["15:12", "EL3", "Exception level 3: the firmware's", EXCEPTION_LEVEL],
      ["11:8", "EL2", "Exception level 2: the hypervisor's", EXCEPTION_LEVEL],
      ["7:4", "EL1", "Exception level 1: the operating system's", EXCEPTION_LEVEL],
      ["3:0", "EL0", "Exception level 0: the programs'", EXCEPTION_LEVEL],
    ],
  }, { CSV3: 0b0001, CSV2: 0b0001, EL1: 0b0001, EL0: 0b0001 }),
  ID_AA64PFR1_EL1: identifies({
    title: "AArch64 Processor Feature Register 1",
    purpose: "Says which of the later protections there are.",
    fields: [
      ["39:36", "NMI", "Interrupts that cannot be masked", { "0b0001": "FEAT_NMI" }],
      ["35:32", "CSV2_frac", "A fraction of CSV2", { "0b0001": "FEAT_CSV2_1p1" }],
      ["31:28", "RNDR_trap", "Random numbers can be trapped to EL3", { "0b0001": "FEAT_RNG_TRAP" }],
      ["27:24", "SME", "The scalable matrix extension", { "0b0001": "FEAT_SME" }],
      ["19:16", "MPAM_frac", "A fraction of MPAM", { "0b0001": "FEAT_MPAMv0p1" }],
      ["15:12", "RAS_frac", "A fraction of RAS", { "0b0001": "FEAT_RASv1p1" }],
      ["11:8", "MTE", "Memory tagging", {
        "0b0001": "FEAT_MTE",
        "0b0010": "FEAT_MTE, FEAT_MTE2",
        "0b0011": "FEAT_MTE, FEAT_MTE2, FEAT_MTE3",
      }],
      ["7:4", "SSBS", "Speculation past stores can be forbidden", {
        "0b0001": "FEAT_SSBS",
        "0b0010": "FEAT_SSBS, FEAT_SSBS2",
      }],
      ["3:0", "BT", "Indirect branches must find a landing pad", { "0b0001": "FEAT_BTI" }],
    ],
  }),
  ID_AA64DFR0_EL1: identifies({
    title: "AArch64 Debug Feature Register 0",
    purpose: "Says how many breakpoints and watchpoints there are, and which performance monitors.",
    fields: [
      ["55:52", "BRBE", "A record of branches", { "0b0001": "FEAT_BRBE" }],
      ["51:48", "MTPMU", "Counting for several threads", { "0b0001": "FEAT_MTPMU" }],
      ["47:44", "TraceBuffer", "A buffer for trace", { "0b0001": "FEAT_TRBE" }],
      ["43:40", "TraceFilt", "A filter for trace", { "0b0001": "FEAT_TRF" }],
      ["39:36", "DoubleLock", "OSDLR_EL1", {
        "0b0000": "can be written: FEAT_DoubleLock",
        "0b1111": "reads as zero and ignores writes",
      }],
      ["35:32", "PMSVer", "Statistical profiling", { "0b0001": "FEAT_SPE" }],
      ["31:28", "CTX_CMPs", "Breakpoints that can compare CONTEXTIDR_EL1, minus 1: the last ones"],
      ["23:20", "WRPs", "Watchpoints, minus 1"],
      ["15:12", "BRPs", "Breakpoints, minus 1"],
      ["11:8", "PMUVer", "Performance monitors", {
        "0b0000": "not implemented",
        "0b0001": "version 3: FEAT_PMUv3",
        "0b0100": "version 3 of Armv8.1: FEAT_PMUv3p1",
        "0b0101": "version 3 of Armv8.4: FEAT_PMUv3p4",
      }],
      ["7:4", "TraceVer", "System registers for trace", {
        "0b0000": "not implemented",
        "0b0001": "implemented",
      }],
      ["3:0", "DebugVer", "The version of self-hosted debug", {
        "0b0110": "Armv8",
        "0b0111": "Armv8 with VHE",
        "0b1000": "Armv8.2: FEAT_Debugv8p2",
        "0b1001": "Armv8.4: FEAT_Debugv8p4",
      }],
    ],
  }, { CTX_CMPs: 1, WRPs: 3, BRPs: 5, PMUVer: 0b0001, DebugVer: 0b0110 }),
  ID_AA64DFR1_EL1: identifies({
    title: "AArch64 Debug Feature Register 1",
    purpose: "For what debugging is yet to have.",
    fields: [],
  }),
  ID_AA64AFR0_EL1: identifies({
    title: "AArch64 Auxiliary Feature Register 0",
    purpose: "For what a maker adds; here is nothing.",
    fields: [],
  }),
  ID_AA64AFR1_EL1: identifies({
    title: "AArch64 Auxiliary Feature Register 1",
    purpose: "For what a maker adds; here is nothing.",
    fields: [],
  }),
} as const satisfies RegisterTable;
