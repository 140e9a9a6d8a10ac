/**
 * The page's side of a machine that runs in a Worker: what is known of it, and what can be asked of it. The Worker
 * comes when the first machine is started, and goes with close().
 */
import { Line } from "../terminal/line";
import type { PlacedLine, Report, Request, SentFrame, Setup, Software, Status, TimeMode, Wanted } from "./messages";
import type { View } from "./view";

export interface Known {
  /** undefined: no machine has been started, or it is being built. */
  readonly status: Status | undefined;
  readonly setup: Setup | undefined;
  readonly lines: readonly PlacedLine[];
  readonly view: View | undefined;
  /** The last of them. */
  readonly frames: readonly SentFrame[];
  readonly frameCount: number;
  /** Why the last request was not done. */
  readonly fault: { readonly what: string; readonly line: number | undefined } | undefined;
  readonly isBuilding: boolean;
}

const nothing: Known = { status: undefined, setup: undefined, lines: [], view: undefined, frames: [], frameCount: 0, fault: undefined, isBuilding: false };
const framesKept = 200;

export class RemoteComputer {
  readonly line: Line;
  readonly #file: string;
  readonly #listeners = new Set<() => void>();
  #worker: Worker | undefined;
  #known: Known = nothing;
  #saved: ((snapshot: Uint8Array) => void) | undefined;

  /** `file` is the Worker's: "/prefix/computer/worker.js". */
  constructor(file: string) {
    this.#file = file;
    this.line = new Line((bytes) => this.#ask({ kind: "type", bytes }));
  }

  /** The same object until something changes. */
  readonly known = (): Known => this.#known;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => { this.#listeners.delete(listener); };
  };

  start(setup: Setup, software: Software, runs = true): void {
    this.line.clear();
    this.#know({ ...nothing, isBuilding: true });
    this.#ask({ kind: "start", setup, software, runs });
  }

  load(snapshot: Blob, disks: readonly Blob[] = [], time: TimeMode = "steady", runs = true): void {
    this.line.clear();
    this.#know({ ...nothing, isBuilding: true });
    this.#ask({ kind: "load", snapshot, disks, time, runs });
  }

  run(): void {
    this.#ask({ kind: "run" });
  }

  stop(): void {
    this.#ask({ kind: "stop" });
  }

  step(count: number): void {
    this.#ask({ kind: "step", count });
  }

  pressPowerButton(): void {
    this.#ask({ kind: "power button" });
  }

  watch(wanted: Wanted | undefined): void {
    if (wanted === undefined) this.#know({ view: undefined });
    this.#ask({ kind: "watch", wanted });
  }

  /** The machine as it is now, as a file's bytes. */
  save(): Promise<Uint8Array> {
    return new Promise((resolve) => {
      this.#saved = resolve;
      this.#ask({ kind: "save" });
    });
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#know(nothing);
  }

  #ask(request: Request): void {
    if (this.#worker === undefined) {
      if (request.kind !== "start" && request.kind !== "load" && request.kind !== "watch") return; // There is nobody to be asked.
      this.#worker = new Worker(this.#file);
      this.#worker.onmessage = ({ data }: MessageEvent<Report>) => this.#hear(data);
      this.#worker.onerror = ({ message }) => this.#break(message);
    }
    this.#worker.postMessage(request);
  }

  #hear(report: Report): void {
    switch (report.kind) {
      case "started": return this.#know({ setup: report.setup, lines: report.lines, isBuilding: false, fault: undefined });
      case "said": return this.line.say(report.bytes);
      case "status": return this.#know({ status: report.status });
      case "view": return this.#know({ view: report.view });
      case "frames": return this.#know({ frames: [...this.#known.frames, ...report.frames].slice(-framesKept), frameCount: this.#known.frameCount + report.frames.length });
      case "saved": return this.#saved?.(report.snapshot);
      case "fault": return this.#know({ fault: { what: report.what, line: report.line }, isBuilding: false });
    }
  }

  /** A bug of ours, or a Worker that did not come. */
  #break(message: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#know({ ...nothing, fault: { what: message === "" ? "the machine's part of the page did not come: load the page again" : `the machine broke, and it is not your fault: ${message}`, line: undefined } });
  }

  #know(news: Partial<Known>): void {
    this.#known = { ...this.#known, ...news };
    for (const listener of this.#listeners) listener();
  }
}
