/**
 * A machine that runs beside a page, a slice at a time, so that requests come through. It is the Worker's inside,
 * without the Worker: what it needs of its host comes with its edges, and a test runs it in Node.
 *
 * 1. A request is done between two slices, behind those that came before it.
 * 2. What the machine says is reported once a slice, and before any status that follows it.
 */
import { bug } from "../../../base/bug";
import { UserFault } from "../../../base/fault";
import type { Computer } from "../../../host/computer/computer";
import { Pace } from "../../../host/computer/pace";
import { AssemblyError } from "../../../machine/decoder/assembler";
import { type Built, buildMachine, type MachineEdges, type Wires } from "./build-machine";
import type { Report, Request, SentFrame, Standing, Wanted } from "./messages";
import { viewOf } from "./make-view";
import { loadMachine, saveMachine } from "./snapshot";
import { SpeedMeter } from "./speed-meter";

export interface RunnerEdges extends MachineEdges {
  readonly report: (report: Report) => void;
  /** Has `task` done behind what waits, and not before `ms` are over; returns what calls it off. */
  readonly later: (ms: number, task: () => void) => () => void;
}

/** From one status to the next, while nothing else happens. */
const statusMs = 200;

export class Runner {
  readonly #edges: RunnerEdges;
  #work: Promise<void> = Promise.resolve();
  #built: Built | undefined;
  #standing: Standing = "stopped";
  /** Where a run that was asked for a number of steps ends. */
  #end = Infinity;
  #wanted: Wanted | undefined;
  #callOff: (() => void) | undefined;
  #reported = 0;
  readonly #speed: SpeedMeter;
  readonly #pace = new Pace();
  #said: number[] = [];
  #frames: SentFrame[] = [];
  #sleepsSince: number | undefined;

  constructor(edges: RunnerEdges) {
    this.#edges = edges;
    this.#speed = new SpeedMeter(edges.now);
  }

  /** The request is done when the promise is kept. */
  handle(request: Request): Promise<void> {
    this.#work = this.#work.then(() => this.#do(request)).catch((fault: unknown) => this.#reportFault(fault));
    return this.#work;
  }

  async #do(request: Request): Promise<void> {
    switch (request.kind) {
      case "start": return this.#start(() => buildMachine(request.setup, request.software, this.#wires), request.runs);
      case "load": return this.#start(() => loadMachine(request.snapshot, request.disks, request.time, this.#wires), request.runs);
      case "watch":
        this.#wanted = request.wanted;
        return this.#reportView();
      case "run": return this.#run(Infinity);
      case "step": return this.#run(this.#computer.board.time + request.count);
      case "stop": return this.#stand("stopped");
      case "type":
        this.#built?.computer.type(request.bytes);
        return;
      case "power button": return this.#computer.pressPowerButton();
      case "save": return this.#edges.report({ kind: "saved", snapshot: saveMachine(this.#built ?? bug("no machine to save")) });
    }
  }

  get #computer(): Computer {
    return this.#built?.computer ?? bug("there is no machine yet");
  }

  get #wires(): Wires {
    const { now, openDisk, fillRandom } = this.#edges;
    return {
      now, openDisk, fillRandom,
      say: (byte) => { this.#said.push(byte); },
      send: (bytes) => { this.#frames.push({ seconds: this.#built?.seconds() ?? 0, bytes: bytes.slice() }); },
    };
  }

  /** The old machine is gone before the new one takes its room. */
  async #start(make: () => Promise<Built>, runs: boolean): Promise<void> {
    this.#stand("stopped");
    this.#built = undefined;
    this.#said = [];
    this.#frames = [];
    const built = await make();
    this.#built = built;
    this.#edges.report({ kind: "started", setup: built.setup, lines: built.lines });
    built.computer.woken = () => this.#wake();
    this.#speed.begin(built.computer.board.time);
    if (runs) this.#run(Infinity);
    else this.#stand("stopped");
  }

  #run(end: number): void {
    const { board } = this.#computer;
    if (board.isOff) return;
    this.#end = end;
    this.#speed.begin(board.time);
    this.#standing = "runs";
    this.#next(0);
  }

  #next(ms: number): void {
    this.#callOff?.();
    this.#callOff = this.#edges.later(ms, () => this.#slice());
  }

  /** What it waited for may have come. */
  #wake(): void {
    if (this.#standing !== "sleeps" && this.#standing !== "waits") return;
    this.#standing = "runs";
    this.#next(0);
  }

  #slice(): void {
    const { computer, slept } = this.#built ?? bug("a slice of no machine");
    const { board } = computer;
    const begin = this.#edges.now();
    this.#callOff = undefined;
    if (this.#sleepsSince !== undefined) slept(begin - this.#sleepsSince);
    this.#sleepsSince = undefined;
    this.#standing = "runs";
    const { time } = board;
    const outcome = computer.run(Math.min(this.#pace.limit, this.#end - time));
    this.#pace.took(board.time - time, this.#edges.now() - begin);
    switch (outcome.kind) {
      case "off": return this.#stand("off");
      case "stopped": return this.#stand("exception");
      case "asleep": return this.#rest(outcome.wakesIn);
      case "limit":
        if (board.time >= this.#end) return this.#stand("stopped");
        this.#flush();
        this.#next(0);
        if (this.#edges.now() - this.#reported >= statusMs) this.#reportStatus();
    }
  }

  /** Nobody executes: for so long, or until somebody does something. */
  #rest(nanoseconds: number | undefined): void {
    const now = this.#edges.now();
    const wasResting = now - this.#reported < statusMs;
    this.#standing = nanoseconds === undefined ? "waits" : "sleeps";
    this.#sleepsSince = now;
    this.#flush();
    if (nanoseconds !== undefined) this.#next(Math.max(0, nanoseconds / 1e6));
    // A kernel naps a hundred times a second, which is not worth as many reports.
    if (!wasResting || nanoseconds === undefined || nanoseconds > statusMs * 1e6) this.#reportStatus();
  }

  #stand(standing: Standing): void {
    this.#callOff?.();
    this.#callOff = undefined;
    this.#sleepsSince = undefined;
    this.#standing = standing;
    this.#end = Infinity;
    if (this.#built === undefined) return;
    this.#flush();
    this.#reportStatus();
  }

  #flush(): void {
    const [said, frames] = [this.#said, this.#frames];
    if (said.length > 0) {
      this.#said = [];
      this.#edges.report({ kind: "said", bytes: Uint8Array.from(said) });
    }
    if (frames.length > 0) {
      this.#frames = [];
      this.#edges.report({ kind: "frames", frames });
    }
  }

  #reportStatus(): void {
    const { computer: { board }, seconds } = this.#built ?? bug("a status of no machine");
    this.#reported = this.#edges.now();
    const standing = this.#standing;
    const speed = this.#speed.at(board.time);
    this.#edges.report({ kind: "status", status: { standing, time: board.time, seconds: seconds(), speed: standing === "runs" || standing === "sleeps" ? speed : 0 } });
    this.#reportView();
  }

  #reportView(): void {
    if (this.#built !== undefined && this.#wanted !== undefined) this.#edges.report({ kind: "view", view: viewOf(this.#built, this.#wanted) });
  }

  #reportFault(fault: unknown): void {
    if (fault instanceof AssemblyError) return this.#edges.report({ kind: "fault", what: `${fault.what} (column ${fault.column})`, line: fault.line });
    if (fault instanceof UserFault) return this.#edges.report({ kind: "fault", what: fault.message });
    throw fault;
  }
}
