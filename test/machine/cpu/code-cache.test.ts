import { expect } from "chai";
import { CodeCache } from "../../../src/machine/cpu/code-cache";
import { Cpu } from "../../../src/machine/cpu/cpu";
import { createMemory, PAGE } from "../../../src/machine/cpu/layout";
import { CODE, PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import { Assembler, assembleLine } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";

const RAM = 0x4000_0000;

/** CPUs that execute one program, which stands at the start of RAM; X0 is where it stands. */
function setUp(program: string, cpus = 1) {
  const physical = new PhysicalMemory(createMemory(4 * PAGE), RAM, 4 * PAGE);
  const code = new CodeCache(physical);
  const { bytes } = new Assembler(standardDecoder()).assemble(program, BigInt(RAM));
  physical.write(RAM, bytes);
  const made = Array.from({ length: cpus }, (_, index) => {
    const cpu = new Cpu({ physical, index, code });
    cpu.pc = BigInt(RAM);
    cpu.state.x[0] = BigInt(RAM);
    return cpu;
  });
  return { physical, code, cpu: made[0]!, other: made[1]! };
}

const wordOf = (line: string): bigint => BigInt(assembleLine(line));

describe("The code cache", () => {
  it("decodes a word once", () => {
    const { cpu, code } = setUp("add x1, x1, #1\n b .-4");
    cpu.run(2);
    const [first, second] = code.page(0);
    cpu.run(100);
    expect([first?.word, second?.word]).to.deep.equal([0x9100_0421, 0x17ff_ffff]);
    expect(code.page(0)[0]).to.equal(first);
  });

  describe("forgets a word that is stored to", () => {
    const stores = [
      // x2 is the word of add x1, x1, #16, and x3 those of it and add x1, x1, #1
      ["the word", "str w2, [x0, #4]"],
      ["the word and the next", "str x3, [x0, #4]"],
      ["one byte of it", "mov w4, #0x40\n strb w4, [x0, #5]"],
      ["its upper half, and that of the next", "lsr w4, w2, #16\n sturh w4, [x0, #6]\n str w2, [x0, #4]"],
      ["STXR", "add x5, x0, #4\n ldxr w4, [x5]\n stxr w6, w2, [x5]"],
      ["SWP", "add x5, x0, #4\n swp w2, w4, [x5]"],
      ["a vector", "fmov d0, x3\n str d0, [x0, #4]"],
    ] as const;
    for (const [name, store] of stores) {
      it(`by this program: ${name}`, () => {
        const program = `b start\n add x1, x1, #1\n add x1, x1, #1\n ret\nstart: bl .-12\n ${store}\n bl .-${16 + 4 * store.split("\n").length}\n brk #0`;
        const { cpu } = setUp(program);
        cpu.state.x[2] = wordOf("add x1, x1, #16");
        cpu.state.x[3] = (wordOf("add x1, x1, #1") << 32n) | wordOf("add x1, x1, #16");
        expect(cpu.run(100)).to.deep.equal({ kind: "exception", cause: { kind: "BRK", imm16: 0 } });
        expect(cpu.state.x[1]).to.equal(2n + 17n);
      });
    }

    it("also the very next one", () => {
      const { cpu } = setUp("nop\n str w2, [x0, #8]\n add x1, x1, #1\n brk #0");
      for (const line of ["add x1, x1, #1", "add x1, x1, #16"]) {
        cpu.pc = BigInt(RAM);
        cpu.state.x[2] = wordOf(line);
        cpu.run(3);
      }
      expect(cpu.state.x[1]).to.equal(17n);
    });

    it("by another CPU, while this one runs it", () => {
      const { cpu, other } = setUp("add x1, x1, #1\n b .-4\n str w2, [x0]\n brk #0", 2);
      cpu.run(10);
      other.pc = BigInt(RAM + 8);
      other.state.x[2] = wordOf("add x1, x1, #16");
      other.run(1);
      cpu.run(10);
      expect(cpu.state.x[1]).to.equal(5n + 5n * 16n);
    });

    it("by a device, across pages", () => {
      const { cpu, physical } = setUp("nop");
      cpu.pc = BigInt(RAM + PAGE - 4);
      const code = (line: string): Uint8Array =>
        new Uint8Array(new Uint32Array([assembleLine(line), assembleLine(line), assembleLine("brk #0")]).buffer);
      physical.write(RAM + PAGE - 4, code("add x1, x1, #1"));
      cpu.run(10);
      physical.write(RAM + PAGE - 4, code("add x1, x1, #16"));
      cpu.pc = BigInt(RAM + PAGE - 4);
      cpu.run(10);
      expect(cpu.state.x[1]).to.equal(2n + 32n);
    });

    it("by DC ZVA", () => {
      const { cpu } = setUp("nop\n add x3, x0, #64\n dc zva, x3\n b block\n .balign 64\nblock: nop\n brk #0");
      cpu.run(1);
      cpu.pc = BigInt(RAM + 64);
      cpu.run(1);
      cpu.pc = BigInt(RAM + 4);
      expect(cpu.run(10)).to.deep.equal({ kind: "exception", cause: { kind: "undefined", word: 0 } });
      expect(cpu.pc).to.equal(BigInt(RAM + 64));
    });
  });

  it("keeps the other words of the page", () => {
    const { cpu, code } = setUp("str x1, [x0, #64]\n add x1, x1, #1\n b .-8");
    cpu.run(3);
    const before = code.page(0).slice(0, 3);
    cpu.run(30);
    expect(code.page(0).slice(0, 3)).to.deep.equal(before);
    expect(code.page(0)[0]).to.equal(before[0]);
  });

  it("leaves a page marked that is stored to often, but where words are still decoded", () => {
    const { cpu, physical } = setUp("nop\n nop");
    for (let i = 0; i < 2; i++) {
      cpu.run(1);
      for (let store = 0; store < 200; store++) physical.write(RAM + 64, Uint8Array.of(store));
    }
    expect(physical.marks[0]! & CODE).to.equal(CODE);
  });

  it("lets all pages go when they are too many, and then still knows what is stored", () => {
    const pages = 2500;
    const physical = new PhysicalMemory(createMemory(pages * PAGE), 0, pages * PAGE);
    const [next, again] = ["b #4096", "b #-4096"].map((line) => assembleLine(line));
    for (let page = 0; page < pages; page++) physical.view.setUint32(page * PAGE, page === pages - 1 ? again! : next!, true);
    const cpu = new Cpu({ physical });
    let most = 0;
    for (let done = 0; done < pages; done += 100) {
      cpu.run(100);
      most = Math.max(most, physical.marks.filter((marks) => (marks & CODE) !== 0).length);
    }
    expect(most).to.be.within(1500, 2048);
    physical.write((pages - 2) * PAGE, new Uint8Array(Uint32Array.of(assembleLine("brk #1")).buffer));
    expect(cpu.run(100)).to.deep.equal({ kind: "exception", cause: { kind: "BRK", imm16: 1 } });
  });

  it("unmarks a page that has become data", () => {
    const { cpu, physical } = setUp("add x1, x1, #1\n ret");
    physical.write(RAM + PAGE, new Uint8Array(new Uint32Array(["str x2, [x0]", "add x2, x2, #1", "b #-8"].map((line) => assembleLine(line))).buffer));
    cpu.run(2);
    expect(physical.marks[0]! & CODE).to.equal(CODE);
    cpu.pc = BigInt(RAM + PAGE);
    cpu.run(1000);
    expect([physical.marks[0]! & CODE, physical.marks[1]! & CODE]).to.deep.equal([0, CODE]);
    expect(physical.view.getBigUint64(0, true)).to.equal(333n);
  });
});
