// The crash screen: for each way to crash, what it says, on our machine and on QEMU. All of them are asked by
// test/long/crash-screens.ts; here, those that say the most.

import { expect } from "chai";
import { Board } from "../../../src/machine/board/board";
import { prepareBoot } from "../../../src/machine/board/loaders/boot";
import { loadImage } from "../../../src/machine/board/loaders/load-image";
import { transcript } from "../boot/board-boot";
import { kernel } from "../boot/kernels";
import { bootOnQemu } from "../boot/qemu-boot";
import { QEMU } from "../../compiler/machines";
import { itWith } from "../../installed";
import { KERNEL, patternOf, type Screen, SCREENS, withoutRegisters } from "./screens";

const LIMIT = 60_000_000;
const TURN = 10_000;
const RAM_BYTES = 64 << 20;

const known = new Map<string, string>();

const onBoard = (word: string): string => {
  const printed = known.get(word) ?? transcript(kernel(KERNEL).image, { bootargs: word, limit: LIMIT });
  known.set(word, printed);
  return printed;
};

const isWide = (line: string): boolean => line.length > 80 && !line.startsWith("    at ");

const often = SCREENS.filter(({ isOften }) => isOften);
const called = (word: string): Screen => SCREENS.find((each) => each.word === word)!;

describe("the crash screen", function () {
  this.timeout(120_000);

  for (const screen of often) {
    it(`${screen.word}: ${screen.cause[0]!}`, () => {
      const printed = onBoard(screen.word);
      expect(printed).to.match(patternOf(screen, kernel(KERNEL)));
      expect(printed).not.to.contain("(not switched off)");
      expect(printed.split("\n").filter(isWide)).to.deep.equal([]);
    });
  }

  for (const word of ["write-text", "recursion", "handler-read"]) {
    itWith(QEMU)(`${word}: QEMU prints the same, but for what registers hold`, () => {
      const printed = bootOnQemu(kernel(KERNEL).image, { bootargs: word });
      expect(printed).to.match(patternOf(called(word), kernel(KERNEL)));
      expect(withoutRegisters(printed)).to.equal(withoutRegisters(onBoard(word)));
    });
  }

  it("an SError, which our board is made to raise, is told with its class", () => {
    let printed = "";
    const description = { ramBytes: RAM_BYTES, cpus: 1, gic: 2, rngSeed: new Uint8Array(32).fill(1) } as const;
    const board = new Board({ description, outside: { serial: (code) => { printed += String.fromCharCode(code); } } });
    board.start(prepareBoot(loadImage(kernel(KERNEL).image, RAM_BYTES), description));
    for (let i = 0; i < LIMIT / TURN && !printed.includes("waiting\n"); i++) board.run(TURN);
    Object.assign(board.devices.gic.pins(0), { SError: true });
    board.run(LIMIT);
    // It comes anywhere in a loop that makes an address and reads there.
    expect(printed).to.match(/^waiting\ncrash: SError\nESR_EL1 0xbe000000: EC 0x2f, IL 1\n( {4}at virtualOf .*\n)? {4}at start /);
    expect(board.isOff).to.equal(true);
  });
});
