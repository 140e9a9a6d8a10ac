// ESR_EL1 on the crash screen, held against what chapter 5 explains of it: the same tables, packed by the compiler.

import { expect } from "chai";
import fc from "fast-check";
import { EXCEPTION_CLASSES } from "../../../src/formats/syndromes/exception-classes";
import { type ExplainedField, explainSyndrome } from "../../../src/formats/syndromes/syndrome";
import { SimulatedMetal } from "../../../src/host/metal/simulated-metal";
import { hasAddress, printAccess, printClass, printSyndrome } from "../../../src/unikernel/crash/cause";
import { hostMetal } from "../../../src/unikernel/metal/hosted";

const printedBy = (print: () => void): string => {
  const metal = new SimulatedMetal(0x4020_0000n, 1 << 16, 1 << 15);
  hostMetal(metal);
  print();
  return metal.output;
};

const small = (value: number): string => (value < 10 ? String(value) : `0x${value.toString(16)}`);

/** Fields that are 0 are not printed; of fault codes the text stands in another line. */
const shown = ({ name, value, meaning }: ExplainedField): string =>
  `, ${name} ${small(value)}${meaning === "" || meaning === "reserved" || name.endsWith("FSC") ? "" : ` (${meaning})`}`;

const line = (esr: bigint): string => {
  const [ec, il, ...fields] = explainSyndrome(esr);
  const iss = fields.filter(({ name, value }) => value !== 0 && name !== "ISS").map(shown).join("");
  return `ESR_EL1 0x${esr.toString(16)}: EC 0x${ec!.value.toString(16)}, IL ${il!.value}${iss}\n`;
};

describe("the cause of a crash", () => {
  afterEach(() => { hostMetal(undefined); });

  it("has the fields that chapter 5 finds in a syndrome, whatever it is", () => {
    const classes = fc.oneof(fc.constantFrom(...EXCEPTION_CLASSES.map(([code]) => code)), fc.nat(63));
    fc.assert(fc.property(classes, fc.nat(0x3ff_ffff), (ec, rest) => {
      const esr = (BigInt(ec) << 26n) | BigInt(rest);
      expect(printedBy(() => { printSyndrome(esr); })).to.equal(line(esr));
    }), { numRuns: 500 });
  });

  it("has the text of its class", () => {
    for (const [code, meaning] of EXCEPTION_CLASSES) {
      expect(printedBy(() => { printClass(BigInt(code) << 26n); })).to.equal(`${meaning}\n`);
    }
    expect(printedBy(() => { printClass(0x3fn << 26n); })).to.equal("an unknown class\n");
  });

  const CASES = [
    // ESR_EL1     far      has an address  what is printed of it
    [0x9600_0045n, 0x18n,   true,  "write of 0x18: translation fault, level 1\nthere: the null page\n"],
    [0x9600_004fn, 0x1000n, true,  "write of 0x1000: permission fault, level 3\nthere: the lower half\n"],
    [0x8600_0007n, 0x1000n, true,  "execution of 0x1000: translation fault, level 3\nthere: the lower half\n"],
    [0x9600_000bn, 0x8n,    true,  "read of 0x8: access flag fault, level 3\nthere: the null page\n"],
    [0x9600_0008n, 0x8n,    true,  "read of 0x8: reserved\nthere: the null page\n"],
    [0x8a00_0000n, 0x2n,    true,  "execution of 0x2\nthere: the null page\n"],
    [0x9600_0410n, 0x0n,    false, ""], // FnV: FAR_EL1 is not valid
    [0x0200_0000n, 0x0n,    false, ""],
    [0xbe00_0000n, 0x0n,    false, ""],
    [0xf200_0005n, 0x0n,    false, ""],
  ] as const;

  for (const [esr, far, has, text] of CASES) {
    it(`${esr.toString(16)}: ${has ? text.split("\n")[0]! : "no address"}`, () => {
      expect(hasAddress(esr)).to.equal(has);
      if (has) expect(printedBy(() => { printAccess(esr, far); })).to.equal(text);
    });
  }
});
