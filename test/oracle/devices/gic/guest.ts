// The guest that asks QEMU's interrupt controller: an interpreter of steps, one list for each CPU, with every interrupt
// masked. CPUs take turns by a counter in RAM. At the end it sends the answers down the serial line.

import { Assembler } from "../../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../../src/machine/decoder/decoder";
import { SYSTEM_REGISTERS, type SystemRegisterName } from "../../../../src/machine/decoder/tables/system-registers";
import { type Answer, type LineName, type Operation, REFUSED, type Script } from "./operation";

export const GUEST = 0x4008_0000;
export const STEPS = 0x4100_0000;
/** For each CPU. */
const ROOM = 0x80_0000;
const ANSWERS = 0x4300_0000;
const TURN = 0x4010_0000;

const KINDS = [
  "end", "read1", "read2", "read4", "read8", "write1", "write2", "write4", "write8", "mrs", "msr", "look", "await", "pass", "start",
] as const;
type Kind = (typeof KINDS)[number];

/** kind: 4 bytes, number: 4, address or index: 8, value: 8. */
const STEP_BYTES = 24;

const lines = (text: readonly string[]): string => text.map((line) => `    ${line}`).join("\n");

/** `registers` are those that the steps name. */
export function guestImage(registers: readonly SystemRegisterName[], answers: number): Uint8Array {
  const numbers = new Map<string, string>(
    SYSTEM_REGISTERS.map(([op0, op1, CRn, CRm, op2, , name]) => [name, `S${op0}_${op1}_C${CRn}_C${CRm}_${op2}`]),
  );
  const source = `
    ldr x19, =${STEPS}
    mov x21, #0
    b begin
second:
    ldr x19, =${STEPS + ROOM}
    mov x21, #1
begin:
    adr x0, vectors
    msr VBAR_EL1, x0
    ldr x20, =${ANSWERS}
    ldr x22, =${TURN}
loop:
    ldr w1, [x19]
    ldr w2, [x19, #4]
    ldr x3, [x19, #8]
    ldr x4, [x19, #16]
    add x19, x19, #${STEP_BYTES}
    mov x0, #0
    adr x5, kinds
    add x5, x5, x1, lsl #2
    br x5
kinds:
${lines(KINDS.map((kind) => `b ${kind}`))}
read1:
    ldrb w0, [x3]
    b record
read2:
    ldrh w0, [x3]
    b record
read4:
    ldr w0, [x3]
    b record
read8:
    ldr x0, [x3]
    b record
write1:
    strb w4, [x3]
    b record
write2:
    strh w4, [x3]
    b record
write4:
    str w4, [x3]
    b record
write8:
    str x4, [x3]
    b record
mrs:
    adr x5, mrsTable
    add x5, x5, x3, lsl #3
    br x5
msr:
    adr x5, msrTable
    add x5, x5, x3, lsl #3
    br x5
look:
    b record
await:
    ldar x5, [x22]
    cmp x5, x3
    b.ne await
    b loop
pass:
    stlr x3, [x22]
    b loop
start:
    ldr x0, =0xc4000003
    mov x1, #1
    adr x2, second
    mov x3, #0
    hvc #0
    b loop
record:
    isb
    mrs x6, ISR_EL1
    add x7, x20, x2, lsl #4
    stp x0, x6, [x7]
    b loop
end:
    cbnz x21, stop
    mov x8, x20
    ldr x9, =${16 * answers}
    add x9, x9, x8
    ldr x7, =0x09000000
    str wzr, [x7, #0x38]
send:
    ldrb w0, [x8], #1
    str w0, [x7]
    cmp x8, x9
    b.ne send
    ldr x0, =0x84000008
    hvc #0
stop:
    b stop
mrsTable:
${lines(registers.flatMap((name) => [`mrs x0, ${numbers.get(name)}`, "b record"]))}
msrTable:
${lines(registers.flatMap((name) => [`msr ${numbers.get(name)}, x4`, "b record"]))}
refused:
    ldr x0, =${REFUSED}
    b record
    .balign 2048
vectors: .zero 0x200
    b refused`;
  return new Assembler(standardDecoder()).assemble(source, BigInt(GUEST)).bytes;
}

