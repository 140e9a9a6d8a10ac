/**
 * Boots a service and writes down what happens: when each step of the boot is done, in instructions; which functions it
 * was in; what it printed; what is mapped in the end. service-plugin.ts asks for it when the site is built. The image
 * is the very one that the page boots: nothing in it knows that it is watched.
 */
import { bug } from "../../../base/bug";
import type { Built } from "../../../compiler/build";
import type { Linked } from "../../../compiler/link/linked";
import { BODY, HEADER } from "../../../formats/objects/layout";
import type { Cpu } from "../../../machine/cpu/cpu";
import { peek } from "../../../machine/cpu/stepping/peek";
import { Traps } from "../../../machine/cpu/stepping/traps";
import { MemoryDisk } from "../../../machine/devices/virtio/disk";
import { registersOf } from "../../../machine/mmu/regime";
import { buildMachine, type Built as BuiltMachine } from "../computer/build-machine";
import { mapViewOf } from "../computer/make-map-view";
import { descriptorReader } from "../computer/make-view";
import { BootWatcher } from "./boot-watcher";
import { serviceMachine } from "./service-list";
import type { ImagePart, ServiceRecord } from "./service-record";

/** From one look at PC to the next: a prime, which no loop is likely to be as long as. */
const lookEvery = 61;
const mostInstructions = 200_000_000;
const upperHalf = 0xffff_ff80_0000_0000n;
const page = 4096;

interface Said {
  /** Instructions executed before it. */
  readonly at: number;
  readonly byte: number;
}

/** `typed` is typed when it first waits for somebody. */
export async function recordService({ image, linked }: Pick<Built, "image" | "linked">, typed: string): Promise<ServiceRecord> {
  const said: Said[] = [];
  const { computer } = await machineFor(image, said);
  const { board } = computer;
  const watcher = new BootWatcher(linked, () => stringIn(board.current));
  const traps = new Traps(board);
  for (const address of watcher.breakpoints) traps.addBreakpoint(address);
  const wait: { at?: number } = {};
  for (;;) {
    traps.arm(true);
    const outcome = computer.run(lookEvery);
    if (wait.at === undefined) watcher.sees(board.time, board.current.pc);
    if (board.time > mostInstructions) bug("the service neither ends nor waits");
    if (outcome.kind === "off") break;
    if (outcome.kind !== "asleep" || outcome.wakesIn !== undefined) continue;
    if (wait.at !== undefined || typed === "") break;
    wait.at = board.time;
    computer.type(new TextEncoder().encode(typed));
  }
  const text = (from: number, to: number): string => String.fromCharCode(...said.filter(({ at }) => at >= from && at < to).map(({ byte }) => byte));
  const instructions = wait.at ?? board.time;
  return {
    imageBytes: image.length, parts: imageParts(linked),
    boot: {
      instructions, isOff: board.isOff, console: text(0, Infinity), firstOutput: said[0]?.at ?? bug("the service says nothing"),
      steps: watcher.steps(instructions, text),
    },
    map: mapViewOf(registersOf(board.processors[0]!.system), descriptorReader(board)),
  };
}

/** The page's, in virtual time: every run is the same. */
async function machineFor(image: Uint8Array, said: Said[]): Promise<BuiltMachine> {
  const made: { time?: () => number } = {};
  const machine = await buildMachine({ ...serviceMachine, time: "virtual" }, { kind: "files", kernel: new Blob([image as Uint8Array<ArrayBuffer>]), disks: [] }, {
    now: () => 0, openDisk: () => new MemoryDisk(new Uint8Array(512)), fillRandom: (bytes) => { bytes.fill(7); },
    say: (byte) => { said.push({ at: made.time?.() ?? 0, byte }); }, send: () => undefined,
  });
  made.time = () => machine.computer.board.time;
  return machine;
}

/** The string whose address is in X0. */
function stringIn(cpu: Cpu): string {
  const at = cpu.state.x[0]!;
  const known = (offset: number, length: number): number[] => peek(cpu, at + BigInt(offset), length).map((byte) => byte ?? bug("a step's name is nowhere"));
  const length = known(HEADER.length, 4).reduceRight((sum, byte) => 256 * sum + byte, 0);
  return String.fromCharCode(...known(BODY, length));
}

const parts = [
  // name                                from                    to
  ["code",                               "link/image",           "link/text-end"],
  ["constants",                          "link/rodata",          "link/rodata-end"],
  ["variables",                          "link/data",            "link/boot-table-end"],
  ["guard",                              "link/exception-guard", "link/exception-guard-end"],
  ["stack of exceptions",                "link/exception-stack", "link/exception-stack-end"],
  ["guard",                              "link/stack-guard",     "link/stack-guard-end"],
  ["stack",                              "link/stack",           "link/stack-end"],
  ["symbols and lines",                  "link/trace",           "link/trace-end"],
] as const;

function imageParts({ symbols }: Linked): readonly ImagePart[] {
  const addressOf = (symbol: string): bigint => symbols.find(({ name }) => name === symbol)?.address ?? bug(`the image has no ${symbol}`);
  return parts.map(([name, from, to]) => {
    const va = addressOf(from);
    const bytes = Math.ceil(Number(addressOf(to) - va) / page) * page;
    return { name, va, pa: Number(va - upperHalf), bytes };
  });
}
