// The compiler's table of intrinsics against the functions that it is about.

import { expect } from "chai";
import { UserFault } from "../../../src/base/fault";
import { HOSTED_MODULE, INTRINSICS } from "../../../src/compiler/language/intrinsics";
import { SimulatedMetal, PowerOff } from "../../../src/host/metal/simulated-metal";
import { hosted, hostMetal } from "../../../src/unikernel/metal/hosted";
import * as linker from "../../../src/unikernel/metal/linker";
import * as machine from "../../../src/unikernel/metal/machine";
import * as memory from "../../../src/unikernel/metal/memory";
import * as translation from "../../../src/unikernel/metal/translation";
import * as systemRegister from "../../../src/unikernel/metal/system-register";
import * as object from "../../../src/unikernel/metal/object";
import { minus, plus, roundUp, times } from "../../../src/unikernel/metal/word";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { AssemblyUnit } from "../../../src/compiler/link/assembly-function";
import { RUNTIME_ROOTS, runtimeAssembly } from "../../../src/compiler/runtime-assembly";

const MODULES = { memory, object, machine, translation, linker, "system-register": systemRegister };

describe("metal", () => {
  let metal: SimulatedMetal;

  beforeEach(() => {
    metal = new SimulatedMetal(0x4000_0000n, 0x1_0000, 0x1000);
    hostMetal(metal);
  });

  it("each function of these modules is an intrinsic, and of the words' only the one that is an instruction", () => {
    const symbols = Object.entries(MODULES).flatMap(([module, functions]) =>
      Object.keys(functions).map((name) => `src/unikernel/metal/${module}.ts#${name}`));
    expect(Object.keys(INTRINSICS).sort()).to.deep.equal([...symbols, "src/unikernel/metal/word.ts#reversed32"].sort());
  });

  for (const [symbol, intrinsic] of Object.entries(INTRINSICS)) {
    if (intrinsic.is !== "machine") continue;
    it(`${symbol}: "${intrinsic.text}" is an instruction`, () => {
      expect(new Assembler(standardDecoder()).assemble(intrinsic.text.replace("{0}", "x0")).bytes.length).to.equal(4);
    });
  }

  it("what is called is among the assembly functions, which are as long near and far", () => {
    const units = runtimeAssembly("program").map((source) => new AssemblyUnit(source));
    const called = Object.values(INTRINSICS).flatMap((each) => (each.is === "call" ? [each.symbol] : []));
    expect(units.map(({ symbol }) => symbol)).to.include.members(called);
    for (const unit of units) {
      const final = unit.final(0x4020_1000n, (symbol) => 0x4100_0000n + 16n * BigInt(symbol.length));
      expect(final.words.length, unit.symbol).to.equal(unit.draft().words.length);
    }
  });

  it("every root is a function of the runtime", async () => {
    for (const root of Object.values(RUNTIME_ROOTS)) {
      const [file = "", name = ""] = root.split("#");
      const module = await import(`../../../${file.replace(/\.ts$/, "")}`) as Record<string, unknown>;
      expect(module[name], root).to.be.a("function");
    }
  });

  it("memory is little-endian, and widened with zeros", () => {
    memory.store64(0x4000_2000n, 0x8877_6655_4433_2211n);
    expect(memory.load8(0x4000_2007n)).to.equal(0x88);
    expect(memory.load16(0x4000_2002n)).to.equal(0x4433);
    expect(memory.load32(0x4000_2004n)).to.equal(0x8877_6655);
    memory.store8(0x4000_2000n, -1);
    memory.store16(0x4000_2002n, 0x1_0000);
    memory.store32(0x4000_2004n, 1);
    expect(memory.load64(0x4000_2000n)).to.equal(0x0000_0001_0000_22ffn);
  });

  it("what is not aligned, or not there, is a fault", () => {
    expect(() => memory.load64(0x4000_2004n)).to.throw("not aligned");
    expect(() => { memory.store8(0x4001_0000n, 1); }).to.throw("nothing is at");
  });

  it("a word is what is in memory for a value", () => {
    const same = {};
    const cases: readonly (readonly [value: unknown, word: bigint])[] = [
      [0, 0n], [-1, 0xffff_ffff_ffff_ffffn], [true, 1n], [null, 0n], [5n, 5n],
      ["text", object.addressOf("te" + "xt")], [same, object.addressOf(same)],
    ];
    for (const [value, word] of cases) expect(object.wordOf(value)).to.equal(word);
    expect(object.objectAt<string>(object.addressOf("text"))).to.equal("text");
    expect(object.objectAt<object>(object.addressOf(same))).to.equal(same);
    expect(object.addressOf({})).not.to.equal(object.addressOf({}));
    expect([object.isString("1"), object.isString(1), object.textOf(true)]).to.deep.equal([true, false, "true"]);
  });

  it("arithmetic of addresses wraps round", () => {
    expect(plus(2n ** 64n - 1n, 2n)).to.equal(1n);
    expect(minus(1n, 2n)).to.equal(2n ** 64n - 1n);
    expect(times(2n ** 63n, 2n)).to.equal(0n);
    expect([0n, 1n, 4096n, 4097n].map((at) => roundUp(at, 4096n))).to.deep.equal([0n, 4096n, 4096n, 8192n]);
  });

  it("the firmware switches off", () => {
    expect(() => machine.hypervisorCall(0x8400_0008n, 0n, 0n, 0n)).to.throw(PowerOff);
  });

  it("Node has one stack, and says so", () => {
    expect(() => { machine.switchStack(0n, 0n); }).to.throw(UserFault, "Node has one stack: a context runs on the metal alone");
  });

  it("without a host there is no hardware", () => {
    hostMetal(undefined);
    expect(() => hosted()).to.throw("hostMetal() first");
  });

  it("the module that only Node runs is where the table says", async () => {
    expect(await import(`../../../${HOSTED_MODULE.replace(/\.ts$/, "")}`)).to.have.property("hosted", hosted);
  });
});