interface Entry {
  readonly kind: Kind;
  readonly number?: number;
  readonly at?: number;
  readonly value?: bigint;
}

const [UARTDR, UARTCR, UARTIMSC] = [0x0900_0000, 0x0900_0030, 0x0900_0038] as const;
const [RTCLR, RTCIMSC] = [0x0901_0008, 0x0901_0010] as const;

/** What has to be done once, so that the lines can go up: a byte is sent, and the date is the one of the alarm. */
const PREPARATION: readonly Entry[] = [
  { kind: "write4", at: UARTCR, value: 0x301n },
  { kind: "write4", at: UARTDR, value: 0x2en },
  { kind: "write4", at: RTCLR, value: 0n },
];

/** Registers that the guest needs for its own ends. */
export const OWN_REGISTERS = ["CNTV_CTL_EL0", "CNTP_CTL_EL0"] as const;

function entryOf({ step }: Operation, number: number, registers: readonly SystemRegisterName[]): Entry {
  const index = (name: SystemRegisterName): number => registers.indexOf(name);
  switch (step.kind) {
    case "read": return { kind: `read${step.bytes}`, number, at: step.address };
    case "write": return { kind: `write${step.bytes}`, number, at: step.address, value: step.value };
    case "mrs": return { kind: "mrs", number, at: index(step.register) };
    case "msr": return { kind: "msr", number, at: index(step.register), value: step.value };
    case "look": return { kind: "look", number };
    case "line": return { number, ...lineEntry(step.line, step.isHigh, index) };
  }
}

function lineEntry(line: LineName, isHigh: boolean, index: (name: SystemRegisterName) => number): Entry {
  switch (line) {
    case "CNTV": return { kind: "msr", at: index("CNTV_CTL_EL0"), value: isHigh ? 1n : 0n };
    case "CNTP": return { kind: "msr", at: index("CNTP_CTL_EL0"), value: isHigh ? 1n : 0n };
    case "PL011": return { kind: "write4", at: UARTIMSC, value: isHigh ? 0x20n : 0n };
    case "PL031": return { kind: "write4", at: RTCIMSC, value: isHigh ? 1n : 0n };
  }
}

/** The steps as they stand in the guest's RAM, from STEPS on. */
export function stepsFile(script: Script, registers: readonly SystemRegisterName[]): Uint8Array {
  const lists: Entry[][] = [[...PREPARATION], []];
  let turn = 0;
  let cpu = 0;
  if (script.some((operation) => operation.cpu === 1)) lists[0]!.push({ kind: "start" });
  script.forEach((operation, number) => {
    if (operation.cpu !== cpu) {
      turn++;
      lists[cpu]!.push({ kind: "pass", at: turn });
      cpu = operation.cpu;
      lists[cpu]!.push({ kind: "await", at: turn });
    }
    lists[cpu]!.push(entryOf(operation, number, registers));
  });
  if (cpu === 1) {
    lists[1]!.push({ kind: "pass", at: ++turn });
    lists[0]!.push({ kind: "await", at: turn });
  }
  const file = new Uint8Array(ROOM + STEP_BYTES * (lists[1]!.length + 1));
  lists.forEach((list, i) => {
    const view = new DataView(file.buffer, ROOM * i);
    list.forEach(({ kind, number = script.length, at = 0, value = 0n }, n) => {
      view.setUint32(STEP_BYTES * n, KINDS.indexOf(kind), true);
      view.setUint32(STEP_BYTES * n + 4, number, true);
      view.setBigUint64(STEP_BYTES * n + 8, BigInt(at), true);
      view.setBigUint64(STEP_BYTES * n + 16, value, true);
    });
  });
  return file;
}

/** The answers in what came down the serial line, behind the byte of the preparation. */
export function answersIn(sent: Uint8Array, count: number): Answer[] {
  const view = new DataView(sent.buffer, sent.byteOffset + 1);
  return Array.from({ length: count }, (_, i) => ({
    value: view.getBigUint64(16 * i, true), pins: Number(view.getBigUint64(16 * i + 8, true)),
  }));
}
