// Registers behind a cold reset: an image that prints every register that EL1 can read, before it has written any.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FirstBoard, IMAGE_BASE } from "../../../src/machine/board/first-board";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { REGISTERS, type SystemRegister } from "../../../src/machine/sysregs/registers";
import { QEMU_CPU } from "./qemu";

const LONGEST_RUN_MS = 60_000;

/** What time has a part in, or reading changes, or floating point guards. */
const MOVING = /^(CNT[PV]CT|CNT[PV]_TVAL|DBGDTR|FPCR|FPSR|SP_EL0)/;

export const readable = (): readonly SystemRegister[] =>
  REGISTERS.filter(({ name, access, needs }) => access !== "WO" && needs === undefined && !MOVING.test(name));

/** A register that is not there is printed as "-": its MRS is stepped over. */
export function resetImage(registers: readonly SystemRegister[]): Uint8Array {
  const lines = registers.map(({ encoding: { op0, op1, CRn, CRm, op2 } }) =>
    `mov x9, #0\n mrs x0, S${op0}_${op1}_C${CRn}_C${CRm}_${op2}\n bl print`);
  const source = `
    adr x8, vectors
    ldr x7, =0x09000000
    mrs x10, VBAR_EL1
    msr VBAR_EL1, x8
    ${lines.join("\n    ")}
    ldr x0, =0x84000008
    hvc #0
    b .
print:
    cbz x9, value
    mov w2, #'-'
    str w2, [x7]
    b end
value:
    mov x3, #60
digit:
    lsr x2, x0, x3
    and x2, x2, #15
    cmp x2, #10
    add x4, x2, #'0'
    add x2, x2, #('a' - 10)
    csel x2, x4, x2, lo
    str w2, [x7]
    subs x3, x3, #4
    b.pl digit
end:
    mov w2, #'\\n'
    str w2, [x7]
    ret
    .balign 2048
vectors: .zero 0x200
    mov x9, #1
    mrs x5, ELR_EL1
    add x5, x5, #4
    msr ELR_EL1, x5
    eret`;
  return new Assembler(standardDecoder()).assemble(source, BigInt(IMAGE_BASE)).bytes;
}

export function resetByUs(image: Uint8Array): string[] {
  let printed = "";
  const board = new FirstBoard({ print: (byte) => { printed += String.fromCharCode(byte); } });
  board.load(image);
  board.run(1_000_000);
  return printed.trimEnd().split("\n");
}

export function resetByQemu(image: Uint8Array): string[] {
  const directory = mkdtempSync(join(tmpdir(), "o2p-reset-"));
  try {
    const [file, serial] = [join(directory, "image"), join(directory, "serial")];
    writeFileSync(file, image);
    spawnSync("qemu-system-aarch64", [
      "-machine", "virt", "-cpu", QEMU_CPU, "-nodefaults", "-display", "none", "-no-reboot", "-serial", `file:${serial}`, "-kernel", file,
    ], { timeout: LONGEST_RUN_MS });
    return readFileSync(serial, "utf8").trimEnd().split("\n");
  } finally {
    rmSync(directory, { recursive: true });
  }
}
