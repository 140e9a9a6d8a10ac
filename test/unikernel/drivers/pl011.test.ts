// The UART's driver against our own PL011 (Arm DDI 0183).

import { expect } from "chai";
import { hostBoard, leaveBoard, type Twin } from "../../../src/host/board-metal/with-board";
import { SimulatedMetal } from "../../../src/host/metal/simulated-metal";
import {
  clearReceiveInterrupt, disableReceiveInterrupt, enableReceiveInterrupt, initializeSerial, receiveByte, sendByte,
} from "../../../src/unikernel/drivers/pl011";
import { hostMetal } from "../../../src/unikernel/metal/hosted";
import { load32, store32 } from "../../../src/unikernel/metal/memory";
import { put, useConsole } from "../../../src/unikernel/runtime/console";

const UART = 0xffff_ff80_0900_0000n;
const UARTMIS = UART + 0x40n;
/** No UART: it says for ever what was put there. */
const RAM = 0xffff_ff80_4030_0000n;
const UARTFR = 0x18n;

describe("the UART's driver", () => {
  let twin: Twin;
  beforeEach(() => {
    twin = hostBoard({ ramBytes: 4 << 20 });
    initializeSerial(UART);
  });
  afterEach(leaveBoard);

  it("sets up 8 bits, FIFOs, both directions, and no interrupt", () => {
    const registers = [0x2c, 0x30, 0x38].map((offset) => load32(UART + BigInt(offset)));
    expect(registers, "UARTLCR_H, UARTCR, UARTIMSC").to.deep.equal([0x70, 0x301, 0]);
  });

  it("sends each byte, also many", () => {
    for (let i = 0; i < 300; i++) sendByte(i & 0xff);
    expect([...twin.printed].map((c) => c.charCodeAt(0))).to.deep.equal(Array.from({ length: 300 }, (_, i) => i & 0xff));
  });

  it("receives in order, and -1 where nothing is left", () => {
    expect(receiveByte()).to.equal(-1);
    twin.type("a\xff");
    expect([receiveByte(), receiveByte(), receiveByte()]).to.deep.equal([0x61, 0xff, -1]);
  });

  it("loses nothing of what is typed faster than it is read", () => {
    const typed = "0123456789".repeat(20);
    twin.type(typed);
    let heard = "";
    for (let byte = receiveByte(); byte >= 0; byte = receiveByte()) heard += String.fromCharCode(byte);
    expect(heard).to.equal(typed);
  });

  it("interrupts when something is there, and is asked to", () => {
    twin.type("x".repeat(20));
    expect(load32(UARTMIS)).to.equal(0);
    enableReceiveInterrupt();
    expect(load32(UARTMIS) & 0x10, "RXMIS").to.equal(0x10);
    clearReceiveInterrupt();
    expect(load32(UARTMIS)).to.equal(0);
  });

  it("asked not to, it interrupts no more, and what came is still there", () => {
    enableReceiveInterrupt();
    twin.type("y".repeat(20));
    disableReceiveInterrupt();
    expect(load32(UARTMIS)).to.equal(0);
    expect(receiveByte()).to.equal(0x79);
  });
});

describe("a UART that is full", () => {
  it("is waited for, but not for ever: what comes then is lost, until it has room", () => {
    hostMetal(new SimulatedMetal(RAM, 0x1000, 0));
    useConsole(RAM);
    store32(RAM + UARTFR, 0x20); // TXFF
    for (const code of [0x41, 0x42]) put(code);
    expect(load32(RAM)).to.equal(0);
    store32(RAM + UARTFR, 0);
    put(0x43);
    expect(load32(RAM)).to.equal(0x43);
    useConsole(0x0900_0000n);
    hostMetal(undefined);
  });
});

describe("the UART's driver knows a UART when it sets it up", () => {
  const flags: readonly (readonly [what: string, flags: number, isOne: boolean])[] = [
    ["that has sent all",           0x90, true],
    ["that sends for ever (BUSY)",  0x98, false],
    ["that has never room (TXFF)",  0xb0, false],
  ];
  for (const [what, value, isOne] of flags) {
    it(`one ${what}: ${isOne}`, () => {
      hostMetal(new SimulatedMetal(RAM, 0x1000, 0));
      store32(RAM + UARTFR, value);
      expect(initializeSerial(RAM)).to.equal(isOne);
      useConsole(0x0900_0000n);
      hostMetal(undefined);
    });
  }
});
