// The ID registers claim what the machine's profile has, and nothing else. Which value of which field stands for a
// feature is the manual's ("Architectural features and extensions", each feature's "This feature is supported if").

import { expect } from "chai";
import { PROFILE } from "../../../../src/machine/cpu/profile";
import { standardDecoder } from "../../../../src/machine/decoder/decoder";
import type { SystemRegisterName } from "../../../../src/machine/decoder/tables/system-registers";
import { fieldOf } from "../../../../src/machine/sysregs/field";
import { fieldNamed, REGISTERS } from "../../../../src/machine/sysregs/registers";
import { featuresIn } from "../../../../src/machine/sysregs/registers/claim";
import { Guest } from "../guest";

const valueOf = (register: SystemRegisterName, field: string): number => {
  const { high, low } = fieldNamed(register, field);
  return Number(fieldOf(new Guest().mrs(register), high, low));
};

describe("The ID registers", () => {
  const features = {
    // feature      register             field      value
    FEAT_CRC32:   ["ID_AA64ISAR0_EL1", "CRC32",   1],
    FEAT_AES:     ["ID_AA64ISAR0_EL1", "AES",     2], // 1, but for FEAT_PMULL.
    FEAT_PMULL:   ["ID_AA64ISAR0_EL1", "AES",     2],
    FEAT_SHA1:    ["ID_AA64ISAR0_EL1", "SHA1",    1],
    FEAT_SHA256:  ["ID_AA64ISAR0_EL1", "SHA2",    2], // 1, but for FEAT_SHA512.
    FEAT_SHA512:  ["ID_AA64ISAR0_EL1", "SHA2",    2],
    FEAT_SHA3:    ["ID_AA64ISAR0_EL1", "SHA3",    1],
    FEAT_LSE:     ["ID_AA64ISAR0_EL1", "Atomic",  2],
    FEAT_RDM:     ["ID_AA64ISAR0_EL1", "RDM",     1],
    FEAT_PAN:     ["ID_AA64MMFR1_EL1", "PAN",     2], // 1, but for FEAT_PAN2.
    FEAT_PAN2:    ["ID_AA64MMFR1_EL1", "PAN",     2],
    FEAT_UAO:     ["ID_AA64MMFR2_EL1", "UAO",     1],
    FEAT_FP16:    ["ID_AA64PFR0_EL1",  "FP",      1],
    FEAT_DotProd: ["ID_AA64ISAR0_EL1", "DP",      1],
    FEAT_FCMA:    ["ID_AA64ISAR1_EL1", "FCMA",    1],
    FEAT_JSCVT:   ["ID_AA64ISAR1_EL1", "JSCVT",   1],
    FEAT_LRCPC:   ["ID_AA64ISAR1_EL1", "LRCPC",   1],
    FEAT_FlagM:   ["ID_AA64ISAR0_EL1", "TS",      1],
    FEAT_FRINTTS: ["ID_AA64ISAR1_EL1", "FRINTTS", 1],
    FEAT_SB:      ["ID_AA64ISAR1_EL1", "SB",      1],
  } as const satisfies Readonly<Record<(typeof PROFILE)[number], readonly [SystemRegisterName, string, number]>>;
  for (const [feature, [register, field, value]] of Object.entries(features)) {
    it(`claim ${feature}: ${register}.${field} is ${value}`, () => {
      expect(valueOf(register, field)).to.equal(value);
    });
  }

  // No feature that an instruction needs: what the chapters to come build, or how the machine is made.
  const facts = {
    "ID_AA64PFR0_EL1.CSV3": 1, "ID_AA64PFR0_EL1.CSV2": 1, "ID_AA64PFR0_EL1.EL1": 1, "ID_AA64PFR0_EL1.EL0": 1,
    "ID_AA64DFR0_EL1.CTX_CMPs": 1, "ID_AA64DFR0_EL1.WRPs": 3, "ID_AA64DFR0_EL1.BRPs": 5,
    "ID_AA64DFR0_EL1.PMUVer": 1, "ID_AA64DFR0_EL1.DebugVer": 6,
    "ID_AA64MMFR0_EL1.TGran16": 1, "ID_AA64MMFR0_EL1.ASIDBits": 2, "ID_AA64MMFR0_EL1.PARange": 5,
  } as const;
  it("claim nothing beyond the profile and a few facts", () => {
    const profile: readonly string[] = PROFILE;
    const claims = REGISTERS.filter(({ name }) => name.startsWith("ID_")).flatMap(({ name, fields }) =>
      fields.flatMap((field) => {
        const value = valueOf(name, field.name);
        const text = Object.entries(field.values).find(([key]) => Number(key) === value)?.[1] ?? "";
        const isProfile = featuresIn(text).length > 0 && featuresIn(text).every((f) => profile.includes(f));
        return value === 0 || isProfile ? [] : [[`${name}.${field.name}`, value] as const];
      }));
    expect(Object.fromEntries(claims)).to.deep.equal(facts);
  });

  it("know every feature that an instruction of the tables needs and this machine has not", () => {
    const known = new Set(REGISTERS.flatMap(({ fields }) => fields.flatMap(({ values }) => Object.values(values).flatMap(featuresIn))));
    const needed = new Set(standardDecoder().rows.flatMap((row) => row.features.map(({ name }) => name)));
    const unclaimable = [...needed].filter((feature) => !known.has(feature));
    expect(unclaimable.sort()).to.deep.equal([]);
  });
});
