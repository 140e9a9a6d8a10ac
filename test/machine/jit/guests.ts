// Guests that try what compiled code must not get wrong, each on two boards: on one everything is compiled before it is
// executed, the other interprets. Both must be the same in the end, in registers, system registers, RAM and time,
// whether the first runs in one go or in small pieces.
//
// 1. A guest has an MMU, whose tables map RAM onto itself, and a window above RAM that maps what it wants to.
// 2. Each synchronous exception is written to a log, X27 (ESR_EL1, FAR_EL1, ELR_EL1, X18), and the instruction behind it
//    comes next; behind one that could not be fetched, the one at X30. X16 and X17 are the handler's.

import { expect } from "chai";
import { createJit, type Jit, type JitOptions } from "../../../src/machine/jit/jit";
import { IMAGE_BASE } from "../../../src/machine/board/first-board";
import { assembled, emptyBoard, ENTRY, type Guest, type GuestOptions, stateOf } from "../board/machines";
import { OFF, PLACES } from "../board/programs";

/** Of RAM's 2 MiB. */
export const RAM = 0x4000_0000;
/** Where the log is, and pages that tests have for themselves. */
export const LOG = RAM + 0x10_8000;
export const DATA = RAM + 0x11_0000;
/** What the window shows, page by page: its first is its own number of `window`. */
export const WINDOW = RAM + 0x20_0000;

/** The tables: of level 1, level 2, RAM's pages, the window's pages; and a second level 1 with another window. */
const [LEVEL_1, LEVEL_2, RAM_PAGES, WINDOW_PAGES, OTHER_1, OTHER_2, OTHER_WINDOW] =
  Array.from({ length: 7 }, (_, i) => RAM + 0x10_0000 + 0x1000 * i) as [number, number, number, number, number, number, number];
export const TABLES = { first: LEVEL_1, other: OTHER_1, ram: RAM_PAGES, window: WINDOW_PAGES, otherWindow: OTHER_WINDOW } as const;

/** A page's descriptor: valid, attribute 0, inner shareable, accessed; and who may what. */
export const KERNELS = 0x703n;
export const USERS = 0x743n;
export const READ_ONLY = 0x783n;
export const USERS_READ_ONLY = 0x7c3n;
export const NOT_GLOBAL = 1n << 11n;
export const PXN = 1n << 53n;
const DEVICE_BLOCK = 0x705n;

/** Rights of pages of RAM, by address; any other is KERNELS. */
export type Rights = ReadonlyMap<number, bigint>;

export interface GuestPlan {
  /** What it does; it ends by its own end, or by running off into SYSTEM_OFF. */
  readonly body: string;
  /** Behind the body: data, functions, pages. */
  readonly rest?: string;
  readonly rights?: Rights;
  /** Descriptors of the window's pages, and of the second tables' window. */
  readonly window?: readonly bigint[];
  readonly otherWindow?: readonly bigint[];
  readonly hasMmu?: boolean;
  readonly cpus?: number;
  readonly irq?: string;
  /** Behind each synchronous exception, in the place of what logs it. */
  readonly sync?: string;
  /** Doublewords of RAM. */
  readonly setup?: readonly (readonly [address: number, value: bigint])[];
  readonly outside?: GuestOptions["outside"];
}

const TURN_ON = `
  ldr x9, =0x04ff
  msr MAIR_EL1, x9
  ldr x9, =0x00800019             // T0SZ 25, EPD1
  msr TCR_EL1, x9
  ldr x9, =${LEVEL_1}
  msr TTBR0_EL1, x9
  isb
  mrs x9, SCTLR_EL1
  mov x10, #0x1005                // M, C, I
  orr x9, x9, x10
  msr SCTLR_EL1, x9
  isb
`;

/** The handler of synchronous exceptions. */
const LOGGED = `
logged:
  mrs x16, ESR_EL1
  mrs x17, FAR_EL1
  stp x16, x17, [x27], #16
  lsr x16, x16, #27
  cmp x16, #0x10                  // Classes 0x20 and 0x21 are instruction aborts.
  mrs x17, ELR_EL1
  stp x17, x18, [x27], #16
  add x17, x17, #4
  csel x17, x30, x17, eq
  msr ELR_EL1, x17
  eret
`;

const source = ({ body, rest = "", hasMmu = true, irq = "b .", sync = "b logged" }: GuestPlan): string => `${PLACES}
  adr x0, vectors
  msr VBAR_EL1, x0
  mov x9, #0x300000
  msr CPACR_EL1, x9
  ldr x27, =${LOG}
  ldr x26, =${DATA}
  ldr x25, =${WINDOW}
  ${hasMmu ? TURN_ON : ""}
  ${body}
off:
  ${OFF}
  .ltorg
  .balign 64
  ${rest}
  ${LOGGED}
  .ltorg
  .balign 2048
vectors:
  .zero 0x200
  b sync
  .balign 128
  b irq
  .balign 0x400
  b sync
  .balign 128
  b irq
  .balign 2048
irq:
  ${irq}
sync:
  ${sync}
`;

