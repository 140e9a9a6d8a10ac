// The tables that a board's processor uses, read by someone who knows nothing of the kernel: from
// TTBR0 and TTBR1, 39 bits each, 4 KiB (Arm ARM, "VMSAv8-64 translation table format descriptors").

import { encodingOf } from "../../machine/sysregs/guest";
import type { Board } from "../../../src/machine/board/board";

export interface LivePage {
  readonly virtual: bigint;
  readonly physical: number;
  readonly bytes: number;
  readonly isWritable: boolean;
  /** By anybody. */
  readonly isExecutable: boolean;
  readonly isDevice: boolean;
}

export function livePages(board: Board): LivePage[] {
  const [processor] = board.processors;
  const rootOf = (name: "TTBR0_EL1" | "TTBR1_EL1"): number =>
    Number(processor!.system.read(encodingOf(name)) & 0xffff_ffff_f000n);
  const pages: LivePage[] = [];
  walk(board, rootOf("TTBR0_EL1"), 30, 0n, pages);
  walk(board, rootOf("TTBR1_EL1"), 30, 0xffff_ff80_0000_0000n, pages);
  return pages;
}

function walk(board: Board, table: number, shift: number, base: bigint, pages: LivePage[]): void {
  for (let i = 0; i < 512; i++) {
    const word = board.physical.load(table + 8 * i, 8);
    if (word === undefined) throw new Error(`a table at 0x${table.toString(16)} is no memory`);
    if ((word & 1n) === 0n) continue;
    const virtual = base + (BigInt(i) << BigInt(shift));
    const physical = Number(word & 0xffff_ffff_f000n);
    if (shift > 12 && (word & 2n) !== 0n) {
      walk(board, physical, shift - 9, virtual, pages);
      continue;
    }
    pages.push({
      virtual, physical, bytes: 2 ** shift, isWritable: (word & 0x80n) === 0n,
      isExecutable: (word >> 53n & 3n) !== 3n, isDevice: (word >> 2n & 7n) === 0n,
    });
  }
}
