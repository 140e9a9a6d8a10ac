import { expect } from "chai";
import { Cpu, type Stop } from "../../../src/machine/cpu/cpu";
import { CodeCache } from "../../../src/machine/cpu/code-cache";
import { type Bytes, ExclusiveMonitor, exclusiveMonitor } from "../../../src/machine/cpu/exclusive-monitor";
import { createMemory, PAGE } from "../../../src/machine/cpu/layout";
import { PhysicalMemory, WATCHED } from "../../../src/machine/cpu/physical-memory";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";

const RAM = 0x4000_0000;
/** Of the shared variable; programs stand before it, each in a page of its own. */
const SHARED = 0x4000_8000n;
const SHARED_PAGE = 8;
/** Of the program that CPU n executes. */
const codeAt = (cpu: number): number => RAM + cpu * PAGE;

/** CPUs on one memory, each with a program; X0 is the address of the shared variable. */
class Machine {
  readonly physical = new PhysicalMemory(createMemory(16 * PAGE), RAM, 16 * PAGE);
  readonly cpus: readonly Cpu[];

  constructor(...programs: readonly string[]) {
    const code = new CodeCache(this.physical);
    this.cpus = programs.map((program, index) => {
      const { bytes } = new Assembler(standardDecoder()).assemble(program, BigInt(codeAt(index)));
      this.physical.write(codeAt(index), bytes);
      const cpu = new Cpu({ physical: this.physical, index, code });
      cpu.pc = BigInt(codeAt(index));
      cpu.state.x[0] = SHARED;
      return cpu;
    });
  }

  run(cpu: number, instructions: number): Stop {
    return this.cpus[cpu]!.run(instructions);
  }

  x(cpu: number, register: number): bigint {
    return this.cpus[cpu]!.state.x[register]!;
  }

  get shared(): bigint {
    return this.physical.view.getBigUint64(Number(SHARED) - RAM, true);
  }

  get isMarked(): boolean {
    return (this.physical.marks[SHARED_PAGE]! & WATCHED) !== 0;
  }
}

const at = { offset: 0x100, bytes: 8 };

function watching(bytes: Bytes): ExclusiveMonitor {
  const monitor = new ExclusiveMonitor(new BigUint64Array(2), exclusiveMonitor);
  monitor.hear({ kind: "load exclusive", at: bytes });
  return monitor;
}

