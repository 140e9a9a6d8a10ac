// What EL0 may do. The columns are as qemu-system-aarch64 7.2 answered (-cpu max,pauth=off,sve=off,sme=off: a
// bare-metal image tried MRS and MSR of every register at EL0, with each control alone), but for the debug channel's,
// which QEMU has not, or never traps: those are from the manual ("MDSCR_EL1", TDCC). SCTLR_EL1 etc. of EL1 are
// Undefined whatever is set; so are ID registers, since there is no FEAT_IDST (QEMU has it, and traps).

import { expect } from "chai";
import type { SystemRegisterName } from "../../../../src/machine/decoder/tables/system-registers";
import { REGISTERS } from "../../../../src/machine/sysregs/registers";
import { Guest } from "../guest";

/** What closes all that can be closed, and what opens it, alone. */
const CLOSED = { SCTLR_EL1: 0n, CNTKCTL_EL1: 0n, PMUSERENR_EL0: 0n, MDSCR_EL1: 1n << 12n } as const;
const OPEN = {
  "":    {},
  UMA:   { SCTLR_EL1: 1n << 9n },
  UCT:   { SCTLR_EL1: 1n << 15n },
  PCTEN: { CNTKCTL_EL1: 1n << 0n },
  VCTEN: { CNTKCTL_EL1: 1n << 1n },
  VTEN:  { CNTKCTL_EL1: 1n << 8n },
  PTEN:  { CNTKCTL_EL1: 1n << 9n },
  EN:    { PMUSERENR_EL0: 1n << 0n },
  SW:    { PMUSERENR_EL0: 1n << 1n },
  CR:    { PMUSERENR_EL0: 1n << 2n },
  ER:    { PMUSERENR_EL0: 1n << 3n },
  TDCC:  { MDSCR_EL1: 0n },
} as const;
type Control = keyof typeof OPEN;

function guestWith(control: Control): Guest {
  const guest = new Guest().msr("CPACR_EL1", 3n << 20n);
  for (const [name, value] of Object.entries({ ...CLOSED, ...OPEN[control] })) guest.msr(name as SystemRegisterName, value);
  return guest;
}

let guests: readonly (readonly [control: string, guest: Guest])[];

/** "u" or "+" if that is so whatever EL1 set; else the controls that open it. */
function opening(direction: "mrs" | "msr", name: SystemRegisterName): string {
  const verdicts = guests.map(([control, guest]) => [control, guest.at("EL0").may(direction, name)] as const);
  const [, first] = verdicts[0]!;
  if (first !== "t") return verdicts.every(([, verdict]) => verdict === first) ? first : "it depends";
  return verdicts.flatMap(([control, verdict]) => (verdict === "+" ? [control] : [])).join(" ");
}

const RULES: Readonly<Partial<Record<SystemRegisterName, readonly [mrs: string, msr: string]>>> = {
  // register      MRS            MSR
  NZCV:            ["+",           "+"],
  FPCR:            ["+",           "+"],
  FPSR:            ["+",           "+"],
  DAIF:            ["UMA",         "UMA"],
  CTR_EL0:         ["UCT",         "u"],
  DCZID_EL0:       ["+",           "u"],
  TPIDR_EL0:       ["+",           "+"],
  TPIDRRO_EL0:     ["+",           "u"],
  CNTFRQ_EL0:      ["PCTEN VCTEN", "u"],
  CNTPCT_EL0:      ["PCTEN",       "u"],
  CNTVCT_EL0:      ["VCTEN",       "u"],
  CNTP_CTL_EL0:    ["PTEN",        "PTEN"],
  CNTP_CVAL_EL0:   ["PTEN",        "PTEN"],
  CNTP_TVAL_EL0:   ["PTEN",        "PTEN"],
  CNTV_CTL_EL0:    ["VTEN",        "VTEN"],
  CNTV_CVAL_EL0:   ["VTEN",        "VTEN"],
  CNTV_TVAL_EL0:   ["VTEN",        "VTEN"],
  PMCR_EL0:        ["EN",          "EN"],
  PMCNTENSET_EL0:  ["EN",          "EN"],
  PMCNTENCLR_EL0:  ["EN",          "EN"],
  PMOVSSET_EL0:    ["EN",          "EN"],
  PMOVSCLR_EL0:    ["EN",          "EN"],
  PMSWINC_EL0:     ["u",           "EN SW"],
  PMSELR_EL0:      ["EN ER",       "EN ER"],
  PMCEID0_EL0:     ["EN",          "u"],
  PMCEID1_EL0:     ["EN",          "u"],
  PMCCNTR_EL0:     ["EN CR",       "EN"],
  PMCCFILTR_EL0:   ["EN",          "EN"],
  PMXEVTYPER_EL0:  ["EN",          "EN"],
  PMXEVCNTR_EL0:   ["EN ER",       "EN"],
  PMUSERENR_EL0:   ["+",           "u"],
  MDCCSR_EL0:      ["TDCC",        "u"],
  DBGDTR_EL0:      ["TDCC",        "TDCC"],
  DBGDTRRX_EL0:    ["TDCC",        "TDCC"], // One number: by MSR it is DBGDTRTX_EL0.
  DBGDTRTX_EL0:    ["TDCC",        "TDCC"],
};

describe("What EL0 may do with system registers", () => {
  before(() => {
    guests = Object.keys(OPEN).map((control) => [control, guestWith(control as Control)]);
  });

  for (const [name, [mrs, msr]] of Object.entries(RULES)) {
    it(`${name}: MRS ${mrs}, MSR ${msr}`, () => {
      const register = name as SystemRegisterName;
      expect([opening("mrs", register), opening("msr", register)]).to.deep.equal([mrs, msr]);
    });
  }

  it("nothing, with any other", () => {
    for (const { name } of REGISTERS) {
      if (RULES[name] !== undefined) continue;
      expect([opening("mrs", name), opening("msr", name)], name).to.deep.equal(["u", "u"]);
    }
  });

  it("sees DC ZVA prohibited in DCZID_EL0, unless SCTLR_EL1.DZE is set", () => {
    const guest = new Guest();
    const seen = [0n, 1n << 14n].map((sctlr) => guest.at("EL1").msr("SCTLR_EL1", sctlr).at("EL0").mrs("DCZID_EL0"));
    expect([...seen, guest.at("EL1").msr("SCTLR_EL1", 0n).mrs("DCZID_EL0")]).to.deep.equal([0x14n, 4n, 4n]);
  });
});
