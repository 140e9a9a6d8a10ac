import { expect } from "chai";
import { PL011 } from "../../../../src/formats/devices/pl011";
import { fieldsText, shownDevices, shownRows } from "../../../../src/site/widgets/computer/register-lists";

describe("registers that are shown", () => {
  // Arm DDI 0183, 3.3.1: reading UARTDR takes a word out of the FIFO. Arm IHI 0048B, 4.4.4: reading GICC_IAR acknowledges.
  it("are none whose reading does something", () => {
    const names = Object.values(shownDevices).flatMap((device) => shownRows(device).map(([name]) => name));
    expect(names).to.include.members(["UARTFR", "UARTIMSC", "GICD_CTLR", "GICC_PMR", "RTCDR", "GPIODIR"]);
    expect(names).not.to.include.oneOf(["UARTDR", "GICC_IAR", "GICC_AIAR", "UARTICR"]);
  });

  const cases = [
    ["UARTFR", 0x90n, "TXFE, RXFE"],
    ["UARTLCR_H", 0x70n, "WLEN 3, FEN"],
    ["UARTIBRD", 0xabcdn, "BAUD_DIVINT 0xabcd"],
    ["UARTRIS", 0n, ""],
  ] as const;
  for (const [name, value, text] of cases) {
    it(`${name} 0x${value.toString(16)}: ${text}`, () => expect(fieldsText(PL011[name].fields, value)).to.equal(text));
  }
});
