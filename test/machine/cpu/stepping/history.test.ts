// Going back and forth: whatever way the debugger comes to a time, it is the state that a machine has that only ever
// ran forwards.

import { expect } from "chai";
import fc from "fast-check";
import { type Answer, Debugger } from "../../../../src/machine/cpu/stepping/debugger";
import { machineOf, type Stateful } from "../../../../src/machine/cpu/stepping/machine";
import { registerNamed } from "../../../../src/machine/cpu/stepping/registers";
import type { Watch } from "../../../../src/machine/cpu/stepping/traps";
import { stateHash } from "../../../../src/machine/cpu/stepping/state-hash";
import { Machine } from "../machine";
import { ASKING, debuggerOf, EXCLUSIVE, SELF_MODIFYING, SORT } from "./programs";

const LENGTH = 3000;

/** The state's hash at each time, of a CPU without a debugger. */
function recordedRun(program: string): string[] {
  const { cpu, physical } = new Machine(program);
  return Array.from({ length: LENGTH + 1 }, () => {
    const hash = stateHash({ physical, cpus: [cpu] });
    cpu.run(1);
    return hash;
  });
}

describe("looking back", () => {
  it("runs the same program twice to the same state", () => {
    const [one, other] = [debuggerOf(SORT), debuggerOf(SORT)];
    one.step(100_000);
    other.step(100_000);
    expect(one.hash()).to.equal(other.hash());
    other.step();
    expect(one.hash()).not.to.equal(other.hash());
  });

  it("goes 10,000 steps back and forward again, one by one, to the same state", () => {
    const stepping = debuggerOf(SORT);
    stepping.step(20_000);
    const hash = stepping.hash();
    for (let i = 0; i < 10_000; i++) stepping.stepBack();
    expect(stepping.time).to.equal(10_000);
    const plain = new Machine(SORT);
    plain.run(10_000);
    expect(stepping.hash()).to.equal(stateHash({ physical: plain.physical, cpus: [plain.cpu] }));
    for (let i = 0; i < 10_000; i++) stepping.step();
    expect([stepping.time, stepping.hash()]).to.deep.equal([20_000, hash]);
  });

  const programs = { SORT, SELF_MODIFYING, EXCLUSIVE };
  for (const [name, program] of Object.entries(programs)) {
    const recorded = recordedRun(program);
    const move = fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: -40, max: 40 }) },
      { weight: 1, arbitrary: fc.integer({ min: -LENGTH, max: LENGTH }) },
    );

    it(`walks ${name} at random, and each time finds what a run forwards had there`, () => {
      const options = { interval: 37 }; // Many snapshots, so that many are thinned out.
      fc.assert(fc.property(fc.array(move, { minLength: 1, maxLength: 30 }), (moves) => {
        const stepping = debuggerOf(program, options);
        for (const each of moves) {
          const time = Math.min(Math.max(stepping.time + each, 0), LENGTH);
          if (time >= stepping.time) stepping.step(time - stepping.time);
          else stepping.stepBack(stepping.time - time);
          expect(stepping.time).to.equal(time);
          expect(stepping.hash(), `at ${time} of ${moves.join()}`).to.equal(recorded[time]);
        }
      }), { numRuns: 40, seed: 3 });
    });
  }

  it("tells the machine that it is another, so that it keeps nothing derived from what it was", () => {
    const machine = machineOf(new Machine(SORT).cpu);
    let told = 0;
    machine.restored = () => { told++; };
    const stepping = new Debugger(machine);
    stepping.step(100);
    expect(told).to.equal(0);
    stepping.stepBack(10);
    expect(told).to.equal(1);
  });

  it("forgets the oldest past when its budget is spent, and not before", () => {
    const page = 4096;
    const stepping = debuggerOf(SORT, { interval: 100, budget: 3 * page });
    stepping.step(10_000);
    expect(stepping.start).to.equal(0); // One page changes: few snapshots have a copy of it.
    const poor = debuggerOf(SORT, { interval: 100, budget: 0 });
    poor.step(10_000);
    expect(poor.start).to.equal(10_000);
    expect(poor.reverseContinue()).to.deep.equal({ kind: "start" });
  });
});

/** An operating system that gives 1, 2, 3 ..., remembers how often it was asked, and never forgets. */
class Counting implements Stateful<number> {
  given = 0;
  asked = 0;
  save = (): number => this.given;
  restore = (given: number): void => { this.given = given; };
}

