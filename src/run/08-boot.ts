// What chapter 8 built, shown: npx ts-node src/run/08-boot.ts [jump | argv | memory | map | soak | wake | disk | crashes | monitor].

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bug } from "../base/bug";
import { type Built, buildProgram } from "../compiler/build";
import { explainSyndrome } from "../formats/syndromes/syndrome";
import { Board } from "../machine/board/board";
import { prepareBoot } from "../machine/board/loaders/boot";
import { loadImage } from "../machine/board/loaders/load-image";
import { type Disk, MemoryDisk } from "../machine/devices/virtio/disk";
import { standardDecoder } from "../machine/decoder/decoder";
import { UPPER_HALF } from "../unikernel/memory/layout";

const TOURS: Readonly<Record<string, () => string[]>> = { jump, argv, memory, map, soak, wake, disk, crashes, monitor };

const ROOT = join(__dirname, "../..");
const FILES = "chapters/08-boot/files";
const HELLO = "src/unikernel/services/hello.ts";
const KERNELS = "test/unikernel/kernels";
const RAM_BYTES = 256 * 2 ** 20;
const LIMIT = 1_000_000_000;

/** Files of the course, some of them changed. */
function build(path: string, changed: Readonly<Record<string, string>> = {}): Built {
  return buildProgram({ read: (name) => changed[name] ?? read(name) }, path);
}

