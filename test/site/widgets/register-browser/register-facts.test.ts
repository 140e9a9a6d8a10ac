import { expect } from "chai";
import { registerNamed, REGISTERS, type SystemRegister } from "../../../../src/machine/sysregs/registers";
import { bitsText, registerFacts } from "../../../../src/site/widgets/register-browser/register-facts";
import { resetValue } from "../../../../src/site/widgets/register-browser/reset-value";
import { parseShown, shownText } from "../../../../src/site/widgets/register-browser/shown-register";

type Name = SystemRegister["name"];

const factOf = (register: Name, value: bigint, field: string) => registerFacts(registerNamed(register), value).find(({ name }) => name === field)!;

// Arm ARM, the description of each register.
const values: readonly (readonly [register: Name, value: bigint, field: string, bits: string, digits: string, says: string])[] = [
  ["SCTLR_EL1", 0x1n,                     "M",      "0",     "1",       "are translated: the MMU is on"],
  ["SCTLR_EL1", 0x1n,                     "UCI",    "26",    "0",       "trapped to EL1"],
  ["TCR_EL1",   0x8080_3519n,             "TG1",    "31:30", "10",      "4 KiB"],
  ["TCR_EL1",   0x8080_3519n,             "T0SZ",   "5:0",   "011001",  "39 bits of address"],
  ["TCR_EL1",   0n,                       "TG1",    "31:30", "00",      "reserved"],
  ["TCR_EL1",   0n,                       "T0SZ",   "5:0",   "000000",  "out of range: 16 to 39"],
  ["MAIR_EL1",  0xff04n,                  "Attr1",  "15:8",  "11111111", "Normal, write-back, allocates on read and write"],
  ["MAIR_EL1",  0xff04n,                  "Attr0",  "7:0",   "00000100", "Device-nGnRE"],
  ["ESR_EL1",   0x9200_004fn,             "EC",     "31:26", "100100",  "data abort from EL0"],
  ["ESR_EL1",   0x9200_004fn,             "WnR",    "6",     "1",       "write"],
  ["ESR_EL1",   0x9200_004fn,             "DFSC",   "5:0",   "001111",  "permission fault, level 3"],
  ["ESR_EL1",   0x5600_002an,             "imm16",  "15:0",  "0x2a",    ""],
  ["ESR_EL1",   0x6234_1000n,             "Op1",    "16:14", "000",     ""],
  ["SPSR_EL1",  0x3c5n,                   "M[3:0]", "3:0",   "0101",    "EL1h: EL1 with SP_EL1"],
  ["SPSR_EL1",  0x3c9n,                   "M[3:0]", "3:0",   "1001",    "no state to return to: ERET sets PSTATE.IL"],
  ["PAR_EL1",   0xff00_0000_4008_0b80n,   "PA",     "47:12", "0x40080", ""],
  ["PAR_EL1",   0xff00_0000_4008_0b80n,   "ATTR",   "63:56", "11111111", "Normal, write-back, allocates on read and write"],
  ["PAR_EL1",   0x80fn,                   "FST",    "6:1",   "000111",  "translation fault, level 3"],
  ["PAR_EL1",   0x80fn,                   "F",      "0",     "1",       "the access would fault"],
  ["ID_AA64ISAR0_EL1", 0n,                "RNDR",   "63:60", "0000",    "not here"],
];

describe("registerFacts", () => {
  for (const [register, value, field, bits, digits, says] of values) {
    it(`${register} = 0x${value.toString(16)}: ${field}, ${bits}, is ${digits}: ${says}`, () => {
      const fact = factOf(register, value, field);
      expect([bitsText(fact), fact.digits, fact.says]).to.deep.equal([bits, digits, says]);
    });
  }

  it("leaves no bit out and names each box once, in every register", () => {
    for (const register of REGISTERS) {
      const facts = registerFacts(register, resetValue(register.name));
      expect(facts.reduce((above, { high, low, name }) => {
        expect(high, `${register.name}.${name}`).to.equal(above - 1);
        return low;
      }, 64), register.name).to.equal(0);
      expect(new Set(facts.map(({ field }) => field.name)).size, register.name).to.equal(facts.length);
    }
  });

  it("has one form of PAR_EL1 at a time", () => {
    const names = (value: bigint): string => registerFacts(registerNamed("PAR_EL1"), value).map(({ name }) => name).filter((name) => name !== "RES0").join(" ");
    expect(names(0x800n)).to.equal("ATTR PA RES1 NS SH F");
    expect(names(0x801n)).to.equal("RES1 S PTW FST F");
  });

  it("offers every class of exception in ESR_EL1.EC, SVC among them", () => {
    expect(factOf("ESR_EL1", 0n, "EC").choices).to.deep.include({ value: 0x15n, says: "SVC" });
  });

  it("says which fields a write does not change", () => {
    expect(factOf("CNTV_CTL_EL0", 0n, "ISTATUS").isKept).to.equal(true);
    expect(factOf("CNTV_CTL_EL0", 0n, "ENABLE").isKept).to.equal(false);
    expect(registerFacts(registerNamed("MIDR_EL1"), 0n).some(({ isKept }) => isKept), "where MSR is Undefined anyway").to.equal(false);
  });
});

describe("resetValue", () => {
  // Arm ARM: PSTATE at reset is EL1h with DAIF set; without EL2 and EL3.
  for (const [name, value] of [["DAIF", 0x3c0n], ["CurrentEL", 0x4n], ["SPSel", 0x1n], ["OSLAR_EL1", 0n]] as const) {
    it(`${name}: 0x${value.toString(16)}`, () => expect(resetValue(name)).to.equal(value));
  }
});

describe("a register in an address", () => {
  for (const [text, shown] of [
    ["TCR_EL1:0x19", "TCR_EL1:0x19"],
    ["tcr_el1:25", "TCR_EL1:0x19"],
    ["DAIF", "DAIF:0x3c0"],
    ["TCR_EL1:nonsense", undefined],
    ["TCR_EL9:0x19", undefined],
    ["", undefined],
  ] as const) {
    it(`"${text}" is ${shown ?? "nothing"}`, () => {
      const parsed = parseShown(text);
      expect(parsed && shownText(parsed)).to.equal(shown);
    });
  }
});
