// What must not be possible: the fault that each wrong access is, and that no live table allows it.
// ESR_EL1 by the Arm manual ("ISS encoding for an exception from a Data Abort"): EC 0x25, 0x21, or
// 0x20 from EL0, in bits 31:26, IL, WnR in bit 6; FSC 0b0001LL: nothing at level LL, 0b0011LL: forbidden
// there, 0b100001: not aligned. Where FAR_EL1 is not the address, the program says so.

import { expect } from "chai";
import { buildProgram, type Built } from "../../../src/compiler/build";
import { REPOSITORY } from "../../compiler/hosted";
import { QEMU, runOnQemu } from "../../compiler/machines";
import { itWith } from "../../installed";
import { type LivePage, livePages } from "./live-tables";
import { runWatched, type WatchedRun } from "./table-watch";

const PROGRAM = "test/unikernel/kernels/wrong-accesses.ts";

const FAULTS = [
  // what                                   ESR_EL1
  "0 writable and executable, 0 empty tables",
  "store code: 9600004f",
  "store the last of the code: 9600004f",
  "store constants: 9600004f",
  "execute constants: 8600000f",
  "store tables for traces: 9600004f",
  "execute tables for traces: 8600000f",
  "execute variables: 8600000f",
  "execute variables that start as zero: 8600000f",
  "execute the stack: 8600000f",
  "execute the stack of exceptions: 8600000f",
  "execute the boot's table: 8600000f",
  "load the stack's guard: 96000007",
  "store the stack's guard: 96000047",
  "execute the stack's guard: 86000007",
  "store below the stack: 96000047",
  "load the guard of exceptions: 96000007",
  "store the guard of exceptions: 96000047",
  "execute the guard of exceptions: 86000007",
  "store below the stack of exceptions: 96000047",
  "a program loads constants: 9600000f",
  "a program stores variables: 9600004f",
  "a program executes code: 8200000f",
  "execute the heap: 8600000f",
  "load null: 96000005",
  "store null: 96000045",
  "execute null: 86000005",
  "load the last word of page 0: 96000005",
  "load the image where it was loaded: 96000005",
  "store the image where it was loaded: 96000045",
  "execute the image where it was loaded: 86000005",
  "load the last word of the lower half: 96000005",
  "store the last word of the lower half: 96000045",
  "execute the last word of the lower half: 86000005",
  "load no address: 96000004",
  "store no address: 96000044",
  "execute no address: 86000004",
  "load what nobody has mapped: 96000005",
  "store what nobody has mapped: 96000045",
  "execute what nobody has mapped: 86000005",
  "load behind RAM: 96000006",
  "store behind RAM: 96000046",
  "execute behind RAM: 86000006",
  "execute the end of RAM: 8600000e",
  "execute a device: 8600000d",
  "no such range",
  "writable and executable",
  "writable and executable",
  "store a page of our own: 0",
  "execute a page of our own: 8600000f",
  "store what may be read: 9600004f",
  "execute what programs may: 8600000f",
  "load what is unmapped: 96000005",
  "2097152 bytes, of tables as well: true",
  "4096 bytes",
  "store a page beside the tables: 9600004f",
  "store the page again: 0",
  "0 writable and executable, 0 empty tables",
  "WXN 1, kept 1",
];

/** QEMU knows it from 9.0 on. */
const ALIGNMENT_FAULT = "load a device, not aligned: 96000021";

const RAM_BEGIN = 0x4000_0000;
const RAM_BYTES = 64 << 20;

describe("what memory may be used for", function () {
  this.timeout(300_000);
  let built: Built;
  let run: WatchedRun;
  let pages: LivePage[];

  before(() => {
    built = buildProgram(REPOSITORY, PROGRAM);
    run = runWatched(built.image);
    pages = livePages(run.board);
  });

  const symbol = (name: string): bigint =>
    built.linked.symbols.find((each) => each.name === `link/${name}`)!.address;

  const pageAt = (virtual: bigint): LivePage | undefined =>
    pages.find((page) => page.virtual <= virtual && virtual < page.virtual + BigInt(page.bytes));

  it("each wrong access is the right fault, on our board", () => {
    expect(run.printed.split("\n")).to.deep.equal([...FAULTS, ALIGNMENT_FAULT, ""]);
  });

  for (const [cpu, gic] of [["cortex-a57", 2], ["cortex-a53", 3], ["max", 2]] as const) {
    itWith(QEMU)(`and on QEMU's ${cpu} with GICv${gic}`, () => {
      const printed = runOnQemu(built.image, cpu, gic).split("\n");
      expect(printed.slice(0, FAULTS.length)).to.deep.equal(FAULTS);
    });
  }

  it("no descriptor is replaced without break before make", () => {
    expect(run.violations).to.deep.equal([]);
  });

  it("no live page is writable and executable", () => {
    expect(pages.filter(({ isWritable, isExecutable }) => isWritable && isExecutable)).to.deep.equal([]);
  });

  it("what is executable is the code, all of it and nothing else", () => {
    const code = pages.filter(({ isExecutable }) => isExecutable).map(({ virtual }) => virtual);
    const expected: bigint[] = [];
    for (let at = symbol("image"); at < symbol("text-end"); at += 4096n) expected.push(at);
    expect(code).to.deep.equal(expected);
  });

  it("guards and the lower half are in no table", () => {
    expect([pageAt(symbol("stack-guard")), pageAt(symbol("exception-guard"))]).to.deep.equal([undefined, undefined]);
    expect(pages.filter(({ virtual }) => virtual < 0xffff_ff80_0000_0000n)).to.deep.equal([]);
  });

  it("devices are Device memory, RAM is not", () => {
    expect(pages.filter(({ isDevice, physical }) => isDevice !== physical < RAM_BEGIN)).to.deep.equal([]);
  });

  it("all of RAM is there once, but for the guards", () => {
    const ram = pages.filter(({ isDevice }) => !isDevice);
    const isLinear = ({ virtual, physical }: LivePage): boolean => virtual === 0xffff_ff80_0000_0000n + BigInt(physical);
    expect(ram.filter((page) => !isLinear(page))).to.deep.equal([]);
    expect(ram.reduce((sum, { bytes }) => sum + bytes, 0)).to.equal(RAM_BYTES - 2 * 4096);
  });

  it("constants are not writable, variables are", () => {
    expect(pageAt(symbol("rodata"))?.isWritable).to.equal(false);
    expect(pageAt(symbol("trace"))?.isWritable).to.equal(false);
    expect(pageAt(symbol("data"))?.isWritable).to.equal(true);
  });
});
