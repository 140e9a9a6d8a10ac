/** A board from what the reader chose: its size, its software, its wires to the page. */
import { UserFault } from "../../../base/fault";
import { Computer } from "../../../host/computer/computer";
import type { Plugged } from "../../../host/computer/saved-computer";
import { FrameQueue } from "../../../host/network/frame-queue";
import { Assembler } from "../../../machine/decoder/assembler";
import { standardDecoder } from "../../../machine/decoder/decoder";
import { prepareBoot } from "../../../machine/board/loaders/boot";
import type { LoadedImage } from "../../../machine/board/loaders/image";
import { FLAT_OFFSET } from "../../../machine/board/loaders/linux-image";
import { loadFlash, loadImage } from "../../../machine/board/loaders/load-image";
import { RAM_BASE } from "../../../machine/board/memory-map";
import { type Disk, OverlayDisk } from "../../../machine/devices/virtio/disk";
import { createJit } from "../../../machine/jit/jit";
import { TIMER_HZ } from "../../../machine/sysregs/clock";
import type { PlacedLine, Setup, Software, TimeMode } from "./messages";

/** What the machine's wires end in. */
export interface MachineEdges {
  /** Milliseconds since some moment. */
  readonly now: () => number;
  /** A disk with what is in the file, to be read. */
  readonly openDisk: (file: Blob) => Disk;
  readonly fillRandom: (bytes: Uint8Array) => void;
}

export interface Wires extends MachineEdges {
  readonly say: (byte: number) => void;
  readonly send: (frame: Uint8Array) => void;
}

export interface Built {
  readonly computer: Computer;
  readonly setup: Setup;
  /** What the machine has written to a disk is above it, and not in the file below. */
  readonly plugged: Plugged;
  /** Of a program that was assembled. */
  readonly lines: readonly PlacedLine[];
  readonly seconds: () => number;
  /** Every CPU has slept for so long, by the page's clock. */
  readonly slept: (ms: number) => void;
}

export const MiB = 1024 * 1024;
const rngSeedBytes = 64;
/** The machine of "steady" time: 40 million instructions a second. */
const nanosecondsAnInstruction = 25;
const mac = Uint8Array.of(0x52, 0x54, 0x00, 0x12, 0x34, 0x56);

/** A machine with its software in RAM, or in flash, before its first instruction. */
export async function buildMachine(setup: Setup, software: Software, wires: Wires): Promise<Built> {
  const ramBytes = setup.ramMiB * MiB;
  const rngSeed = new Uint8Array(rngSeedBytes);
  wires.fillRandom(rngSeed);
  const description = { ramBytes, cpus: setup.cpus, gic: setup.gic, rngSeed, ...(setup.bootargs !== "" && { bootargs: setup.bootargs }) };
  if (software.kind === "assembly") {
    const { image, lines } = assembled(software.source, ramBytes);
    const built = machineOf(setup, {}, wires, lines);
    built.computer.board.start(prepareBoot(image, description));
    return built;
  }
  const [kernel, firmware, initrd] = await Promise.all([software.kernel, software.firmware, software.initrd].map(bytesOf));
  const image = imageOf(kernel, firmware, ramBytes);
  const boot = prepareBoot(image, description, initrd);
  const built = machineOf(setup, { disks: software.disks, ...(firmware && { firmware }) }, wires);
  built.computer.board.start(boot);
  return built;
}

export interface PluggedFiles {
  readonly disks?: readonly Blob[];
  readonly firmware?: Uint8Array;
}

/** The machine, with nothing in its RAM. */
export function machineOf(setup: Setup, { disks = [], firmware }: PluggedFiles, wires: Wires, lines: readonly PlacedLine[] = []): Built {
  const overlays = disks.map((file) => new OverlayDisk(wires.openDisk(file)));
  const macs = setup.hasNetwork ? [mac] : [];
  let sleptMs = 0;
  const made: { computer?: Computer } = {};
  const clock = clockOf(setup.time, wires.now, () => ({ instructions: made.computer?.board.time ?? 0, sleptMs }));
  const computer = new Computer({
    description: { ramBytes: setup.ramMiB * MiB, cpus: setup.cpus, gic: setup.gic },
    outside: {
      serial: wires.say, disks: overlays,
      ...(setup.time !== "virtual" && { random: wires.fillRandom, date: () => Math.floor(Date.now() / 1000) }),
      ...(clock && { clock }),
    },
    cards: macs.map((each) => ({ mac: each, port: { send: wires.send, close: () => undefined }, queue: new FrameQueue() })),
    ...(firmware && { firmware }),
    engine: createJit(),
  });
  made.computer = computer;
  return {
    computer, setup, lines,
    plugged: { disks: overlays, macs, ...(firmware && { firmware }) },
    seconds: () => Number(computer.board.clock.count) / TIMER_HZ,
    slept: (ms) => { sleptMs += ms; },
  };
}

function clockOf(mode: TimeMode, now: () => number, passed: () => { readonly instructions: number; readonly sleptMs: number }): (() => number) | undefined {
  switch (mode) {
    case "virtual": return undefined;
    case "host": return () => now() * 1e6;
    case "steady": return () => {
      const { instructions, sleptMs } = passed();
      return instructions * nanosecondsAnInstruction + sleptMs * 1e6;
    };
  }
}

function assembled(source: string, ramBytes: number): { readonly image: LoadedImage; readonly lines: readonly PlacedLine[] } {
  const at = RAM_BASE + FLAT_OFFSET;
  const program = new Assembler(standardDecoder()).assemble(source, BigInt(at));
  const lines: PlacedLine[] = [];
  for (const { line, offset } of program.lines) {
    if (lines.at(-1)?.line !== line) lines.push({ line, address: at + offset });
  }
  return { image: loadImage(program.bytes, ramBytes), lines };
}

function imageOf(kernel: Uint8Array | undefined, firmware: Uint8Array | undefined, ramBytes: number): LoadedImage {
  if (firmware !== undefined && kernel !== undefined) throw new UserFault("there are a kernel and firmware: firmware begins where flash is, so take one of them out");
  if (firmware !== undefined) return loadFlash(firmware);
  if (kernel === undefined) throw new UserFault("there is nothing to run: choose a kernel, a program or firmware");
  return loadImage(kernel, ramBytes);
}

const bytesOf = async (file: Blob | undefined): Promise<Uint8Array | undefined> => (file === undefined ? undefined : new Uint8Array(await file.arrayBuffer()));
