import { expect } from "chai";
import { FirstBoard, IMAGE_BASE } from "../../../src/machine/board/first-board";
import { History } from "../../../src/machine/cpu/stepping/history";
import { machineOf } from "../../../src/machine/cpu/stepping/machine";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";

const OFF = "mov x1, #1\n ldr x0, =0x84000008\n hvc #0\n mov x1, #2\n b .";

function boardThatGoesOff(): FirstBoard {
  const board = new FirstBoard({ print: () => undefined });
  board.load(new Assembler(standardDecoder()).assemble(OFF, BigInt(IMAGE_BASE)).bytes);
  return board;
}

describe("The first board, switched off", () => {
  it("stays off, however often it is run", () => {
    const board = boardThatGoesOff();
    for (let i = 0; i < 3; i++) expect(board.run(10)).to.deep.equal({ kind: "waiting", hint: "WFI" });
    const { cpu } = board.processor;
    expect([board.isOff, cpu.retired, cpu.state.x[1]]).to.deep.equal([true, 3, 1n]);
  });

  it("is on again where it has gone back in time", () => {
    const board = boardThatGoesOff();
    const { cpu, mmu } = board.processor;
    const history = new History(machineOf(cpu, [mmu, board]));
    history.advance(10);
    expect([history.time, board.isOff]).to.deep.equal([3, true]);
    history.goTo(2);
    expect(board.isOff).to.equal(false);
    history.goTo(3);
    expect(board.isOff).to.equal(true);
  });
});
