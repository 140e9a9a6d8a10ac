// Boards with small programs on them, and what they print.

import { expect } from "chai";
import { Board, type BoardOptions } from "../../../src/machine/board/board";
import type { Outside } from "../../../src/machine/board/outside";
import type { MachineEngine } from "../../../src/machine/cpu/engine";
import { IMAGE_BASE } from "../../../src/machine/board/first-board";
import { stateHash } from "../../../src/machine/cpu/stepping/state-hash";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { type Decoder, standardDecoder } from "../../../src/machine/decoder/decoder";

export const MIB = 1024 * 1024;
export const ENTRY = BigInt(IMAGE_BASE);

export interface Guest {
  readonly board: Board;
  /** What it has printed on its serial line. */
  readonly printed: () => string;
}

export interface GuestOptions {
  readonly cpus?: number;
  readonly outside?: Partial<Outside>;
  readonly parts?: BoardOptions["parts"];
  /** Chapter 11's. */
  readonly engine?: MachineEngine;
}

let decoder: Decoder | undefined;
const sharedDecoder = (): Decoder => (decoder ??= standardDecoder());

export const assembled = (program: string): Uint8Array => new Assembler(sharedDecoder()).assemble(program, ENTRY).bytes;

/** A board that has not been started. */
export function emptyBoard({ cpus = 1, outside = {}, parts, engine }: GuestOptions = {}): Guest {
  let text = "";
  const board = new Board({
    description: { ramBytes: 2 * MIB, cpus, gic: 2 },
    outside: { serial: (byte) => { text += String.fromCharCode(byte); }, ...outside },
    decoder: sharedDecoder(),
    ...(parts && { parts }), ...(engine && { engine }),
  });
  return { board, printed: () => text };
}

/** A board that is about to execute the first instruction of `program`. X0 is 5. */
export function guestOf(program: string, options?: GuestOptions): Guest {
  const guest = emptyBoard(options);
  guest.board.start({ segments: [{ address: IMAGE_BASE, bytes: assembled(program) }], entry: ENTRY, x0: 5n });
  return guest;
}

/** All that a machine is, to be compared. */
export const stateOf = ({ board, printed }: Guest) => ({ time: board.time, hash: stateHash(board), parts: board.save().parts, printed: printed() });

/** Doubleword `n` of CPU `cpu`'s X registers. */
export const x = ({ board }: Guest, n: number, cpu = 0): bigint => board.cpus[cpu]!.state.x[n]!;

/** Runs it until it is off. */
export function ranOff(guest: Guest): Guest {
  expect(guest.board.run(1_000_000)).to.deep.equal({ kind: "waiting", hint: "WFI" });
  expect(guest.board.isOff).to.equal(true);
  return guest;
}
