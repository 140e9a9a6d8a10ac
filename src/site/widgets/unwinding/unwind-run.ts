/**
 * A throw, by the kernel's own throwException, over frames and a handler table in simulated memory: its loads are watched,
 * and make the steps. Nothing here decides who catches.
 */
import { bug } from "../../../base/bug";
import { CLASS_ROW } from "../../../formats/objects/layout";
import { HANDLER_ROW } from "../../../formats/objects/tables";
import { PowerOff, Resumed, SimulatedObject } from "../../../host/metal/simulated-metal";
import { hostMetal } from "../../../unikernel/metal/hosted";
import { store32, store64 } from "../../../unikernel/metal/memory";
import { addressOf } from "../../../unikernel/metal/object";
import type { KernelError } from "../../../unikernel/runtime/errors";
import { throwException } from "../../../unikernel/runtime/exceptions";
import { type Access, WatchedMetal } from "../heap-picture/watched-metal";
import { calls, type HandlerRow } from "./unwind-scene";

export interface UnwindStep {
  readonly kind: "begin" | "return address" | "rows" | "caller" | "caught" | "uncaught";
  /** The frame that is looked at; one more than there are: the chain's end. */
  readonly frame: number;
  /** Rows of the table that the search has looked at. */
  readonly rows: readonly number[];
  readonly found: number | undefined;
  readonly says: string;
}

const IMAGE = 0x4020_0000n;
const STATIC = 4096;
const STACK = IMAGE + BigInt(STATIC);
const SIZE = 8192;

class NoSuchPage extends SimulatedObject implements KernelError {
  readonly message = "there is no page 2";
}

export const hex = (offset: number): string => `0x${offset.toString(16).padStart(3, "0")}`;

/** The frames' addresses, from the innermost out: the stack grows downwards. */
export const frameAddresses: readonly bigint[] = calls.map((_, i) =>
  STACK + calls.slice(0, i).reduce((sum, { frameBytes }) => sum + BigInt(frameBytes), 0n));

export function runThrow(rows: readonly HandlerRow[]): readonly UnwindStep[] {
  const metal = new WatchedMetal(IMAGE, SIZE, STATIC);
  hostMetal(metal);
  try {
    const exception = new NoSuchPage(metal.reserve(16));
    const table = placeTables(metal, rows);
    placeFrames(metal);
    const steps = new UnwindSteps(table, rows);
    metal.watch((access) => steps.saw(access));
    try {
      throwException(exception);
    } catch (end) {
      metal.watch(undefined);
      if (end instanceof Resumed) steps.caught(end);
      else if (end instanceof PowerOff) steps.uncaught(metal.output.trimEnd());
      else throw end;
    }
    return steps.all;
  } finally {
    hostMetal(undefined);
  }
}

/** The handlers, and one class: the exception's, by whose name it is printed. Returns where the handlers are. */
function placeTables(metal: WatchedMetal, rows: readonly HandlerRow[]): bigint {
  const classes = metal.reserve(CLASS_ROW.bytes);
  store32(classes + BigInt(CLASS_ROW.name), Number(addressOf("NoSuchPage") - classes));
  const table = metal.reserve(HANDLER_ROW.bytes * rows.length);
  rows.forEach(({ returnsTo, handler }, i) => {
    const row = table + BigInt(HANDLER_ROW.bytes * i);
    metal.store(row + BigInt(HANDLER_ROW.returnsTo), 4, BigInt(returnsTo));
    metal.store(row + BigInt(HANDLER_ROW.handler), 4, BigInt(handler));
  });
  metal.symbols.set("link/image", IMAGE).set("link/classes", classes);
  metal.symbols.set("link/handlers", table).set("link/handlers-end", table + BigInt(HANDLER_ROW.bytes * rows.length));
  return table;
}

/** The outermost frame's caller is _start, whose frame pointer is 0. */
function placeFrames(metal: WatchedMetal): void {
  calls.forEach(({ returnsTo }, i) => {
    store64(frameAddresses[i]!, frameAddresses[i + 1] ?? 0n);
    store64(frameAddresses[i]! + 8n, IMAGE + BigInt(returnsTo));
  });
  metal.frame = frameAddresses[0]!;
}

class UnwindSteps {
  readonly all: UnwindStep[] = [{
    kind: "begin", frame: 0, rows: [], found: undefined,
    says: "read has called throwException. Five functions wait, each with its frame. Who catches?",
  }];
  readonly #table: bigint;
  readonly #handlers: readonly HandlerRow[];

  constructor(table: bigint, handlers: readonly HandlerRow[]) {
    this.#table = table;
    this.#handlers = handlers;
  }

  saw({ address, bytes, isStore }: Access): void {
    if (isStore) return;
    const row = Number(address - this.#table);
    if (bytes === 4 && row >= 0 && row < HANDLER_ROW.bytes * this.#handlers.length) this.#sawRow(row);
    const frame = frameAddresses.findIndex((each) => each === address || each + 8n === address);
    if (bytes !== 8 || frame < 0) return;
    if (address === frameAddresses[frame]) this.#sawCaller(frame);
    else this.#sawReturn(frame);
  }

  #sawReturn(frame: number): void {
    const { callee, caller, returnsTo } = calls[frame]!;
    this.#add("return address", frame, [], undefined,
      `The frame of ${callee}: it would return to ${hex(returnsTo)}, which is in ${caller}. Does this call stand in a try block?`);
  }

  /** The search's probes are one step, which grows. */
  #sawRow(at: number): void {
    const last = this.all.at(-1) ?? bug("no step");
    const row = Math.floor(at / HANDLER_ROW.bytes);
    const isHandler = at % HANDLER_ROW.bytes === HANDLER_ROW.handler;
    const before = last.kind === "rows" ? last.rows : [];
    const rows = before.at(-1) === row ? before : [...before, row];
    const { returnsTo } = calls[last.frame]!;
    const looked = `Halving: ${rows.map((each) => hex(this.#handlers[each]!.returnsTo)).join(", ")}.`;
    const says = isHandler ? `${looked} There it is: go on at ${hex(this.#handlers[row]!.handler)}, in ${this.#handlers[row]!.owner}.`
      : `${looked} No row has ${hex(returnsTo)}.`;
    if (last.kind === "rows") this.all.pop();
    this.#add("rows", last.frame, rows, isHandler ? row : undefined, says);
  }

  #sawCaller(frame: number): void {
    const found = this.all.at(-1)?.found;
    const { callee, caller } = calls[frame]!;
    const why = found === undefined ? "Go on there." : "It is the one that the handler needs.";
    this.#add("caller", frame + 1, [], found, frame + 1 === calls.length ? `The frame of ${callee} has 0 for its caller's: the chain ends at ${caller}.`
      : `The frame of ${callee} says where that of ${caller} is. ${why}`);
  }

  caught({ handler }: Resumed): void {
    const { owner } = this.#handlers.find((row) => IMAGE + BigInt(row.handler) === handler) ?? bug("nobody's handler");
    const last = this.all.at(-1) ?? bug("no step");
    this.#add("caught", last.frame, [], last.found, `X29 is the frame of ${owner}, X0 the exception. The frames above it are gone: their functions will never return.`);
  }

  uncaught(printed: string): void {
    this.#add("uncaught", calls.length, [], undefined, `Nobody catches. It prints "${printed}", and switches off.`);
  }

  #add(kind: UnwindStep["kind"], frame: number, rows: readonly number[], found: number | undefined, says: string): void {
    this.all.push({ kind, frame, rows, found, says });
  }
}
