// The power button, and what DDI 0190 has otherwise than QEMU: levels that are not remembered, pins that turn.

import { expect } from "chai";
import { PL061 } from "../../../src/formats/devices/pl061";
import { Pl061 } from "../../../src/machine/devices/pl061";
import { lineOf, registersOf } from "./registers";

const BUTTON = 1 << 3;
const ALL = 0xff;

function plugIn() {
  const { line, heard } = lineOf();
  const gpio = new Pl061({ line });
  return { gpio, heard, ...registersOf(gpio, PL061) };
}

describe("PL061", () => {
  it("interrupts when the power button is pressed, and again when it is let go, if both edges are asked for", () => {
    const { gpio, heard, read, write } = plugIn();
    write("GPIOIBE", BUTTON);
    write("GPIOIE", BUTTON);
    gpio.press();
    expect([heard, read("GPIODATA", ALL), read("GPIOMIS")]).to.deep.equal([[true], BUTTON, BUTTON]);
    write("GPIOIC", BUTTON);
    gpio.release();
    expect([heard, read("GPIODATA", ALL)]).to.deep.equal([[true, false, true], 0]);
  });

  it("reads and writes only the pins in the address", () => {
    const { read, write } = plugIn();
    write("GPIODIR", 0xff);
    write("GPIODATA", 0xff, 0x0f);
    expect([read("GPIODATA", ALL), read("GPIODATA", 0x3c)]).to.deep.equal([0x0f, 0x0c]);
  });

  it("follows a pin whose level it senses", () => {
    const { gpio, heard, write } = plugIn();
    write("GPIOIS", BUTTON);
    write("GPIOIEV", BUTTON);
    write("GPIOIE", BUTTON);
    gpio.press();
    write("GPIOIC", BUTTON);
    expect(heard).to.deep.equal([true]);
    gpio.release();
    expect(heard).to.deep.equal([true, false]);
  });

  it("reads an input as the pin is, whatever was driven before", () => {
    const { read, write } = plugIn();
    write("GPIODIR", BUTTON);
    write("GPIODATA", BUTTON, ALL);
    expect(read("GPIODATA", ALL)).to.equal(BUTTON);
    write("GPIODIR", 0);
    expect(read("GPIODATA", ALL)).to.equal(0);
    write("GPIODIR", BUTTON);
    expect(read("GPIODATA", ALL)).to.equal(BUTTON);
  });

  it("goes on where it was saved; a reset does not let go of the button", () => {
    const { gpio, write } = plugIn();
    write("GPIOIE", BUTTON);
    write("GPIOIEV", BUTTON);
    gpio.press();
    const other = plugIn();
    other.gpio.restore(gpio.save());
    expect([other.heard, other.read("GPIORIS")]).to.deep.equal([[true], BUTTON]);
    other.gpio.reset();
    expect([other.heard, other.read("GPIORIS"), other.read("GPIODATA", ALL)]).to.deep.equal([[true, false], 0, BUTTON]);
  });
});
