import { expect } from "chai";
import { registerNamed } from "../../../../src/machine/cpu/stepping/registers";
import { Bench } from "../../../../src/site/widgets/machine/bench";
import { assembleProgram, isFault, type Program } from "../../../../src/site/widgets/machine/program";
import { programs } from "../../../../src/site/widgets/machine/programs";

const cases = [
  // program    register  what it computes, by hand or by IEEE 754
  ["sum",       "x0",     23n],
  ["strlen",    "x0",     16n],
  ["call",      "x0",     9n],
  ["factorial", "x0",     120n],
  ["root",      "v4",     0x3ff6a09e667f3bcdn],
  ["vector",    "v0",     0x00000058_0000004d_00000042_00000037n],
] as const;

const benchOf = (source: string): Bench => new Bench(assembled(source));

function assembled(source: string): Program {
  const program = assembleProgram(source);
  if (isFault(program)) throw new Error(program.what);
  return program;
}

function runToEnd(bench: Bench): Bench {
  while (bench.advance("forward", 1000));
  return bench;
}

describe("programs of the figures", () => {
  it("are all here", () => {
    expect(programs.map(({ name }) => name)).to.deep.equal(cases.map(([name]) => name));
  });

  for (const [name, register, expected] of cases) {
    const { source, startsAt } = programs.find((program) => program.name === name)!;

    it(`${name} computes 0x${expected.toString(16)} in ${register} and ends in brk`, () => {
      const bench = runToEnd(benchOf(source));
      expect(bench.valueOf(registerNamed(register)!)).to.equal(expected);
      expect(bench.stop).to.deep.equal({ kind: "exception", cause: { kind: "BRK", imm16: 0 } });
    });

    it(`${name} starts its figure before its end`, () => {
      expect(runToEnd(benchOf(source)).time).to.be.greaterThan(startsAt);
    });

    it(`${name} is back where it began when it has run back`, () => {
      const bench = runToEnd(benchOf(source));
      while (bench.advance("back", 7));
      const fresh = benchOf(source);
      expect([bench.time, bench.pc]).to.deep.equal([0, fresh.pc]);
      expect(bench.valueOf(registerNamed(register)!)).to.equal(0n);
    });
  }
});

describe("Bench", () => {
  const source = "mov x0, #1\nadr x1, place\nstr x0, [x1]\nagain: add x0, x0, #1\nb again\n.balign 8\nplace: .quad 7\n";

  it("says what a move changed, and nothing of the moves before", () => {
    const bench = benchOf(source);
    bench.advance("forward", 2);
    bench.beginMove();
    bench.advance("forward", 1);
    expect(bench.valueBefore(registerNamed("x0")!)).to.equal(undefined);
    expect([0x10018n, 0x10019n].map((address) => bench.byteAt(address))).to.deep.equal([{ value: 1, isChanged: true }, { value: 0, isChanged: false }]);
  });

  it("stops at a breakpoint, forwards and backwards", () => {
    const bench = benchOf(source);
    bench.toggleBreakpoint(0x1000cn);
    bench.beginMove();
    while (bench.advance("forward", 1000));
    expect([bench.time, bench.stop.kind]).to.deep.equal([3, "breakpoint"]);
    bench.advance("forward", 1);
    bench.beginMove();
    while (bench.advance("back", 1000));
    expect([bench.time, bench.stop.kind]).to.deep.equal([3, "breakpoint"]);
  });

  it("makes another future when a register is changed in the past", () => {
    const bench = benchOf(source);
    bench.advance("forward", 100);
    bench.goTo(3);
    bench.setRegister(registerNamed("x0")!, 1000n);
    expect(bench.furthest).to.equal(3);
    bench.advance("forward", 1);
    expect(bench.valueOf(registerNamed("x0")!)).to.equal(1001n);
  });

  it("names a place in the program by the label before it", () => {
    const bench = benchOf(source);
    expect([0x10010n, 0x10018n, 0x20000n].map((value) => bench.placeOf(value))).to.deep.equal(["again + 4", "place", undefined]);
  });

  it("reports a mistake at its line", () => {
    expect(assembleProgram("mov x0, #1\n\nadd x0, x1, #4096\n")).to.deep.equal({ line: 3, what: "expected an integer from 0 to 4095 (column 14)" });
  });
});
