import { expect } from "chai";
import { UserFault } from "../../../src/base/fault";
import { registerName } from "../../../src/host/computer/register-names";
import { parseTraceFilter } from "../../../src/host/computer/trace-filter";
import { traceLine } from "../../../src/host/computer/trace-line";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import type { Device } from "../../../src/machine/devices/device";

const NOTHING = { exceptions: [], interrupts: false, psci: false, devices: [], code: [] };

describe("--trace", () => {
  const filters = [
    ["exception",                      { ...NOTHING, exceptions: [""] }],
    ["exception:data-abort",           { ...NOTHING, exceptions: ["data abort"] }],
    ["exception:SVC,exception:abort",  { ...NOTHING, exceptions: ["svc", "abort"] }],
    ["irq, psci",                      { ...NOTHING, interrupts: true, psci: true }],
    ["mmio:pl011,mmio:gic",            { ...NOTHING, devices: ["pl011", "gic"] }],
    ["mmio",                           { ...NOTHING, devices: [""] }],
    ["code",                           { ...NOTHING, code: [{ from: 0n, to: 1n << 64n }] }],
    ["code:0x10-0x20",                 { ...NOTHING, code: [{ from: 0x10n, to: 0x20n }] }],
  ] as const;
  for (const [text, filter] of filters) {
    it(text, () => { expect(parseTraceFilter(text)).to.deep.equal(filter); });
  }

  const bad = [
    ["",                "--trace: there is no empty filter; give exception[:WHAT]"],
    ["irq,",            "--trace: there is no empty filter; give exception[:WHAT]"],
    ["svc",             "--trace: there is no svc; give exception[:WHAT]"],
    ["irq:30",          "--trace: there is no irq:30; give exception[:WHAT]"],
    ["code:main",       "--trace code:main: give addresses, as code:0x40080000-0x40081000"],
    ["code:0x20-0x20",  "--trace code:0x20-0x20: ends before it begins"],
  ] as const;
  for (const [text, message] of bad) {
    it(`"${text}" is refused`, () => { expect(() => parseTraceFilter(text)).to.throw(UserFault, message); });
  }
});

describe("what is at an offset", () => {
  const places = [
    // mapping                    offset  name
    ["pl011@9000000",             0x018,  "UARTFR"],   // Arm DDI 0183, table 3-1
    ["pl011@9000000",             0x019,  "UARTFR"],
    ["pl011@9000000",             0x800,  undefined],
    ["virtio_mmio@a003e00",       0x050,  "QueueNotify"], // Virtual I/O Device 1.2, 4.2.2
    ["gic distributor@8000000",   0x104,  "GICD_ISENABLER[1]"], // Arm IHI 0048B, table 4-1
    ["gic cpu interface@8010000", 0x00c,  "GICC_IAR"],
    ["unheard of@0",              0x000,  undefined],
  ] as const;
  for (const [mapping, offset, name] of places) {
    it(`${mapping} +${offset.toString(16)}`, () => { expect(registerName(mapping, offset)).to.equal(name); });
  }
});

describe("a line of a trace", () => {
  const device: Device = { read: () => 0n, write: () => true };
  const pl011 = { name: "pl011@9000000", base: 0x900_0000, size: 0x1000, device };
  const moment = { time: 1234, cpu: 1 };
  const lineOf = (event: Parameters<typeof traceLine>[1]): string => traceLine(moment, event, standardDecoder());

  it("tells of an exception and an interrupt", () => {
    expect(lineOf({ kind: "exception", cause: { kind: "SVC", imm16: 3 }, level: 0, pc: 0x1000n, vector: 0x400n })).to.equal("        1234 cpu1 exception SVC #0x3, EL0 at 0x1000, to 0x400\n");
    expect(lineOf({ kind: "exception", cause: { kind: "IRQ" }, level: 1, pc: 0x1000n, vector: 0x280n })).to.equal("        1234 cpu1 irq       IRQ, EL1 at 0x1000, to 0x280\n");
  });

  it("tells of an access", () => {
    expect(lineOf({ kind: "mmio", mapping: pl011, offset: 0, bytes: 1, write: true, value: 0x41n, isRefused: false })).to.equal("        1234 cpu1 mmio      pl011@9000000 UARTDR <- 0x41 (1 byte)\n");
    expect(lineOf({ kind: "mmio", mapping: pl011, offset: 0x18, bytes: 4, write: false, value: 0x90n, isRefused: false })).to.equal("        1234 cpu1 mmio      pl011@9000000 UARTFR -> 0x90\n");
    expect(lineOf({ kind: "mmio", mapping: pl011, offset: 0x800, bytes: 8, write: false, value: 0n, isRefused: true })).to.equal("        1234 cpu1 mmio      pl011@9000000 +0x800 -> refused (8 bytes)\n");
  });

  it("tells of a call of the firmware", () => {
    const effect = { kind: "CPU on", cpu: 1, entry: 0x4008_0000n, context: 0n } as const;
    expect(lineOf({ kind: "psci", call: [0xc400_0003n, 1n, 0x4008_0000n, 0n], answer: { result: 0n, effect } })).to.equal("        1234 cpu1 psci      CPU_ON(0x1, 0x40080000, 0x0) = 0, CPU on\n");
    expect(lineOf({ kind: "psci", call: [5n, 0n, 0n, 0n], answer: { result: 0xffff_ffff_ffff_ffffn } })).to.equal("        1234 cpu1 psci      0x5(0x0, 0x0, 0x0) = -1\n");
  });

  it("tells of an instruction", () => {
    expect(lineOf({ kind: "code", address: 0x4008_0000n, word: 0xd65f_03c0 })).to.equal("        1234 cpu1 code      0x40080000  d65f03c0  ret\n");
  });
});
