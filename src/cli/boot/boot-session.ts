// One run of o2p boot: the machine's outside is opened, the machine runs, the outside is closed again, however it ends.

import { randomFillSync } from "node:crypto";
import { UserFault } from "../../base/fault";
import { type Card, Computer } from "../../host/computer/computer";
import { ComputerLoop, type Ending } from "../../host/computer/node-loop";
import { checkPlugged, decodeComputer, encodeComputer, type Plugged, resume, type SavedComputer } from "../../host/computer/saved-computer";
import { type OpenDisk, openDisk } from "../../host/disk/node-disk";
import { PcapFile } from "../../host/network/node-pcap";
import { type KeyCommand, keyHelp } from "../../host/terminal/escape-keys";
import { openTerminal, type OpenTerminal } from "../../host/terminal/node-terminal";
import { Divergence } from "../../machine/jit/lockstep";
import { SeededRandom } from "../../machine/board/seeded-random";
import type { BoardDescription } from "../../machine/board/description";
import { blaming, readInput } from "../input";
import type { MyBoard } from "../mine";
import { Output } from "../output";
import { closeCards, openCards } from "./cards";
import { type ChosenEngine, openEngine } from "./engine";
import { Observation } from "./observation";
import type { BootOptions } from "./options";
import { saveTo } from "./save-file";
import { readSoftware, type Software } from "./software";

/** The machine has not been switched off: it waits, and nothing will wake it. */
const STUCK = 1;
/** In lockstep, the machines differ. */
const DIFFERS = 1;
/** Of a machine whose runs are all alike. */
const SEED = 0x6f32_7031;
const RNG_SEED_BYTES = 64;

export async function bootSession(image: string | undefined, options: BootOptions, mine?: MyBoard): Promise<void> {
  const disks: OpenDisk[] = [];
  let cards: readonly Card[] = [];
  let engine: ChosenEngine | undefined;
  try {
    for (const option of options.disk) disks.push(openDisk(option));
    cards = await openCards(options.net);
    engine = openEngine(options, mine?.engine);
    const session = new BootSession(image, options, { disks, cards, engine, ...(mine && { mine }) });
    await session.run();
    engine.finish();
  } catch (error) {
    if (!(error instanceof Divergence)) throw error;
    process.stderr.write(`o2p: ${error.message}${mine === undefined || mine.names === "" ? "" : `with your ${mine.names}; o2p check says more\n`}`);
    process.exitCode = DIFFERS;
  } finally {
    engine?.close();
    closeCards(cards);
    for (const disk of disks) disk.close();
  }
}

interface Opened {
  readonly disks: readonly OpenDisk[];
  readonly cards: readonly Card[];
  readonly engine: ChosenEngine;
  readonly mine?: MyBoard;
}

class BootSession {
  readonly #options: BootOptions;
  readonly #output = new Output("latin1");
  readonly #computer: Computer;
  readonly #loop: ComputerLoop;
  readonly #cards: readonly Card[];
  readonly #plugged: Plugged;
  readonly #observation: Observation;
  readonly #pcap: PcapFile | undefined;
  #terminal: OpenTerminal | undefined;
  #mayBeTyped = true;
  #endDebugging: () => void = () => undefined;

