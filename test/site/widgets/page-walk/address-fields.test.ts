import { expect } from "chai";
import { addressText } from "../../../../src/site/widgets/machine/numbers";
import { accessOf } from "../../../../src/site/widgets/page-walk/access";
import { addressFields, indexBitsOf, withIndex } from "../../../../src/site/widgets/page-walk/address-fields";
import { presetCalled } from "../../../../src/site/widgets/page-walk/address-spaces";

/** "range 63:39 TTBR0_EL1" */
const fieldsOf = (preset: string, va: bigint): string[] => {
  const { registers, memory } = presetCalled(preset).make();
  const { trace } = accessOf(va, { level: 1, purpose: "read", PAN: false }, registers, memory);
  return addressFields(va, trace).map(({ name, shift, width, note }) => `${name} ${shift + width - 1}:${shift} ${note}`);
};

// Arm ARM, "The VMSAv8-64 translation table format": which bits each level resolves.
const cases = [
  ["linux", 0x12_3456_7890n, ["tag 63:56 0x0", "range 55:39 TTBR0_EL1", "L1 38:30 0x48", "L2 29:21 0x1a2", "L3 20:12 0x167", "offset 11:0 0x890"]],
  ["linux", 0xffff_ffc0_0063_f018n, ["range 63:39 TTBR1_EL1", "L1 38:30 0x100", "L2 29:21 0x3", "offset 20:0 0x3f018"]],
  ["four-levels", 0xaaaa_c0de_0010n, ["range 63:48 TTBR0_EL1", "L0 47:39 0x155", "L1 38:30 0xab", "L2 29:21 0x6", "L3 20:12 0x1e0", "offset 11:0 0x10"]],
  ["64k", 0xaaaa_c0df_1234n, ["range 63:48 TTBR0_EL1", "L1 47:42 0x2a", "L2 41:29 0x1556", "L3 28:16 0xdf", "offset 15:0 0x1234"]],
] as const;

describe("addressFields", () => {
  for (const [preset, va, fields] of cases) {
    it(`${preset}: ${addressText(va)}`, () => expect(fieldsOf(preset, va)).to.deep.equal([...fields]));
  }

  it("chooses another entry without touching the rest", () => {
    const { registers, memory } = presetCalled("linux").make();
    const { trace: { range } } = accessOf(0x12_3456_7890n, { level: 1, purpose: "read", PAN: false }, registers, memory);
    const [, level2] = indexBitsOf(range);
    expect(withIndex(0x12_3456_7890n, level2!, 0)).to.equal(0x12_0016_7890n);
  });
});
