// What o2p boot can be told, and what its options' arguments mean.

import { type Command, InvalidArgumentError } from "commander";
import { MAX_CPUS } from "../../machine/board/description";

/** What executes: see engine.ts. */
const ENGINE_NAMES = ["interpreter", "jit", "lockstep"] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

export interface BootOptions {
  readonly bios?: string;
  readonly append?: string;
  readonly initrd?: string;
  /** Bytes. */
  readonly memory: number;
  readonly cpus: number;
  readonly gic: 2 | 3;
  readonly disk: readonly string[];
  readonly net: readonly string[];
  readonly pcap?: string;
  readonly time?: "virtual" | "host";
  readonly engine?: EngineName;
  /** Instructions. */
  readonly stopAfter?: number;
  readonly save?: string;
  readonly load?: string;
  readonly gdb?: number;
  readonly trace?: string;
  readonly mine: boolean;
  readonly stats: boolean;
  /** The image that a program in TypeScript has become; no option says it. */
  readonly compiled?: Uint8Array;
}

/** What a snapshot says itself, so that it cannot be said again. */
export const SAVED_OPTIONS = ["bios", "append", "initrd", "memory", "cpus", "gic"] as const;

const MIB = 2 ** 20;
const MOST_MIB = 2048;

export function addBootOptions(command: Command): Command {
  const gather = (value: string, values: readonly string[]): readonly string[] => [...values, value];
  return command
    .option("--bios <file>", "firmware in flash, entered at address 0, in the place of IMAGE")
    .option("--append <text>", "the kernel's command line")
    .option("--initrd <file>", "the kernel's initial RAM disk")
    .option("--memory <size>", "RAM: MiB, or with a unit, as 512M or 2G", memoryArgument, 512 * MIB)
    .option("--cpus <n>", `processors, 1 to ${MAX_CPUS}`, wholeNumber(1, MAX_CPUS), 1)
    .option("--gic <version>", "interrupt controller, GICv2 or GICv3", gicArgument, 2)
    .option("--disk <file>", "a disk, FILE[,readonly|snapshot]; may be repeated", gather, [])
    .option("--net <network>", "a network card, udp:[ADDR:]PORT[,[HOST:]PORT] or switch:NAME, then ,mac=ADDRESS; may be repeated", gather, [])
    .option("--pcap <file>", "write each Ethernet frame to FILE, for tshark or Wireshark")
    .option("--time <whose>", "virtual: instructions are time, and all runs are alike; host: a second is a second (default: host at a terminal, virtual otherwise)", timeArgument)
    .option("--engine <engine>", "interpreter: an instruction after the other; jit: as WebAssembly; lockstep: both, compared behind each block (default: jit; with --mine interpreter)", engineArgument)
    .option("--stop-after <n>", "end after so many instructions", wholeNumber(0, Number.MAX_SAFE_INTEGER))
    .option("--save <file>", "write the machine to FILE when --stop-after or Ctrl-A s ends it")
    .option("--load <file>", "go on with the machine in FILE, in the place of IMAGE")
    .option("--gdb <port>", "wait for GDB's `target remote localhost:PORT`; 0 takes any port", wholeNumber(0, 65535))
    .option("--trace <filter>", "print what happens: exception, irq, psci, mmio[:DEVICE], code:FROM-TO, separated by commas")
    .option("--mine", "with the parts that you wrote in work/ in place of ours; chapter 2's without an engine, chapter 11's with one, alone in lockstep", false)
    .option("--stats", "say in the end what the machine has done, and how fast", false);
}

/** Bytes; whole MiB. */
export function memoryArgument(text: string): number {
  const [, digits, unit = "M"] = /^(\d{1,9})([MG]?)i?B?$/i.exec(text) ?? [];
  const mebibytes = Number(digits) * (unit.toUpperCase() === "G" ? 1024 : 1);
  if (digits === undefined || mebibytes < 1 || mebibytes > MOST_MIB) throw new InvalidArgumentError(`Give 1 to ${MOST_MIB} MiB, like 512 or 512M or 2G.`);
  return mebibytes * MIB;
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
    if (!(value >= least && value <= most)) throw new InvalidArgumentError(`Give a number from ${least} to ${most}.`);
    return value;
  };
}

function gicArgument(text: string): 2 | 3 {
  if (text !== "2" && text !== "3") throw new InvalidArgumentError("Give 2 or 3.");
  return text === "2" ? 2 : 3;
}

function engineArgument(text: string): EngineName {
  const name = ENGINE_NAMES.find((each) => each === text);
  if (name === undefined) throw new InvalidArgumentError("Give interpreter, jit or lockstep.");
  return name;
}

function timeArgument(text: string): "virtual" | "host" {
  if (text !== "virtual" && text !== "host") throw new InvalidArgumentError("Give virtual or host.");
  return text;
}
