// A board with its wires plugged in: keys, frames, the power button, and a debugger that goes back.

import { expect } from "chai";
import { Computer, type ComputerOptions } from "../../../src/host/computer/computer";
import { debuggable } from "../../../src/host/computer/debuggable";
import { ComputerLoop, type Ending } from "../../../src/host/computer/node-loop";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { Debugger } from "../../../src/machine/cpu/stepping/debugger";

const ENTRY = 0x4008_0000;
const RAM_BYTES = 0x20_0000;

/** Echoes each byte; q switches the machine off. */
const ECHO = `
        mov   x1, #0x09000000
again:  ldr   w2, [x1, #0x18]
        tbnz  w2, #4, again
        ldr   w0, [x1]
        str   w0, [x1]
        cmp   w0, #'q'
        b.ne  again
        mov   w0, #0x84000000
        add   w0, w0, #8
        hvc   #0
`;
const SLEEP = "again: wfi\n b again\n";

interface Started {
  readonly computer: Computer;
  readonly said: () => string;
}

function started(source: string, options: Partial<ComputerOptions> = {}): Started {
  let text = "";
  const computer = new Computer({
    description: { ramBytes: RAM_BYTES, cpus: 1, gic: 2 },
    outside: { serial: (byte) => { text += String.fromCharCode(byte); } },
    ...options,
  });
  const { bytes } = new Assembler(standardDecoder()).assemble(source, BigInt(ENTRY));
  computer.board.start({ segments: [{ address: ENTRY, bytes }], entry: BigInt(ENTRY), x0: 0n });
  return { computer, said: () => text };
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("Computer", () => {
  it("hands keys to the machine between two runs", () => {
    const { computer, said } = started(ECHO);
    expect(computer.run(1000)).to.deep.equal({ kind: "limit" });
    computer.type(bytesOf("hi"));
    computer.run(1000);
    expect(said()).to.equal("hi");
    computer.type(bytesOf("q"));
    expect(computer.run(1000)).to.deep.equal({ kind: "off" });
  });

  it("says that it sleeps, and that nothing will wake it", () => {
    expect(started(SLEEP).computer.run(1000)).to.deep.equal({ kind: "asleep", wakesIn: undefined });
  });

  it("wakes whoever waits for it, when something comes", () => {
    const { computer } = started(SLEEP);
    let woken = 0;
    computer.woken = () => { woken++; };
    computer.type(bytesOf("a"));
    computer.pressPowerButton();
    expect(woken).to.equal(2);
  });

  it("does the same however its run is cut", () => {
    const runs = [[3000], [1, 999, 2000], [700, 700, 700, 900]].map((limits) => {
      const { computer, said } = started(ECHO);
      computer.type(bytesOf("cut"));
      for (const limit of limits) computer.run(limit);
      return [computer.board.time, said()];
    });
    expect(runs).to.deep.equal([[3000, "cut"], [3000, "cut"], [3000, "cut"]]);
  });

  it("says nothing twice when a debugger goes back", () => {
    const { computer, said } = started(ECHO);
    const stepping = new Debugger(debuggable(computer.board, []));
    const go = (limit: number): void => {
      computer.deliver((happen) => { stepping.receive(happen); });
      stepping.step(limit);
      computer.ran();
    };
    go(100);
    computer.type(bytesOf("once"));
    go(400);
    expect(said()).to.equal("once");
    const hash = stepping.hash();
    stepping.stepBack(450);
    stepping.step(450);
    computer.ran();
    expect([said(), stepping.hash()]).to.deep.equal(["once", hash]);
    computer.type(bytesOf("!"));
    go(400);
    expect(said()).to.equal("once!");
  });
});

describe("ComputerLoop", () => {
  const run = (computer: Computer, options: { stopAfter?: number; mayBeWoken?: boolean } = {}): Promise<Ending> =>
    new ComputerLoop(computer, {
      ...(options.stopAfter !== undefined && { stopAfter: options.stopAfter }),
      mayBeWoken: () => options.mayBeWoken ?? false, afterSlice: () => undefined,
    }).run();

  it("ends when the machine is off", async () => {
    const { computer, said } = started(ECHO);
    computer.type(bytesOf("bye, q"));
    expect([await run(computer), said()]).to.deep.equal(["off", "bye, q"]);
  });

  it("ends when nothing can wake the machine", async () => {
    expect(await run(started(SLEEP).computer)).to.equal("stuck");
  });

  it("ends behind exactly as many instructions as it should", async () => {
    const { computer } = started(ECHO);
    expect(await run(computer, { stopAfter: 123_457 })).to.equal("limit");
    expect(computer.board.time).to.equal(123_457);
  });

  it("sleeps until something comes", async () => {
    const { computer } = started(SLEEP);
    const loop = new ComputerLoop(computer, { mayBeWoken: () => true, afterSlice: () => undefined });
    setTimeout(() => { loop.stop(); }, 30);
    expect(await loop.run()).to.equal("stopped");
    expect(loop.asleepMs).to.be.above(10);
  });
});