/** A guest, and the engine that it runs on. */
export interface EngineGuest extends Guest {
  readonly jit: Jit;
}

export function started(plan: GuestPlan, jit?: Jit): Guest {
  const { cpus = 1, outside = {} } = plan;
  const guest = emptyBoard({ cpus, outside, ...(jit && { engine: jit }) });
  const segments = [{ address: IMAGE_BASE, bytes: assembled(source(plan)) }, ...tables(plan), ...dataOf(plan)];
  guest.board.start({ segments, entry: ENTRY, x0: 5n });
  return guest;
}

export function startedOnEngine(plan: GuestPlan, options: JitOptions = { isEager: true }): EngineGuest {
  const jit = createJit(options);
  return { ...started(plan, jit), jit };
}

const dataOf = ({ setup = [] }: GuestPlan) =>
  setup.map(([address, value]) => ({ address, bytes: new Uint8Array(BigUint64Array.of(value).buffer) }));

function tables({ rights = new Map<number, bigint>(), window = [], otherWindow = [] }: GuestPlan): { address: number; bytes: Uint8Array }[] {
  const identity = Array.from({ length: 512 }, (_, i) => RAM + 0x1000 * i)
    .map((page) => BigInt(page) | (rights.get(page) ?? KERNELS));
  const table = (address: number, ...entries: bigint[]) => ({ address, bytes: new Uint8Array(BigUint64Array.from(entries).buffer) });
  return [
    table(LEVEL_1, DEVICE_BLOCK, BigInt(LEVEL_2) | 3n),
    table(LEVEL_2, BigInt(RAM_PAGES) | 3n, BigInt(WINDOW_PAGES) | 3n),
    table(RAM_PAGES, ...identity),
    table(WINDOW_PAGES, ...window),
    table(OTHER_1, DEVICE_BLOCK, BigInt(OTHER_2) | 3n),
    table(OTHER_2, BigInt(RAM_PAGES) | 3n, BigInt(OTHER_WINDOW) | 3n),
    table(OTHER_WINDOW, ...otherWindow),
  ].filter(({ bytes }) => bytes.length > 0);
}

/** Instructions after which a guest is taken to be endless. */
const LIMIT = 3_000_000;
/** How much of it compiled code must have done, at the least. */
const SHARE = 0.5;
/** How many instructions run() is asked for in turn. */
const PIECES = [1, 7, 100, 1009] as const;
/** Beyond them a guest is not run in pieces, which takes long. */
const MOST_IN_PIECES = 60_000;

export interface Checks {
  /** Of all instructions, those of compiled code. */
  readonly share?: number;
  readonly options?: JitOptions;
}

/** Runs the guest on both boards. Returns it as the engine left it, which is as the interpreter did. */
export function compared(plan: GuestPlan, { share = SHARE, options = { isEager: true } }: Checks = {}): EngineGuest {
  const interpreted = ended(started(plan));
  const compiled = startedOnEngine(plan, options);
  expect(stateOf(ended(compiled)), "in one go").to.deep.equal(stateOf(interpreted));
  expect(sharesOf(compiled), "what compiled code has done").to.be.greaterThan(share);
  if (compiled.board.time < MOST_IN_PIECES) {
    const pieces = startedOnEngine(plan, options);
    for (let i = 0; !pieces.board.isOff && i < MOST_IN_PIECES; i++) pieces.board.run(PIECES[i % PIECES.length]!);
    expect(stateOf(pieces), "in pieces").to.deep.equal(stateOf(interpreted));
  }
  return compiled;
}

export const sharesOf = ({ board, jit }: EngineGuest): number =>
  (board.time - jit.statistics.interpreted - jit.statistics.slow) / board.time;

function ended<T extends Guest>(guest: T): T {
  guest.board.run(LIMIT);
  expect(guest.board.isOff, `switched off; at ${guest.board.current.pc.toString(16)}`).to.equal(true);
  return guest;
}

/** What the guest has in its X registers. */
export const registers = ({ board }: Guest, ...numbers: readonly number[]): bigint[] =>
  numbers.map((n) => board.cpus[0]!.state.x[n]!);

/** Of each exception that was logged: ESR_EL1, FAR_EL1, and X18, which says where the guest was. */
export function logOf({ board }: Guest): (readonly [esr: bigint, far: bigint, where: bigint])[] {
  const { view, base } = board.physical;
  const at = (address: number): bigint => view.getBigUint64(address - base, true);
  const log: [bigint, bigint, bigint][] = [];
  for (let entry = LOG; at(entry) !== 0n; entry += 32) log.push([at(entry), at(entry + 8), at(entry + 24)]);
  return log;
}

/** A doubleword of the guest's RAM. */
export const doubleword = ({ board }: Guest, address: number): bigint =>
  board.physical.view.getBigUint64(address - board.physical.base, true);
