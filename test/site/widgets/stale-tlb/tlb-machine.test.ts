import { expect } from "chai";
import { guides } from "../../../../src/site/widgets/stale-tlb/guides";
import { lineOf } from "../../../../src/site/widgets/stale-tlb/happened-text";
import type { Action, Asid, Frame, PageName, TlbiForm } from "../../../../src/site/widgets/stale-tlb/tlb-actions";
import { TlbMachine } from "../../../../src/site/widgets/stale-tlb/tlb-machine";

const read = (page: PageName): Action => ({ kind: "read", page });
const switchTo = (asid: Asid): Action => ({ kind: "switch", asid });
const write = (asid: Asid, page: PageName, frame: Frame | undefined, nG = true): Action => ({ kind: "write", asid, page, entry: { frame, nG } });
const tlbi = (form: TlbiForm, page: PageName = "code"): Action => ({ kind: "TLBI", form, page });

/** What each line of the figure's log says. */
const said = (actions: readonly Action[]): string[] => {
  const machine = new TlbMachine();
  return actions.map((action) => lineOf(machine.perform(action)).says);
};

// Who is meant by which TLBI: Arm ARM, "TLB maintenance instructions".
const stories: readonly (readonly [title: string, actions: readonly Action[], last: string])[] = [
  ["a first access walks", [read("code")], "miss, walked: oak"],
  ["a second one hits", [read("code"), read("code")], "hit: oak"],
  ["a change is not seen", [read("code"), write(1, "code", "bay"), read("code")], "hit: oak, and the table says otherwise"],
  ["an unmapping is not seen", [read("code"), write(1, "code", undefined), read("code")], "hit: oak, and the table says otherwise"],
  ["a fault is not kept", [write(1, "code", undefined), read("code"), write(1, "code", "bay"), read("code")], "miss, walked: bay"],
  ["TLBI VAE1 makes it seen", [read("code"), write(1, "code", "bay"), tlbi("VAE1"), read("code")], "miss, walked: bay"],
  ["TLBI VAE1 of another page does not", [read("code"), write(1, "code", "bay"), tlbi("VAE1", "data"), read("code")], "hit: oak, and the table says otherwise"],
  ["TLBI VAE1 with another ASID does not", [read("code"), write(1, "code", "bay"), switchTo(2), tlbi("VAE1"), switchTo(1), read("code")], "hit: oak, and the table says otherwise"],
  ["TLBI VAAE1 means every ASID", [read("code"), write(1, "code", "bay"), switchTo(2), tlbi("VAAE1"), switchTo(1), read("code")], "miss, walked: bay"],
  ["TLBI ASIDE1 leaves the kernel's", [read("kernel"), tlbi("ASIDE1"), read("kernel")], "hit: yew"],
  ["TLBI VAE1 means a global entry too", [read("kernel"), switchTo(2), tlbi("VAE1", "kernel"), read("kernel")], "miss, walked: yew"],
  ["TLBI VMALLE1 means all", [read("kernel"), tlbi("VMALLE1"), read("kernel")], "miss, walked: yew"],
  ["another program has its own", [read("code"), switchTo(2), read("code")], "miss, walked: ash"],
  ["the first one's are still there", [read("code"), switchTo(2), read("code"), switchTo(1), read("code")], "hit: oak"],
  ["the kernel's are everybody's", [read("kernel"), switchTo(2), read("kernel")], "hit: yew"],
  ["so is a program's page without nG", [write(1, "code", "oak", false), read("code"), switchTo(2), read("code")], "hit: oak, and the table says otherwise"],
  ["four other pages push it out", [read("code"), write(1, "code", "bay"), switchTo(2), read("code"), read("data"), read("kernel"), switchTo(1), read("data"), read("code")], "miss, walked: bay"],
];

describe("TlbMachine", () => {
  for (const [title, actions, last] of stories) {
    it(title, () => expect(said(actions).at(-1)).to.equal(last));
  }

  it("shows which entry is stale, and what the table says", () => {
    const machine = new TlbMachine();
    for (const action of [read("code"), read("kernel"), write(1, "code", "bay")]) machine.perform(action);
    expect(machine.kept()).to.deep.equal([
      { asid: 1, page: "code", frame: "oak", isCurrent: true, tableSays: "bay" },
      { asid: undefined, page: "kernel", frame: "yew", isCurrent: true, tableSays: undefined },
      undefined, undefined,
    ]);
  });

  it("calls an entry stale that is only more global than the table has it", () => {
    const machine = new TlbMachine();
    for (const action of [write(1, "code", "oak", false), read("code"), write(1, "code", "oak")]) machine.perform(action);
    expect(machine.kept()[0]).to.include({ asid: undefined, frame: "oak", tableSays: "oak" });
    expect(machine.staleFor(1, "code")).to.equal("oak");
    expect(machine.staleFor(2, "code")).to.equal(undefined);
  });

  it("knows that the kernel's page is one, whoever's entry it is", () => {
    const machine = new TlbMachine();
    for (const action of [write(1, "kernel", "yew", true), switchTo(2), read("kernel"), write(1, "kernel", "bay", true)]) machine.perform(action);
    expect(machine.staleFor(1, "kernel")).to.equal("yew");
  });

  it("gives every new program another page", () => {
    const machine = new TlbMachine();
    const code = (): unknown => machine.entry(2, "code").frame;
    const seen = [code()];
    for (let i = 0; i < 2; i++) {
      machine.perform({ kind: "replace", asid: 2 });
      seen.push(code());
    }
    expect(seen).to.deep.equal(["ash", "bay", "ash"]);
  });

  it("writes Xt as TLBI reads it", () => {
    const machine = new TlbMachine();
    // ASID in bits 63:48, VA[55:12] in bits 43:0.
    expect(machine.perform(tlbi("VAE1"))).to.include({ Xt: 0x0001_0000_0000_0400n });
    expect(machine.perform(tlbi("VAAE1", "kernel"))).to.include({ Xt: 0x0000_0fff_f800_8000n });
  });
});

describe("the guides", () => {
  const ends = (title: string): string[] => guides.find((guide) => guide.title === title)!.steps.map(({ actions }) => actions)
    .reduce<{ machine: TlbMachine; says: string[] }>(({ machine, says }, actions) => ({ machine, says: [...says, actions.map((action) => lineOf(machine.perform(action)).says).at(-1)!] }), { machine: new TlbMachine(), says: [] }).says;

  it("Forget", () => expect(ends("Forget")).to.deep.equal([
    "miss, walked: oak", "program 1's table: code is bay", "hit: oak, and the table says otherwise", "miss, walked: yew", "miss, walked: bay",
  ]));
  it("Break before make", () => expect(ends("Break before make")).to.deep.equal([
    "miss, walked: oak", "program 1's table: code is nothing", "hit: oak, and the table says otherwise", "one entry goes",
    "miss, walked: translation fault, level 3", "program 1's table: code is bay", "miss, walked: bay",
  ]));
  it("A number, used again", () => expect(ends("A number, used again")).to.deep.equal([
    "miss, walked: ash", "a new program's pages are others; the TLB is as it was", "hit: ash, and the table says otherwise", "one entry goes", "miss, walked: bay",
  ]));
});