  constructor(image: string | undefined, options: BootOptions, { disks, cards, engine, mine }: Opened) {
    this.#options = options;
    this.#cards = cards;
    const { jit, beside } = engine;
    this.#observation = new Observation(options, jit?.statistics);
    const saved = options.load === undefined ? undefined : loadedFrom(options.load);
    const isWatched = process.stdin.isTTY && options.gdb === undefined && beside === undefined;
    const time = options.time ?? (isWatched ? "host" : "virtual");
    const description = saved?.board.description ?? describe(options, time);
    const software = saved ?? readSoftware({ ...options, ...(image !== undefined && { image }) }, description, mine?.tree);
    const { firmware } = software;
    this.#plugged = { disks: disks.map(({ disk }) => disk), macs: cards.map(({ mac }) => mac), ...(firmware && { firmware }) };
    if (saved !== undefined) blaming(options.load!, () => { checkPlugged(saved, this.#plugged); });
    this.#pcap = options.pcap === undefined ? undefined : new PcapFile(options.pcap, () => this.#computer.now);
    const pcap = this.#pcap;
    const parts = this.#observation.partsWithEars(mine?.parts);
    this.#computer = new Computer({
      description, cards,
      outside: {
        serial: (byte) => { this.#output.write(String.fromCharCode(byte)); },
        disks: this.#plugged.disks,
        ...(time === "host" && hostsOwn()),
      },
      ...(firmware && { firmware }), ...(pcap && { tap: pcap.record }),
      ...(parts && { parts }), ...(mine?.decoder && { decoder: mine.decoder }),
      ...(jit && { engine: jit }), ...(beside && { beside }),
    });
    if (saved !== undefined) resume(this.#computer.board, saved, this.#plugged);
    else this.#computer.start((software as Software).boot);
    this.#observation.attach(this.#computer.board);
    this.#loop = new ComputerLoop(this.#computer, {
      ...(options.stopAfter !== undefined && { stopAfter: options.stopAfter }),
      mayBeWoken: this.#mayBeWoken, afterSlice: this.#afterSlice,
    });
  }

  readonly #mayBeWoken = (): boolean => this.#mayBeTyped || this.#cards.length > 0;

  readonly #afterSlice = (): void => {
    this.#output.flush();
    this.#observation.flush();
    if (this.#computer.wantsInput) this.#terminal?.goOn();
  };

  async run(): Promise<void> {
    this.#terminal = openTerminal(process.stdin, {
      bytes: (bytes) => this.#computer.type(bytes),
      command: (command) => { this.#obey(command); },
      ended: () => {
        this.#mayBeTyped = false;
        this.#loop.wake();
      },
    });
    let ending: Ending;
    try {
      ending = this.#options.gdb === undefined ? await this.#loop.run() : await this.#debug(this.#options.gdb);
    } finally {
      this.#terminal.close();
      this.#output.flush();
      this.#observation.flush();
      this.#pcap?.close();
    }
    this.#end(ending);
  }

  #obey(command: KeyCommand): void {
    switch (command) {
      case "help": this.#say(keyHelp()); return;
      case "leave": this.#stop(); return;
      case "power": this.#computer.pressPowerButton(); return;
      case "save": this.#saveAndStop();
    }
  }

  /** The machine, which does not run now, goes on if it cannot be saved. */
  #saveAndStop(): void {
    const { save } = this.#options;
    if (save === undefined) return this.#say("\no2p: there is no file to save to; give one with --save\n");
    try {
      this.#saveTo(save);
    } catch (error) {
      if (!(error instanceof UserFault)) throw error;
      return this.#say(`\no2p: ${error.message}; the machine goes on\n`);
    }
    this.#stop();
  }

  #saveTo(file: string): void {
    saveTo(file, encodeComputer(this.#computer.board, this.#plugged));
  }

  /** Ends run(), soon. */
  #stop(): void {
    this.#loop.stop();
    this.#endDebugging();
  }

  async #debug(port: number): Promise<Ending> {
    const { gdbSession } = await import("./gdb-session");
    const stopped = new Promise<void>((resolve) => { this.#endDebugging = resolve; });
    await gdbSession(this.#computer, {
      port, stopped, disks: this.#plugged.disks, mayBeWoken: this.#mayBeWoken, afterSlice: this.#afterSlice,
      say: (line) => { process.stderr.write(`${line}\n`); },
    });
    return this.#computer.board.isOff ? "off" : "stopped";
  }

  #say(text: string): void {
    this.#output.write(text);
    this.#output.flush();
  }

  #end(ending: Ending): void {
    const { save } = this.#options;
    if (ending === "stuck") {
      process.stderr.write("o2p: the machine waits, and there is nothing on its board that could wake it\n");
      process.exitCode = STUCK;
    }
    if (save !== undefined && ending === "limit") this.#saveTo(save);
    this.#observation.finish(this.#computer.board, this.#cards, this.#loop.asleepMs);
  }
}

function describe({ memory, cpus, gic, append }: BootOptions, time: "virtual" | "host"): BoardDescription {
  const rngSeed = new Uint8Array(RNG_SEED_BYTES);
  if (time === "host") randomFillSync(rngSeed);
  else new SeededRandom(SEED).fill(rngSeed);
  return { ramBytes: memory, cpus, gic, rngSeed, ...(append !== undefined && { bootargs: append }) };
}

function loadedFrom(file: string): SavedComputer {
  const bytes = readInput(file);
  return blaming(file, () => decodeComputer(bytes));
}

/** What is no machine's own, and never twice the same. */
function hostsOwn(): { clock: () => number; date: () => number; random: (bytes: Uint8Array) => void } {
  return {
    clock: () => Number(process.hrtime.bigint()),
    date: () => Math.floor(Date.now() / 1000),
    random: (bytes) => { randomFillSync(bytes); },
  };
}
