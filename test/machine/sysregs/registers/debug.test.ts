// The OS Lock, the claim tags and the debug channel (Arm ARM, "OSLAR_EL1", "MDSCR_EL1", "DBGCLAIMSET_EL1",
// "DBGCLAIMCLR_EL1", "DBGDTR_EL0", "DBGDTRRX_EL0", "DBGDTRTX_EL0", "OSECCR_EL1").

import { expect } from "chai";
import { Guest } from "../guest";

const RX_FULL = 1n << 30n;
const TX_FULL = 1n << 29n;

describe("Debug registers", () => {
  it("have the OS Lock taken behind a reset, and given back by OSLAR_EL1", () => {
    const guest = new Guest();
    const seen = [0n, 1n, 2n, 3n].map((value) => guest.msr("OSLAR_EL1", value).mrs("OSLSR_EL1"));
    expect(seen).to.deep.equal([0x8n, 0xan, 0x8n, 0xan]);
  });

  it("let EL1 change what is the debugger's in MDSCR_EL1 only under the OS Lock", () => {
    const guest = new Guest().msr("OSLAR_EL1", 0n).msr("MDSCR_EL1", 0xffff_ffffn);
    expect(guest.mrs("MDSCR_EL1")).to.equal(0xb001n);
    guest.msr("OSLAR_EL1", 1n).msr("MDSCR_EL1", 0xffff_ffffn).msr("OSLAR_EL1", 0n).msr("MDSCR_EL1", 0n);
    expect(guest.mrs("MDSCR_EL1")).to.equal(0x6ce0_4040n);
  });

  it("show OSECCR_EL1 only under the OS Lock", () => {
    const guest = new Guest().msr("OSECCR_EL1", 5n).msr("OSLAR_EL1", 0n);
    expect(guest.mrs("OSECCR_EL1")).to.equal(0n);
    expect(guest.msr("OSECCR_EL1", 7n).msr("OSLAR_EL1", 1n).mrs("OSECCR_EL1")).to.equal(5n);
  });

  it("have eight claim tags, set by one register and cleared by another", () => {
    const guest = new Guest().msr("DBGCLAIMSET_EL1", 0x1ffn).msr("DBGCLAIMCLR_EL1", 0x0fn);
    expect([guest.mrs("DBGCLAIMSET_EL1"), guest.mrs("DBGCLAIMCLR_EL1")]).to.deep.equal([0xffn, 0xf0n]);
    expect(guest.msr("DBGCLAIMSET_EL1", 1n).mrs("DBGCLAIMCLR_EL1")).to.equal(0xf1n);
  });

  it("keep a word that is sent, since nobody takes it", () => {
    const guest = new Guest().msr("DBGDTRTX_EL0", 0x1234n);
    expect([guest.mrs("MDCCSR_EL0"), guest.mrs("OSDTRTX_EL1")]).to.deep.equal([TX_FULL, 0x1234n]);
  });

  it("make room for another word when one is read", () => {
    const guest = new Guest().msr("OSDTRRX_EL1", 0x5678n).msr("MDSCR_EL1", RX_FULL);
    const full = guest.mrs("MDCCSR_EL0");
    expect([full, guest.mrs("DBGDTRRX_EL0"), guest.mrs("MDCCSR_EL0")]).to.deep.equal([RX_FULL, 0x5678n, 0n]);
  });

  it("pass two words at once through DBGDTR_EL0, whose halves change places", () => {
    const guest = new Guest().msr("DBGDTR_EL0", 0xaaaa_aaaa_bbbb_bbbbn);
    expect([guest.mrs("OSDTRRX_EL1"), guest.mrs("OSDTRTX_EL1")]).to.deep.equal([0xaaaa_aaaan, 0xbbbb_bbbbn]);
    expect([guest.mrs("MDCCSR_EL0"), guest.mrs("DBGDTR_EL0")]).to.deep.equal([TX_FULL, 0xbbbb_bbbb_aaaa_aaaan]);
  });

  it("tell whoever watches for breakpoints that they were written", () => {
    const guest = new Guest();
    const told: string[] = [];
    guest.system.onWrite((dependant) => told.push(dependant));
    const those = ["MDSCR_EL1", "OSLAR_EL1", "OSDLR_EL1", "DBGBVR0_EL1", "DBGBCR5_EL1", "DBGWVR0_EL1", "DBGWCR3_EL1", "CONTEXTIDR_EL1"] as const;
    for (const name of those) guest.msr(name, 0n);
    expect(told).to.deep.equal(those.map(() => "debug"));
  });
});
