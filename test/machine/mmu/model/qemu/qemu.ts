// QEMU's system emulation as a function from worlds to what AT says of addresses in them. The CPU is Arm's Neoverse N1,
// which has PAN and 48 bits of physical addresses, as our machine; what it has beyond (HA, HD, HPD in TCR_EL1) no world
// switches on. It begins at EL2, so that EL1's registers may hold anything at all.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bug } from "../../../../../src/base/bug";
import { UserFault } from "../../../../../src/base/fault";
import { Assembler } from "../../../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../../../src/machine/decoder/decoder";
import type { Access } from "../world";
import { type DrawnWorld, RAM } from "../worlds";

const QEMU = "qemu-system-aarch64";
export const QEMU_CPU = "neoverse-n1";
const MACHINE = "virt,virtualization=on";
const LONGEST_RUN_MS = 120_000;

/** QEMU's RAM begins with its device tree; ours is further up. */
const IMAGE = 0x4018_0000;
const DATA = 0x4200_0000;
const UART = 0x0900_0000;
const RAM_END = 0x4800_0000;

/** Nothing answers there on QEMU's board: beyond RAM, and not in PCI's windows. */
export const isNowhere = (address: bigint): boolean =>
  address >= BigInt(RAM_END) && !within(address, 0x40_1000_0000n, 0x1000_0000n) && !within(address, 1n << 39n, 1n << 39n);

const within = (address: bigint, start: bigint, size: bigint): boolean => address >= start && address < start + size;

/** In the harness's order; "respectsPAN": S1E1RP and S1E1WP. */
export const OPERATIONS: readonly (Access & { readonly name: string; readonly respectsPAN: boolean })[] = [
  { name: "AT S1E1R", kind: "read", level: 1, respectsPAN: false },
  { name: "AT S1E1W", kind: "write", level: 1, respectsPAN: false },
  { name: "AT S1E0R", kind: "read", level: 0, respectsPAN: false },
  { name: "AT S1E0W", kind: "write", level: 0, respectsPAN: false },
  { name: "AT S1E1RP", kind: "read", level: 1, respectsPAN: true },
  { name: "AT S1E1WP", kind: "write", level: 1, respectsPAN: true },
];

export interface Question {
  readonly world: DrawnWorld;
  readonly addresses: readonly bigint[];
}

/** One for each of OPERATIONS: PAR_EL1; or ESR_EL2, 12 bits further up, where the instruction aborts. */
export type Answer = readonly bigint[];

/** "QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18+b3)" */
export const qemuVersion = (): string => execFileSync(QEMU, ["--version"], { encoding: "utf8" }).split("\n")[0]!;

/** What QEMU says of each address of each question. */
export function askQemu(questions: readonly Question[]): Answer[][] {
  const directory = mkdtempSync(join(tmpdir(), "o2p-translations-"));
  try {
    const file = (name: string): string => join(directory, name);
    writeFileSync(file("harness"), harness());
    writeFileSync(file("data"), new Uint8Array(BigUint64Array.from(questions.flatMap(written).concat(END)).buffer));
    const load = (name: string, address: number): string[] => ["-device", `loader,file=${file(name)},addr=${address},force-raw=on`];
    const { status, signal, stderr, error } = spawnSync(QEMU, [
      "-machine", MACHINE, "-cpu", QEMU_CPU, "-m", "128M", "-nodefaults", "-display", "none",
      "-serial", `file:${file("answers")}`,
      ...load("data", DATA), "-device", `loader,file=${file("harness")},addr=${IMAGE},force-raw=on,cpu-num=0`,
    ], { encoding: "utf8", timeout: LONGEST_RUN_MS });
    if ((error as NodeJS.ErrnoException | undefined)?.code === "ENOENT") {
      throw new UserFault(`there is no ${QEMU}: apt-get install qemu-system-arm`);
    }
    if (error !== undefined || status !== 0) bug(`${QEMU} ended with ${status ?? signal}: ${stderr}`);
    return read(new Uint8Array(readFileSync(file("answers"))), questions);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const END = [(1n << 64n) - 1n];

function harness(): Uint8Array {
  const symbols = Object.entries({ DATA, UART, RAM: RAM.base, RAM_BYTES: RAM.bytes }).map(([name, value]) => `.equ ${name}, ${value}`);
  const source = [...symbols, readFileSync(join(__dirname, "harness.s"), "utf8")].join("\n");
  return new Assembler(standardDecoder()).assemble(source, BigInt(IMAGE)).bytes;
}

/** What the harness reads of a world. */
export function written({ world, addresses }: Question): bigint[] {
  const words = [...new BigUint64Array(world.memory.buffer)];
  const pairs = words.flatMap((word, i) => (word === 0n ? [] : [BigInt(8 * i), word]));
  return [
    world.TCR_EL1, world.MAIR_EL1, world.SCTLR_EL1, world.TTBR0_EL1, world.TTBR1_EL1, world.PAN ? 1n : 0n,
    BigInt(pairs.length / 2), ...pairs, BigInt(addresses.length), ...addresses,
  ];
}

function read(bytes: Uint8Array, questions: readonly Question[]): Answer[][] {
  const words = new BigUint64Array(bytes.buffer);
  const expected = questions.reduce((sum, { addresses }) => sum + addresses.length * OPERATIONS.length, 0);
  if (words.length !== expected) bug(`${QEMU} gave ${words.length} of ${expected} answers`);
  let at = 0;
  return questions.map(({ addresses }) => addresses.map(() => [...words.subarray(at, at += OPERATIONS.length)]));
}
