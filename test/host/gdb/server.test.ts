// The server, packet by packet. Questions and the forms of their answers are the manual's ("Debugging with GDB",
// Packets; Stop Reply Packets; General Query Packets).

import { expect } from "chai";
import { packet, PacketReader } from "../../../src/host/gdb/packet";
import { GdbServer } from "../../../src/host/gdb/server";
import { debuggerOf } from "../../machine/cpu/stepping/programs";

const PROGRAM = `
        mov   x0, #0x2000           // 0x1000
again:  add   x1, x1, #1            // 0x1004
        str   w1, [x0, #8]          // 0x1008
        b     again                 // 0x100c
`;

/** A client, and a channel that carries nothing until it is asked to. */
class Client {
  readonly #reader = new PacketReader();
  readonly #work: (() => void)[] = [];
  readonly server = new GdbServer(debuggerOf(PROGRAM), {
    send: (text) => { this.sent += text; },
    close: () => { this.isClosed = true; },
    later: (work) => { this.#work.push(work); },
  });
  sent = "";
  isClosed = false;

  /** The packets that come back at once, with their acknowledgements. */
  ask(...questions: string[]): string {
    this.sent = "";
    this.server.receive(questions.map(packet).join(""));
    return [...this.#reader.receive(this.sent)].map((each) => (each.kind === "packet" ? each.data : each.kind)).join(" ");
  }

  /** Lets the program run for a slice; false: it does not run. */
  letRun(): boolean {
    const work = this.#work.shift();
    work?.();
    return work !== undefined;
  }
}

describe("GdbServer", () => {
  const dialogues: readonly (readonly [title: string, ...(readonly [question: string, answer: string])[]])[] = [
    ["answers what it does not know with an empty packet", ["vMustReplyEmpty", "+ "], ["qTStatus", "+ "], ["valueOf", "+ "], ["!", "+ "], ["", "+ "]],
    ["is asked why the program stands still", ["?", "+ T05thread:1;"]],
    ["says what it can", ["qSupported:multiprocess+;swbreak+",
      "+ PacketSize=4000;QStartNoAckMode+;qXfer:features:read+;swbreak+;hwbreak+;vContSupported+;ReverseStep+;ReverseContinue+"]],
    ["stops acknowledging", ["QStartNoAckMode", "+ OK"], ["qAttached", "1"]],
    ["has a thread for each CPU", ["qfThreadInfo", "+ m1"], ["qsThreadInfo", "+ l"], ["qC", "+ QC1"], ["Hg0", "+ OK"], ["Hc-1", "+ OK"], ["T1", "+ OK"], ["T2", "+ E16"], ["Hg3", "+ E16"]],
    ["reads and writes registers by number: x1, sp, pc, cpsr, v0, fpsr",
      ["P1=efcdab8967452301", "+ OK"], ["p1", "+ efcdab8967452301"], ["P1f=0030000000000000", "+ OK"], ["p1f", "+ 0030000000000000"],
      ["p20", "+ 0010000000000000"], ["P21=00000060", "+ OK"], ["p21", "+ 00000060"],
      ["P22=000102030405060708090a0b0c0d0e0f", "+ OK"], ["p22", "+ 000102030405060708090a0b0c0d0e0f"],
      ["p42", "+ 00000000"], ["p44", "+ E16"], ["P1=ff", "+ E16"], ["px", "+ E16"]],
    ["writes the first registers of a short G", [`G${"11".repeat(8)}${"22".repeat(8)}`, "+ OK"], ["p0", `+ ${"11".repeat(8)}`], ["p1", `+ ${"22".repeat(8)}`], ["p2", `+ ${"00".repeat(8)}`], ["Gx", "+ E16"]],
    ["reads memory, as far as there is any", ["m1000,4", "+ 000084d2"], ["mfffe,4", "+ 0000"], ["m10000,4", "+ E0e"], ["m", "+ E16"]],
    ["writes memory, in hexadecimal and as it is", ["M2000,2:a1b2", "+ OK"], ["X2002,3:#}\x01", "+ OK"], ["m2000,6", "+ a1b2237d0100"],
      ["X0,0:", "+ OK"], ["Mffff,2:0000", "+ E0e"], ["M2000,3:00", "+ E16"], ["M2000", "+ E16"]],
    ["steps, both ways", ["s", "+ T05thread:1;"], ["vCont;s:1;c", "+ T05thread:1;"], ["p20", "+ 0810000000000000"], ["bs", "+ T05thread:1;"], ["bs", "+ T05thread:1;"],
      ["bs", "+ T05replaylog:begin;thread:1;"], ["s1008", "+ T05thread:1;"], ["p20", "+ 0c10000000000000"], ["bx", "+ "]],
    ["stops where it was told to, and says by which packet", ["Z0,1008,4", "+ OK"], ["Z1,1008,4", "+ OK"], ["c", "+ T05swbreak:;thread:1;"],
      ["z0,1008,4", "+ OK"], ["c", "+ T05hwbreak:;thread:1;"], ["bc", "+ T05hwbreak:;thread:1;"], ["z1,1008,4", "+ OK"], ["bc", "+ T05replaylog:begin;thread:1;"],
      ["Z5,1008,4", "+ "], ["Z0", "+ E16"]],
    ["stops on either side of an access that is watched", ["Z2,2008,4", "+ OK"], ["c", "+ T05watch:2008;thread:1;"], ["p20", "+ 0810000000000000"],
      ["z2,2008,4", "+ OK"], ["s", "+ T05thread:1;"], ["Z4,2008,1", "+ OK"], ["bc", "+ T05awatch:2008;thread:1;"], ["p20", "+ 0c10000000000000"],
      ["Z3,2008,1", "+ OK"], ["Z2,2000,ffffffffff", "+ E16"]],
    ["hands out its description in pieces", ["qXfer:features:read:target.xml:0,15", "+ m<?xml version=\"1.0\"?>"], ["qXfer:features:read:target.xml:ffff,10", "+ l"],
      ["qXfer:features:read:other.xml:0,15", "+ E00"], ["qXfer:memory-map:read::0,15", "+ "]],
  ];
  for (const [title, ...dialogue] of dialogues) {
    it(title, () => {
      const client = new Client();
      for (const [question, answer] of dialogue) expect(client.ask(question), question).to.equal(answer);
    });
  }

  it("runs until it is interrupted", () => {
    const client = new Client();
    expect(client.ask("c")).to.equal("+");
    for (let slice = 0; slice < 3; slice++) expect(client.letRun()).to.equal(true);
    expect(client.sent).to.equal("+");
    client.server.receive("\x03");
    client.letRun();
    expect(client.sent).to.equal(`+${packet("T02thread:1;")}`);
    expect(client.letRun()).to.equal(false);
    expect(client.ask("bc")).to.equal("+");
    while (client.letRun()); // To the start.
    expect(client.sent).to.equal(`+${packet("T05replaylog:begin;thread:1;")}`);
  });

  it("repeats a packet that did not arrive, and asks for one that arrived damaged", () => {
    const client = new Client();
    client.ask("qC");
    client.sent = "";
    client.server.receive("-");
    expect(client.sent).to.equal("$QC1#c5");
    client.sent = "";
    client.server.receive("$qC#b5");
    expect(client.sent).to.equal("-");
  });

  for (const [question, answer] of [["D", "+ OK"], ["k", "+"], ["vKill;1", "+ OK"]] as const) {
    it(`takes its traps away and hangs up at ${question}`, () => {
      const client = new Client();
      client.ask("Z0,1008,4", "Z2,2008,8");
      expect(client.ask(question)).to.equal(answer);
      expect(client.isClosed).to.equal(true);
      expect(client.server.stepping.traps.isEmpty).to.equal(true);
    });
  }
});
