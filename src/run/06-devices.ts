// What chapter 6 built, shown: npx ts-node src/run/06-devices.ts [hello | tick | four | interrupts | halves].

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { GICD } from "../formats/devices/gic-distributor";
import { PL011 } from "../formats/devices/pl011";
import type { DeviceRegisters } from "../formats/devices/register";
import { Board, type BoardState } from "../machine/board/board";
import { prepareBoot } from "../machine/board/loaders/boot";
import { loadImage } from "../machine/board/loaders/load-image";
import { decodeSnapshot, encodeSnapshot } from "../machine/board/snapshot-file";
import { stateHash } from "../machine/cpu/stepping/state-hash";
import { Assembler } from "../machine/decoder/assembler";
import { standardDecoder } from "../machine/decoder/decoder";
import { TIMER_HZ } from "../machine/sysregs/clock";

const TOURS: Readonly<Record<string, () => string[]>> = { hello, tick, four, interrupts, halves };

const FILES = join(__dirname, "../../chapters/06-devices/files");
/** Where the board puts a flat image. */
const IMAGE_BASE = 0x4008_0000n;
const MIB = 2 ** 20;
const LIMIT = 10_000_000;

/** A board with a program on it, and what the program has printed. */
interface Started {
  readonly board: Board;
  readonly printed: () => string;
}

function start(name: string, cpus = 1, gic: 2 | 3 = 2): Started {
  const description = { ramBytes: 4 * MIB, cpus, gic } as const;
  let text = "";
  const board = new Board({ description, outside: { serial: (byte) => { text += String.fromCharCode(byte); } } });
  const source = readFileSync(join(FILES, `${name}.s`), "utf8");
  const image = new Assembler(standardDecoder()).assemble(source, IMAGE_BASE).bytes;
  board.start(prepareBoot(loadImage(image, description.ramBytes), description));
  return { board, printed: () => text };
}

/** Eleven bytes, and all that went over the bus for them. */
function hello(): string[] {
  const { board, printed } = start("hello");
  const lines: string[] = [];
  board.bus.listener = ({ mapping, offset, write, value }) => {
    const what = nameAt(mapping.name, offset);
    const letter = what === "UARTDR" ? `  ${JSON.stringify(String.fromCharCode(Number(value)))}` : "";
    lines.push(`${String(board.time).padStart(4)}  ${write ? "write" : "read "}  ${mapping.name}  ${what.padEnd(6)}  0x${value.toString(16).padStart(2, "0")}${letter}`);
  };
  board.run(LIMIT);
  return [...lines, "", printed().trimEnd(), ended(board)];
}

/** A clock: each line with the moment at which the machine prints it. */
function tick(): string[] {
  const { board, printed } = start("tick");
  const lines: string[] = [];
  while (!board.isOff) {
    const before = printed().length;
    board.run(1);
    if (printed().length > before && printed().endsWith("\n")) {
      const line = printed().trimEnd().split("\n").at(-1)!.trimEnd();
      lines.push(`${line}   at ${(Number(board.clock.count) / TIMER_HZ).toFixed(6)} s, behind ${board.time} instructions`);
    }
  }
  return [...lines, ended(board)];
}

/** Four CPUs that send each other interrupts. */
function four(): string[] {
  const { board, printed } = start("four", 4);
  let sent = 0;
  board.bus.listener = ({ mapping, offset, write }) => { if (write && nameAt(mapping.name, offset) === "GICD_SGIR") sent++; };
  board.run(LIMIT);
  return [...printed().trimEnd().split("\r\n"), `${sent} interrupts sent; instructions: ${board.cpus.map(({ time }) => time).join(", ")}`, ended(board)];
}

/** Interrupts of every kind, taken from a GICv2 and from a GICv3. */
function interrupts(): string[] {
  const machines = ([2, 3] as const).map((gic) => start("interrupts", 1, gic));
  for (const { board } of machines) board.run(LIMIT);
  const [second, third] = machines.map(({ printed }) => printed());
  const lines = second!.trimEnd().split("\r\n").map((line) => line.trimEnd());
  return [...lines, second === third ? "(from both controllers)" : `GICv3: ${third!}`];
}

/** A machine that is stopped half-way, kept in a file, and gone on with; beside one that was not. */
function halves(): string[] {
  const whole = start("tick").board;
  whole.run(1500);
  const first = start("tick").board;
  first.run(700);
  const file = encodeSnapshot(first.save());
  const second = start("tick").board;
  second.restore(decodeSnapshot(file) as BoardState);
  second.run(1500 - second.time);
  return [
    `in one piece   ${stateHash(whole)}`, `in two halves  ${stateHash(second)}`,
    `the file between them has ${file.length} bytes, for a machine of ${first.physical.size / MIB} MiB`,
  ];
}

const ended = ({ isOff, time }: Board): string => `(${isOff ? "off" : "on"}, behind ${time} instructions)`;

const TABLES: readonly (readonly [start: string, table: DeviceRegisters])[] = [["pl011@", PL011], ["gic distributor", GICD]];

/** A register's name, from the table of its device. */
function nameAt(device: string, offset: number): string {
  const table = TABLES.find(([start]) => device.startsWith(start))?.[1] ?? {};
  const register = Object.entries(table).find(([, row]) => row.offset === offset);
  return register?.[0] ?? `+0x${offset.toString(16)}`;
}

function main([name]: readonly string[]): void {
  if (name !== undefined && !Object.hasOwn(TOURS, name)) {
    console.error(`there is no tour "${name}"; there are ${Object.keys(TOURS).join(", ")}`);
    process.exitCode = 2;
    return;
  }
  for (const each of name === undefined ? Object.keys(TOURS) : [name]) {
    if (name === undefined) console.log(`\n${each}`);
    for (const line of TOURS[each]!()) console.log(line);
  }
}

main(process.argv.slice(2));