function read(name: string): string | undefined {
  const file = join(ROOT, name);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** What an image prints on our board until it is off. */
function boot({ image }: Built, bootargs?: string, limit = LIMIT, disks: readonly Disk[] = []): string[] {
  const rngSeed = new Uint8Array(32).fill(0x5a);
  const description = { ramBytes: RAM_BYTES, cpus: 1, gic: 2, rngSeed, ...(bootargs !== undefined && { bootargs }) } as const;
  let text = "";
  const board = new Board({ description, outside: { disks, serial: (byte) => { text += String.fromCharCode(byte); } } });
  board.start(prepareBoot(loadImage(image, RAM_BYTES), description));
  board.run(limit);
  return [...text.trimEnd().split("\n"), ...(board.isOff ? [] : ["(still running)"])];
}

const hex = (value: number | bigint, digits: number): string => `0x${value.toString(16).padStart(digits, "0")}`;

/** The instructions around the moment when the MMU is switched on: where each is fetched, and where that is. */
function jump(): string[] {
  const { image } = build(HELLO);
  const description = { ramBytes: RAM_BYTES, cpus: 1, gic: 2 } as const;
  const board = new Board({ description, outside: { serial: () => { /* What it prints is another tour. */ } } });
  board.start(prepareBoot(loadImage(image, RAM_BYTES), description));
  const { cpu } = board.processors[0]!;
  const lines: string[] = [];
  for (let above = 0; above < 3; board.run(1)) {
    lines.push(`${hex(cpu.pc, 16)}  ${hex(placeOf(board), 8)}  ${instructionAt(board)}`);
    if (cpu.pc >= UPPER_HALF) above++;
  }
  return [`${"PC".padEnd(18)}  physical  instruction`, ...lines.slice(-11)];
}

/** Where the PC's instruction is, physically. */
function placeOf(board: Board): number {
  const { cpu, mmu } = board.processors[0]!;
  return mmu.look(cpu.pc) ?? bug("the PC has no address");
}

function instructionAt(board: Board): string {
  const word = board.physical.load(placeOf(board), 4) ?? bug("there is no memory");
  return standardDecoder().disassemble(Number(word), board.processors[0]!.cpu.pc).replace(/\t/g, " ");
}

/** What a program finds behind argv. */
function argv(): string[] {
  return boot(build(`${FILES}/arguments.ts`), "one HOME=/ two");
}

/** What is in memory behind the boot; pages taken, given back, and given back twice. */
function memory(): string[] {
  const printed = boot(build(`${KERNELS}/taken-pages.ts`));
  const end = printed.findIndex((line) => line.includes("twice"));
  return [...printed.slice(0, end + 1), "..."];
}

const TRIED = [
  "store code", "store constants", "execute constants", "execute variables", "execute the stack", "execute the heap", "store tables for traces",
  "load the stack's guard", "store below the stack of exceptions", "load null", "load no address", "a program loads constants", "execute a device",
  "store what may be read", "load what is unmapped",
];

/** What must not be possible, tried; and operations at random, against a model that knows no tables. */
function map(): string[] {
  const said = boot(build(`${KERNELS}/wrong-accesses.ts`));
  const tried = TRIED.map((what) => {
    const syndrome = said.find((line) => line.startsWith(`${what}: `))?.slice(what.length + 2) ?? bug(`nobody has tried: ${what}`);
    return `${what.padEnd(36)}${syndrome}  ${faultOf(BigInt(`0x${syndrome}`))}`;
  });
  return [...tried, "", ...boot(build(`${KERNELS}/memory-operations.ts`)).slice(0, 2)];
}

function faultOf(esr: bigint): string {
  const status = explainSyndrome(esr).find(({ name }) => name === "DFSC" || name === "IFSC") ?? bug("no abort");
  return status.meaning;
}

const VECTORS = "src/unikernel/boot/vectors.ts";

/** Interrupts over random code; and the same with vectors that forget one register. */
function soak(): string[] {
  const kernel = `${KERNELS}/interrupt-probe.ts`;
  const text = read(VECTORS) ?? bug("there are no vectors");
  const forgetful = { [VECTORS]: text.replace("msr   FPSR, x5", "nop") };
  return [
    ...boot(build(kernel), "interrupts=200", 20_000_000), "",
    "and if FPSR is not given back:",
    ...boot(build(kernel, forgetful), "interrupts=200", 20_000_000).slice(0, 1),
  ];
}

const LOOP = "src/unikernel/events/event-loop.ts";
/** The line that listener.ts listens to is interrupt 72: the fortieth that is shared. */
const SHARED_LINE = 40;
const NEWLINE = 10;

/** Somebody knocks between any two instructions on the way to sleep; and the same if the loop looks before it masks. */
function wake(): string[] {
  const text = read(LOOP) ?? bug("there is no event loop");
  const hasty = { [LOOP]: text.replace("  maskInterrupts();\n", "") };
  const listener = `${KERNELS}/listener.ts`;
  return [...knocks(build(listener)), "", "and if interrupts are not masked before the look:", ...knocks(build(listener, hasty))];
}

/** From what it has heard to its sleep: a knock before each instruction, one at a time. */
function knocks({ image }: Built): string[] {
  const lost: string[] = [];
  let listener = new Listener(image);
  for (let tried = 0; ; tried++) {
    if (!listener.wakeAndRun(tried)) return [`${tried} knocks, ${lost.length} slept through`, ...lost];
    const next = instructionAt(listener.board).replace(/(0xffff\w+|#\d{4,})$/, "...");
    if (listener.hears()) continue;
    lost.push(`  before ${next}`);
    listener = new Listener(image); // Nothing wakes this one any more.
  }
}

/** listener.ts, asleep. */
class Listener {
  readonly board: Board;
  #heard = 0;

  constructor(image: Uint8Array) {
    const description = { ramBytes: RAM_BYTES, cpus: 1, gic: 2 } as const;
    this.board = new Board({ description, outside: { serial: (byte) => { if (byte === NEWLINE) this.#heard++; } } });
    this.board.start(prepareBoot(loadImage(image, RAM_BYTES), description));
    this.board.run(LIMIT);
  }

  /** It has said that it has heard something, and executed so many instructions more. False: it sleeps before that. */
  wakeAndRun(instructions: number): boolean {
    const before = this.#heard;
    this.#knock();
    while (this.#heard === before) this.board.run(1);
    for (let n = 0; n < instructions; n++) if (this.board.run(1).kind === "waiting") return false;
    return true;
  }

  /** Whether it has heard a knock by the time it sleeps. */
  hears(): boolean {
    const before = this.#heard;
    this.#knock();
    this.board.run(LIMIT);
    return this.#heard > before;
  }

  #knock(): void {
    const line = this.board.devices.gic.line(SHARED_LINE);
    line(true);
    line(false);
  }
}

/** A service that writes to a disk; then the disk's first bytes, without it. */
function disk(): string[] {
  const bytes = new Uint8Array(64 * 512);
  const said = boot(build(`${KERNELS}/disk.ts`), undefined, LIMIT, [new MemoryDisk(bytes)]);
  const firsts = [0, 1, 2, 3, 4].map((sector) => bytes[512 * sector]!.toString(16).padStart(2, "0"));
  return [...said, "", `on the disk, at the first byte of sectors 0 to 4: ${firsts.join(" ")}`];
}

const CRASHES = `${KERNELS}/crashes.ts`;
/** Of the crash screen: what is not the same from one build to the next; and the calls that all of them have. */
const REGISTERS = /^(X\d|PSTATE)/;
const BOOT_CALLS = /^ {4}at (kernel_main|__libc_start_main|afterHeap|kernel_start|__arch_start) /;

/** A few ways to end; what registers hold is left out, and who called start(). */
function crashes(): string[] {
  const built = build(CRASHES);
  return ["write-text", "recursion", "handler-read", "symbols"].flatMap((word) => {
    const screen = boot(built, word).filter((line) => !REGISTERS.test(line) && !BOOT_CALLS.test(line));
    return [`-- ${word}`, ...screen, ""];
  }).slice(0, -1);
}

/** Mon 2026-11-23 12:34:56 UTC */
const DATE = 1_795_437_296;

/** The monitor, and somebody who types. */
function monitor(): string[] {
  const { image } = build("src/unikernel/services/monitor.ts");
  const description = { ramBytes: RAM_BYTES, cpus: 1, gic: 2, rngSeed: new Uint8Array(32).fill(0x5a) } as const;
  let text = "";
  const outside = { serial: (byte: number) => { text += String.fromCharCode(byte); }, date: () => DATE };
  const board = new Board({ description, outside });
  board.start(prepareBoot(loadImage(image, RAM_BYTES), description));
  board.run(LIMIT);
  for (const line of ["memory", "interrupts", "heap", "read 0xffffff8040200038 8", "read 0xffffff8009000000", "date", "sudo", "poweroff"]) {
    board.type(Uint8Array.from(`${line}\r`, (letter) => letter.charCodeAt(0)));
    board.run(LIMIT);
  }
  return [...text.trimEnd().split("\n"), ...(board.isOff ? [] : ["(still running)"])];
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
