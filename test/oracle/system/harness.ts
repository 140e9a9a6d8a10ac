// The harness (harness.s) as a flat image, made by our own assembler: QEMU is all that the oracle needs.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bug } from "../../../src/base/bug";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { recordSymbols } from "./case";
import { CASES, CODE, DATA, DATA_SIZE, IMAGE, KERNEL_DATA, PATTERN, RAM, SAFE_TABLE, UART, VECTORS } from "./place";
import { SAFE_MAIR, SAFE_SCTLR, SAFE_TCR, SETTINGS, STATE_SIZE } from "./settings";

const PLACES = { CASES, CODE, DATA, DATA_SIZE, KERNEL_DATA, PATTERN, UART, SAFE_MAIR, SAFE_SCTLR, SAFE_TCR };
const VECTOR_COUNT = 16;
const VECTOR = ["    msr tpidr_el1, x30", "    adr x30, . - 4", "    b common", "    .align 7"];

let made: Uint8Array | undefined;

/** To be loaded and entered at IMAGE. */
export function harnessImage(): Uint8Array {
  made ??= makeImage();
  return made;
}

function makeImage(): Uint8Array {
  const { bytes, symbols } = new Assembler(standardDecoder()).assemble(source(), BigInt(IMAGE));
  const isInPlace = symbols.get("vectors") === BigInt(VECTORS) && symbols.get("safe_table") === BigInt(SAFE_TABLE);
  if (!isInPlace) bug("the harness is not laid out as place.ts says");
  return bytes;
}

function source(): string {
  const symbols = Object.entries({ ...PLACES, ...recordSymbols() }).map(([name, value]) => `.equ ${name}, ${value}`);
  return [
    ...symbols,
    "    b start",
    "    .align 12",
    "vectors:",
    ...Array.from({ length: 2 * VECTOR_COUNT }, () => VECTOR).flat(),
    "    .align 12",
    "safe_table:",
    ...safeDescriptors(),
    readFileSync(join(__dirname, "harness.s"), "utf8"),
    "set_registers:",
    "    mov x0, #0x300000",
    "    msr cpacr_el1, x0",
    "    isb",
    "    msr fpcr, xzr",
    "    msr fpsr, xzr",
    ...Array.from({ length: 32 }, (_, n) => `    movi v${n}.16b, #${n + 1}`),
    ...SETTINGS.flatMap((name) => [`    ldr x0, [x28, #${name}_AT]`, `    msr ${name}, x0`]),
    "    isb",
    "    ret",
    "    .align 3",
    "current: .xword 0",
    `saved: .space ${8 * STATE_SIZE}`,
  ].join("\n");
}

const BLOCK = 0b01n;
const ACCESSED = 1n << 10n;
const USER = 1n << 6n;
const READ_ONLY = 1n << 7n;
const PXN = 1n << 53n;
const UXN = 1n << 54n;
const DESCRIPTORS = 512;

/** place.ts: four gigabytes, a block each; in either half. */
function safeDescriptors(): string[] {
  const block = (output: number, attributes: bigint): bigint => BigInt(output) | BLOCK | ACCESSED | attributes;
  const blocks = [block(0, PXN | UXN), block(RAM, USER | READ_ONLY), block(RAM, USER | PXN | UXN), block(RAM, PXN | UXN)];
  return [...blocks.map((one) => `    .xword ${one}`), `    .space ${8 * (DESCRIPTORS - blocks.length)}`];
}