function debuggerWithHost(interval = 5): { readonly host: Counting; readonly stepping: Debugger } {
  const host = new Counting();
  const { cpu, physical } = new Machine(ASKING);
  const handler = (cause: { readonly kind: string; readonly imm16?: number }): Answer => {
    if (cause.kind !== "SVC") return { kind: "unanswered" };
    host.asked++;
    if (cause.imm16 === 2) return { kind: "exited", status: 7 };
    host.given++;
    cpu.state.x[0] = BigInt(host.given);
    physical.write(0x2010, Uint8Array.of(host.given));
    return { kind: "answered" };
  };
  return { host, stepping: new Debugger(machineOf(cpu, [host]), { handler, interval }) };
}

describe("what the world outside answered", () => {
  it("is answered again on the way, and asked once", () => {
    const { host, stepping } = debuggerWithHost();
    const seen: string[] = [];
    for (let reason = stepping.step(); reason.kind !== "exited"; reason = stepping.step()) seen.push(stepping.hash());
    expect([host.given, host.asked]).to.deep.equal([6, 7]); // 1 + 2 + ... + 6 = 21.
    for (const hash of seen.toReversed()) {
      stepping.stepBack();
      expect(stepping.hash(), `at ${stepping.time}`).to.equal(hash);
    }
    expect(host.given).to.equal(0);
    stepping.stepBack();
    for (const hash of seen) {
      stepping.step();
      expect(stepping.hash()).to.equal(hash);
    }
    expect(stepping.continue()).to.deep.equal({ kind: "exited", status: 7 });
    expect(stepping.continue()).to.deep.equal({ kind: "exited", status: 7 });
    expect([host.given, host.asked]).to.deep.equal([6, 7]);
  });

  it("is found again after a run that no snapshot interrupted", () => {
    const { stepping } = debuggerWithHost(1_000_000);
    stepping.continue();
    const hash = stepping.hash();
    const end = stepping.time;
    stepping.goTo(3);
    stepping.goTo(end);
    expect(stepping.hash()).to.equal(hash);
  });

  it("does not stop a watch that it has nothing to do with, and stops one that it has", () => {
    const { stepping } = debuggerWithHost();
    const byHost: Watch = { kind: "memory", address: 0x2010n, length: 1, on: "write" };
    const never: Watch = { kind: "memory", address: 0x2018n, length: 8, on: "write" };
    stepping.traps.addWatch(never);
    stepping.traps.addWatch(byHost);
    const stop = { kind: "watch", watch: byHost };
    for (const time of [2, 9, 16]) { // The first when it happens, and later when it is repeated.
      expect(stepping.continue()).to.deep.equal(stop);
      expect(stepping.time).to.equal(time);
    }
    expect(stepping.reverseContinue()).to.deep.equal(stop);
    expect(stepping.time).to.equal(15);
    expect(stepping.reverseContinue()).to.deep.equal(stop);
    expect(stepping.time).to.equal(8);
    for (const time of [9, 16, 23]) {
      expect(stepping.continue()).to.deep.equal(stop);
      expect(stepping.time).to.equal(time);
    }
  });

  it("is remembered behind an exception that nobody answered", () => {
    const stepping = debuggerOf("  movz x0, #1\n  svc #0\n  add x0, x0, #1\n  add x0, x0, #1\n  brk #0\n");
    const x0 = registerNamed("x0")!;
    expect(stepping.continue()).to.deep.equal({ kind: "exception", cause: { kind: "SVC", imm16: 0 } });
    stepping.step();
    stepping.setRegister(x0, 40n);
    expect(stepping.continue()).to.deep.equal({ kind: "exception", cause: { kind: "BRK", imm16: 0 } });
    stepping.goTo(1);
    expect(stepping.continue()).to.deep.equal({ kind: "exception", cause: { kind: "SVC", imm16: 0 } });
    stepping.continue();
    expect(x0.read(stepping.cpu.state)).to.equal(41n);
  });

  it("is forgotten from where the user changes something, and asked anew", () => {
    const { host, stepping } = debuggerWithHost();
    stepping.continue();
    stepping.goTo(10);
    const x1 = registerNamed("x1")!;
    stepping.poke(0x2008n, Uint8Array.of(19));
    stepping.step(3);
    expect(stepping.continue()).to.deep.equal({ kind: "exited", status: 7 });
    expect(x1.read(stepping.cpu.state)).to.equal(21n);
    expect([host.given, host.asked]).to.deep.equal([2, 8]);
    stepping.goTo(0);
    stepping.goTo(10);
    expect(stepping.peek(0x2008n, 1)).to.deep.equal([19]); // What the user did is history too.
  });
});
