// What registers hold behind a reset, and of what is written to them. The third column of values is
// QEMU's, where it differs: qemu-system-aarch64 7.2, -machine virt -cpu max,pauth=off,sve=off,sme=off
// (a bare-metal image read each register, wrote all ones, and read it again). QEMU keeps most RES0
// bits as they are written; the manual says RES0 in the section that is the register's own.

import { expect } from "chai";
import { REGISTERS } from "../../../src/machine/sysregs/registers";
import { Guest } from "./guest";

const ALL = 0xffff_ffff_ffff_ffffn;

describe("System registers", () => {
  const constants = [
    // register           value                    QEMU, if it says so too
    ["MIDR_EL1",          0x000f_0000n],           // 0x000f0510: nobody's, too
    ["MPIDR_EL1",         0x8000_0000n],           // the same
    ["REVIDR_EL1",        0n],                     // the same
    ["AIDR_EL1",          0n],                     // the same
    ["CurrentEL",         4n],                     // the same
    ["ID_AA64PFR0_EL1",   0x1100_0000_0011_0011n],
    ["ID_AA64PFR1_EL1",   0n],
    ["ID_AA64DFR0_EL1",   0x1030_5106n],           // the same on -cpu cortex-a57
    ["ID_AA64DFR1_EL1",   0n],                     // the same
    ["ID_AA64AFR0_EL1",   0n],                     // the same
    ["ID_AA64AFR1_EL1",   0n],                     // the same
    ["ID_AA64ISAR0_EL1",  0x0010_1001_1021_2120n],
    ["ID_AA64ISAR1_EL1",  0x0000_0011_0011_1000n],
    ["ID_AA64ISAR2_EL1",  0n],                     // the same
    ["ID_AA64MMFR0_EL1",  0x0010_0025n],
    ["ID_AA64MMFR1_EL1",  0x0020_0000n],
    ["ID_AA64MMFR2_EL1",  0x0000_0010n],
    ["ID_PFR0_EL1",       0n],
    ["ID_ISAR5_EL1",      0n],
    ["ID_MMFR5_EL1",      0n],
    ["MVFR2_EL1",         0n],
    ["CTR_EL0",           0xb444_c004n],           // 0x8444c004: without IDC and DIC
    ["DCZID_EL0",         4n],                     // 7: larger blocks
    ["CLIDR_EL1",         0b011n],                 // 0x02000023: of several levels
    ["CCSIDR_EL1",        0n],
    ["RVBAR_EL1",         0n],                     // the same
    ["ISR_EL1",           0n],                     // the same
    ["PMCEID0_EL0",       0x0002_0000n],           // 0x00020001: software increment too
    ["PMCEID1_EL0",       0n],
    ["OSLSR_EL1",         0xan],                   // the same
    ["MDRAR_EL1",         0n],                     // the same
    ["MDCCSR_EL0",        0n],                     // the same
    ["DBGAUTHSTATUS_EL1", 0xan],                   // Undefined: QEMU has no external debug interface
  ] as const;
  for (const [name, value] of constants) {
    it(`${name} reads as 0x${value.toString(16)}`, () => {
      expect(new Guest().mrs(name)).to.equal(value);
    });
  }

  const written = [
    // register         reset            all ones                  zeros          QEMU's reset, all ones
    ["SPSel",           1n,              1n,                       0n],
    ["DAIF",            0x3c0n,          0x3c0n,                   0n],
    ["NZCV",            0n,              0xf000_0000n,             0n],
    ["PAN",             0n,              0x0040_0000n,             0n],
    ["UAO",             0n,              0x0080_0000n,             0n],
    ["SP_EL0",          0n,              ALL,                      0n],
    ["FPCR",            0n,              0x07c8_0000n,             0n],        // 0, 0x07ff0000: Len and Stride are AArch32's
    ["FPSR",            0n,              0x0800_009fn,             0n],        // 0, 0xf800009f: N, Z, C, V are AArch32's
    ["CSSELR_EL1",      0n,              0xfn,                     0n],
    ["SCTLR_EL1",       0x30d5_0998n,    0x34dd_db9fn,             0x3050_0980n], // 0x00c50838, everything: no RES1
    ["ACTLR_EL1",       0n,              0n,                       0n],
    ["CPACR_EL1",       0n,              0x0030_0000n,             0n],        // 0, everything
    ["TPIDR_EL0",       0n,              ALL,                      0n],
    ["TPIDRRO_EL0",     0n,              ALL,                      0n],
    ["TPIDR_EL1",       0n,              ALL,                      0n],
    ["VBAR_EL1",        0n,              0xffff_ffff_ffff_f800n,   0n],        // 0, all but bits 4 to 0
    ["ESR_EL1",         0n,              0xffff_ffffn,             0n],        // 0, everything
    ["FAR_EL1",         0n,              ALL,                      0n],
    ["ELR_EL1",         0n,              ALL,                      0n],
    ["SPSR_EL1",        0n,              0xf0f0_03dfn,             0n],        // 0, everything
    ["AFSR0_EL1",       0n,              0n,                       0n],
    ["AFSR1_EL1",       0n,              0n,                       0n],
    ["TTBR0_EL1",       0n,              0xffff_ffff_ffff_fffen,   0n],        // 0, everything: CnP
    ["TTBR1_EL1",       0n,              0xffff_ffff_ffff_fffen,   0n],        // 0, everything: CnP
    ["TCR_EL1",         0n,              0x77_ffff_ffbfn,          0n],        // 0, everything
    ["MAIR_EL1",        0n,              ALL,                      0n],
    ["AMAIR_EL1",       0n,              0n,                       0n],
    ["CONTEXTIDR_EL1",  0n,              0xffff_ffffn,             0n],        // 0, everything
    ["PAR_EL1",         0x800n,          0xff00_ffff_ffff_fbffn,   0x800n],    // 0, everything: no RES1
    ["CNTFRQ_EL0",      62_500_000n,     0xffff_ffffn,             0n],        // 62500000, everything
    ["CNTKCTL_EL1",     0n,              0x3ffn,                   0n],        // 0, everything
    ["CNTP_CTL_EL0",    0n,              7n,                       0n],
    ["CNTP_CVAL_EL0",   0n,              ALL,                      0n],
    ["CNTV_CTL_EL0",    0n,              7n,                       0n],
    ["CNTV_CVAL_EL0",   0n,              ALL,                      0n],
    ["PMCR_EL0",        0x40n,           0x41n,                    0x40n],     // 0x41013000, 0x410130f9: AArch32, so LC is not RES1
    ["PMCNTENSET_EL0",  0n,              0x8000_0000n,             0x8000_0000n], // 0, 0x8000003f: six event counters
    ["PMOVSSET_EL0",    0n,              0x8000_0000n,             0x8000_0000n], // 0, 0x8000003f
    ["PMINTENSET_EL1",  0n,              0x8000_0000n,             0x8000_0000n], // 0, 0x8000003f
    ["PMCCNTR_EL0",     0n,              ALL,                      0n],
    ["PMCCFILTR_EL0",   0n,              0xc000_0000n,             0n],        // 0, 0xfc000000: EL2's and EL3's
    ["PMSELR_EL0",      0n,              0x1fn,                    0n],
    ["PMXEVTYPER_EL0",  0n,              0n,                       0n],        // 0, 0xfe00ffff: of an event counter
    ["PMXEVCNTR_EL0",   0n,              0n,                       0n],        // 0, everything
    ["PMUSERENR_EL0",   0n,              0xfn,                     0n],
    ["MDSCR_EL1",       0n,              0x6ce0_f041n,             0n],        // 0, everything
    ["MDCCINT_EL1",     0n,              0x6000_0000n,             0n],        // 0, 0: there is no channel
    ["OSDLR_EL1",       0n,              1n,                       0n],
    ["DBGBVR0_EL1",     0n,              0xffff_ffff_ffff_fffcn,   0n],        // 0, everything
    ["DBGBVR5_EL1",     0n,              ALL,                      0n],
    ["DBGBCR0_EL1",     0x1e0n,          0x00ff_e1e7n,             0x1e0n],    // 0, everything: no RES1
    ["DBGWVR3_EL1",     0n,              0xffff_ffff_ffff_fffcn,   0n],
    ["DBGWCR3_EL1",     0n,              0x1f1f_ffffn,             0n],        // 0, everything
    // QEMU has none of these:
    ["DBGPRCR_EL1",     0n,              1n,                       0n],
    ["OSECCR_EL1",      0n,              0xffff_ffffn,             0n],
    ["OSDTRRX_EL1",     0n,              0xffff_ffffn,             0n],
    ["OSDTRTX_EL1",     0n,              0xffff_ffffn,             0n],
    ["DBGDTR_EL0",      0n,              ALL,                      0n],
    ["DBGCLAIMSET_EL1", 0xffn,           0xffn,                    0xffn],
  ] as const;
  for (const [name, reset, ones, zeros] of written) {
    it(`${name} is 0x${reset.toString(16)} behind a reset, and keeps 0x${ones.toString(16)} of all ones`, () => {
      const guest = new Guest();
      if (name === "FPCR" || name === "FPSR") guest.msr("CPACR_EL1", 3n << 20n);
      const values = [guest.mrs(name), guest.msr(name, ALL).mrs(name)];
      if (name === "SPSel") guest.at("EL1");
      values.push(guest.msr(name, 0n).mrs(name));
      expect(values).to.deep.equal([reset, ones, zeros]);
    });
  }

  it("has no breakpoint or watchpoint beyond those that ID_AA64DFR0_EL1 claims", () => {
    const guest = new Guest();
    const those = ["DBGBVR6_EL1", "DBGBCR6_EL1", "DBGWVR4_EL1", "DBGWCR4_EL1"] as const;
    expect(those.map((name) => guest.may("msr", name))).to.deep.equal(["u", "u", "u", "u"]);
    const alike = (name: string): bigint | undefined =>
      REGISTERS.find((register) => register.name === name)?.masks.writable;
    expect([1, 2, 3, 4, 5].map((n) => alike(`DBGBCR${n}_EL1`))).to.deep.equal(Array(5).fill(0x00ff_e007n));
    expect([0, 1, 2].map((n) => alike(`DBGWCR${n}_EL1`))).to.deep.equal(Array(3).fill(0x1f1f_ffffn));
  });

  // What -cpu max has of features that are not in the profile, and what needs EL2, EL3 or AArch32.
  const absent = [
    "DIT", "SSBS", "TCO", "RNDR", "RNDRRS", "SCXTNUM_EL0", "SCXTNUM_EL1", "APIAKeyLo_EL1", "LORSA_EL1", "DISR_EL1",
    "ERRIDR_EL1", "PMMIR_EL1", "PMEVCNTR0_EL0", "PMEVTYPER0_EL0", "RMR_EL1", "SCTLR_EL2", "SCR_EL3", "DBGVCR32_EL2", "CCSIDR2_EL1",
    "GMID_EL1", "TRFCR_EL1", "CNTPCTSS_EL0", "ICC_PMR_EL1",
  ] as const;
  for (const name of absent) {
    it(`has no ${name}`, () => {
      expect(new Guest().may("mrs", name)).to.equal("u");
    });
  }

  it("shows in ISR_EL1 what the interrupt lines say", () => {
    expect(new Guest({ interruptStatus: () => 0x180 }).mrs("ISR_EL1")).to.equal(0x180n);
  });

  it("shows in MPIDR_EL1 which CPU it is", () => {
    expect(new Guest({ index: 3 }).mrs("MPIDR_EL1")).to.equal(0x8000_0003n);
  });

  it("describes each register in words", () => {
    for (const { name, title, purpose, fields } of REGISTERS) {
      expect(title, name).to.match(/^[A-Z].*[^.]$/);
      expect(purpose, name).to.match(/^[A-Z0-9].*\.$/);
      for (const field of fields) {
        const where = `${name}.${field.name}`;
        expect(field.meaning, where).to.match(/^[A-Za-z].*[^.]$/);
        for (const value of Object.keys(field.values)) {
          expect(value, where).to.match(/^(0b[01]+|0x[0-9a-f]+|\d+)$/);
          expect(Number(value), where).to.be.below(2 ** (field.high - field.low + 1));
        }
      }
    }
  });
});
