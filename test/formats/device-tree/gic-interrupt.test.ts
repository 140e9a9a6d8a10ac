import { expect } from "chai";
import { gicInterruptText } from "../../../src/formats/device-tree/gic-interrupt";

describe("gicInterruptText", () => {
  // Linux's Documentation/devicetree/bindings/interrupt-controller/arm,gic.yaml.
  const cases = [
    [0, 1,  0x4,   "SPI 1, level high"],
    [0, 16, 0x1,   "SPI 16, rising edge"],
    [1, 13, 0xf04, "PPI 13, level high"],
    [1, 9,  0xff8, "PPI 9, level low"],
    [0, 5,  0x2,   "SPI 5, falling edge"],
    [0, 5,  0x0,   "SPI 5, trigger 0"],
    [7, 5,  0x4,   "type 7 5, level high"],
  ] as const;
  for (const [type, number, flags, text] of cases) it(text, () => expect(gicInterruptText(type, number, flags)).to.equal(text));
});
