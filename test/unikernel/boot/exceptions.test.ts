// Exceptions that meet something unusual, compiled: in a handler, with a stack that is lost or full, as FIQ and as SError.
// What the crash screen says besides is in test/unikernel/crash.

import { expect } from "chai";
import { Board } from "../../../src/machine/board/board";
import { prepareBoot } from "../../../src/machine/board/loaders/boot";
import { loadImage } from "../../../src/machine/board/loaders/load-image";
import { hasQemu } from "../../compiler/machines";
import { bootOnQemu } from "../events/qemu";
import { transcript } from "./board-boot";
import { kernel } from "./kernels";

const PROBE = "test/unikernel/kernels/interrupt-probe.ts";
const FILE = "test/unikernel/kernels/interrupt-probe.ts";

/** In this order, other lines in between: the handler's calls, and behind them those that it interrupted. */
const CALLS = ["    at takeInterrupt (", "    at handleException (", "  interrupted:", `    at interruptedCode (${FILE}`, `    at start (${FILE}`];

const CRASHES = [
  // bootargs   the first lines                                              then, in this order
  ["nested",    "crash: data abort from EL1\nread of 0x18: translation fault", [`    at Faulty.handle (${FILE}`, ...CALLS, "in a handler; SP is in the stack of exceptions:"]],
  ["trapped",   "trap: an index is out of range\n",                          [`    at Faulty.handle (${FILE}`, ...CALLS, "in a handler; SP is in the stack of exceptions:"]],
  ["deep",      "trap: the stack is full\n",                                 [`    at sumTo (${FILE}`, `    at Faulty.handle (${FILE}`, ...CALLS, "in a handler; SP is in the stack of exceptions:"]],
  ["wild",      "crash: data abort from EL1\nwrite of 0x11fff0:",            [`    at loseStack (${FILE}`, `    at Faulty.handle (${FILE}`, ...CALLS, "SP  0x0000000000120000"]],
  ["fast",      "crash: an FIQ, which nobody has asked for\n",               [`    at interruptedCode (${FILE}`, `    at start (${FILE}`]],
] as const;

const LIMIT = 20_000_000;
/** Of the kernel that never ends. */
const LONG_ENOUGH = 6_000_000;

function expectInOrder(printed: string, texts: readonly string[]): void {
  let from = 0;
  for (const text of texts) {
    const at = printed.indexOf(text, from);
    expect(at, `"${text}" behind ${from} in\n${printed}`).to.be.at.least(from);
    from = at + text.length;
  }
}

describe("exceptions that meet something unusual", function () {
  this.timeout(120_000);
  let image: Uint8Array;

  before(() => { ({ image } = kernel(PROBE)); });

  for (const [bootargs, first, then] of CRASHES) {
    it(`${bootargs}: the crash screen says where, and the power goes off`, () => {
      const machines = [transcript(image, { bootargs, limit: LIMIT }), ...(hasQemu() ? [bootOnQemu(image, { bootargs })] : [])];
      for (const printed of machines) {
        expect(printed.startsWith(first), printed).to.equal(true);
        expectInOrder(printed, then);
        expect(printed).not.to.include("(not switched off)");
      }
    });
  }

  it("an SError is a crash", () => {
    const description = { ramBytes: 64 << 20, cpus: 1, gic: 2, bootargs: "waiting", rngSeed: new Uint8Array(32) } as const;
    let printed = "";
    const board = new Board({ description, outside: { serial: (code) => { printed += String.fromCharCode(code); } } });
    board.start(prepareBoot(loadImage(image, description.ramBytes), description));
    board.run(LONG_ENOUGH);
    expect(printed).to.equal("waiting\n");
    // No device of the board has errors that come late: this is one.
    const pins = board.devices.gic.pins(0) as { SError: boolean };
    pins.SError = true;
    board.run(LONG_ENOUGH);
    expect(printed).to.match(/^waiting\ncrash: SError\n/);
    expect(board.isOff).to.equal(true);
  });
});