describe("The exclusive monitor", () => {
  describe("watches exactly what was loaded", () => {
    const cases = [
      // stored at, bytes  still watched: 0x100 to 0x107
      [0x0f8,       8,     true],
      [0x0ff,       1,     true],
      [0x0ff,       2,     false],
      [0x0f8,      16,     false],
      [0x100,       1,     false],
      [0x107,       1,     false],
      [0x108,       8,     true],
      [0x000,    PAGE,     false],
    ] as const;
    for (const [offset, bytes, passes] of cases) {
      it(`${bytes} bytes stored at 0x${offset.toString(16)}: ${passes ? "passes" : "fails"}`, () => {
        const monitor = watching(at);
        expect(monitor.watches({ offset, bytes })).to.equal(!passes);
        monitor.hear({ kind: "store", at: { offset, bytes } });
        expect(monitor.hear({ kind: "store exclusive", at })).to.equal(passes);
        expect(monitor.hear({ kind: "store exclusive", at })).to.equal(false);
      });
    }

    it("and nothing before, and nothing after CLREX", () => {
      expect(new ExclusiveMonitor(new BigUint64Array(2), exclusiveMonitor).watched).to.equal(undefined);
      const monitor = watching(at);
      expect(monitor.watched).to.deep.equal(at);
      monitor.hear({ kind: "clear" });
      expect(monitor.watched).to.equal(undefined);
      expect(monitor.hear({ kind: "store exclusive", at })).to.equal(false);
    });

    it("and of the same size", () => {
      expect(watching(at).hear({ kind: "store exclusive", at: { offset: 0x100, bytes: 4 } })).to.equal(false);
    });
  });

  describe("lets STXR store, or not", () => {
    const cases = [
      // between LDXR X1 and STXR W2, X3         W2   shared
      ["nop",                                    0n,  7n],
      ["str x3, [x0, #8]",                       0n,  7n],
      ["strb wzr, [x0, #7]",                     1n,  0n],
      ["clrex",                                  1n,  0n],
      ["stxr w4, x5, [x0]",                      1n,  5n],
      ["ldxr x4, [x0, #0]",                      0n,  7n],
      ["add x4, x0, #8\n ldxr x4, [x4]",         1n,  0n],
      ["stadd xzr, [x0]",                        1n,  0n],
    ] as const;
    for (const [between, status, shared] of cases) {
      it(`behind ${between.replace("\n ", "; ")}`, () => {
        const machine = new Machine(`ldxr x1, [x0]\n ${between}\n stxr w2, x3, [x0]\n brk #0`);
        machine.cpus[0]!.state.x[3] = 7n;
        machine.cpus[0]!.state.x[5] = 5n;
        expect(machine.run(0, 10)).to.deep.equal({ kind: "exception", cause: { kind: "BRK", imm16: 0 } });
        expect([machine.x(0, 2), machine.shared]).to.deep.equal([status, shared]);
      });
    }

    it("and without LDXR the address is not looked at, as in QEMU", () => {
      const machine = new Machine("stxr w2, x3, [x0]");
      machine.cpus[0]!.state.x[0] = 1n;
      expect(machine.run(0, 1)).to.deep.equal({ kind: "limit" });
      expect(machine.x(0, 2)).to.equal(1n);
    });

    it("of a pair as of one access", () => {
      const machine = new Machine("ldxp x1, x2, [x0]\n stxp w3, x4, x5, [x0]\n ldxp x1, x2, [x0]");
      machine.cpus[0]!.state.x.set([4n, 5n], 4);
      machine.run(0, 3);
      expect([1, 2, 3].map((n) => machine.x(0, n))).to.deep.equal([4n, 5n, 0n]);
    });
  });

  describe("hears of every store, whoever makes it", () => {
    const stores: readonly (readonly [string, (machine: Machine) => void, boolean])[] = [
      ["another CPU's", (machine) => { machine.run(1, 1); }, true],
      ["a device's", ({ physical }) => { physical.write(Number(SHARED), Uint8Array.of(0)); }, true],
      ["a device's across the page", ({ physical }) => { physical.write(Number(SHARED) - 4, new Uint8Array(8)); }, true],
      ["a device's beside it", ({ physical }) => { physical.write(Number(SHARED) - 8, new Uint8Array(8)); }, false],
    ];
    for (const [name, store, ends] of stores) {
      it(name, () => {
        const machine = new Machine("ldxr x1, [x0]\n stxr w2, x3, [x0]", "str xzr, [x0]");
        machine.run(0, 1);
        store(machine);
        machine.run(0, 1);
        expect(machine.x(0, 2)).to.equal(ends ? 1n : 0n);
      });
    }

    it("another CPU's whose page is remembered already", () => {
      const machine = new Machine("ldxr x1, [x0]\n stxr w2, x3, [x0]", "str xzr, [x0]\n str xzr, [x0]");
      machine.run(1, 1);
      machine.run(0, 1);
      machine.run(1, 1);
      machine.run(0, 1);
      expect(machine.x(0, 2)).to.equal(1n);
    });
  });

  describe("marks the page only while it watches", () => {
    it("one CPU: the next store finds that nobody does", () => {
      const machine = new Machine("ldxr x1, [x0]\n clrex\n str xzr, [x0, #64]");
      machine.run(0, 1);
      expect(machine.isMarked).to.equal(true);
      machine.run(0, 2);
      expect(machine.isMarked).to.equal(false);
    });

    it("STXR itself is such a store", () => {
      const machine = new Machine("ldxr x1, [x0]\n stxr w2, x3, [x0]");
      machine.run(0, 2);
      expect(machine.isMarked).to.equal(false);
    });

    it("two CPUs: as long as either of them does", () => {
      const machine = new Machine("ldxr x1, [x0]\n stxr w2, x3, [x0]", "add x1, x0, #64\n ldxr x2, [x1]\n stxr w3, x4, [x1]");
      machine.run(0, 1);
      machine.run(1, 2);
      machine.run(0, 1);
      expect([machine.x(0, 2), machine.isMarked]).to.deep.equal([0n, true]);
      machine.run(1, 1);
      expect([machine.x(1, 3), machine.isMarked]).to.deep.equal([0n, false]);
    });
  });

  describe("wants aligned addresses", () => {
    const cases = [
      // instruction               X0: SHARED +   write
      ["ldxrh w1, [x0]",           1n,            false],
      ["ldxr w1, [x0]",            2n,            false],
      ["ldaxr x1, [x0]",           4n,            false],
      ["ldxp w1, w2, [x0]",        4n,            false],
      ["ldxp x1, x2, [x0]",        8n,            false],
      ["ldar x1, [x0]",            4n,            false],
      ["ldaprh w1, [x0]",          1n,            false],
      ["stlr w1, [x0]",            2n,            true],
      ["ldadd x1, x2, [x0]",       4n,            false],
      ["swph w1, w2, [x0]",        1n,            false],
      ["cas w1, w2, [x0]",         2n,            false],
      ["casp x2, x3, x4, x5, [x0]", 8n,           false],
    ] as const;
    for (const [instruction, offset, write] of cases) {
      it(instruction, () => {
        const machine = new Machine(instruction);
        const cpu = machine.cpus[0]!;
        const address = SHARED + offset;
        cpu.state.x[0] = address;
        const before = [...cpu.state.x];
        expect(machine.run(0, 1)).to.deep.equal({
          kind: "exception", cause: { kind: "data abort", address, write, fault: { kind: "alignment" } },
        });
        expect([...cpu.state.x]).to.deep.equal(before);
        cpu.state.x[0] = SHARED + 16n;
        expect(machine.run(0, 1)).to.deep.equal({ kind: "limit" });
      });
    }
  });

  describe("makes the sum of two CPUs exact", () => {
    const counters = [
      ["LDXR and STXR", "again: ldxr x1, [x0]\n add x1, x1, #1\n stxr w2, x1, [x0]\n cbnz w2, again"],
      ["LDAXP and STLXP", "again: ldaxp x1, x4, [x0]\n add x1, x1, #1\n stlxp w2, x1, x4, [x0]\n cbnz w2, again"],
      ["LDADD", "mov x1, #1\n ldadd x1, x2, [x0]"],
      ["CAS", "again: ldr x1, [x0]\n mov x2, x1\n add x4, x1, #1\n cas x2, x4, [x0]\n cmp x1, x2\n b.ne again"],
    ] as const;
    for (const [name, increment] of counters) {
      it(name, () => {
        const program = `mov x3, #1000\nloop: ${increment}\n subs x3, x3, #1\n b.ne loop\n brk #0`;
        const machine = new Machine(program, program);
        const turns = [7, 11];
        const running = new Set([0, 1]);
        while (running.size > 0) {
          for (const cpu of [...running]) {
            if (machine.run(cpu, turns[cpu]!).kind === "exception") running.delete(cpu);
          }
        }
        expect(machine.shared).to.equal(2000n);
      });
    }

    it("which LDR and STR do not", () => {
      const program = "mov x3, #1000\nloop: ldr x1, [x0]\n add x1, x1, #1\n str x1, [x0]\n subs x3, x3, #1\n b.ne loop\n brk #0";
      const machine = new Machine(program, program);
      for (let turn = 0; turn < 2000; turn++) {
        machine.run(0, 7);
        machine.run(1, 11);
      }
      expect(Number(machine.shared)).to.be.lessThan(2000);
    });
  });
});
