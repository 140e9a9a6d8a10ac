// Interrupts over random code, and what the program says of it.

import type { Built } from "../../../src/compiler/build";
import { transcript } from "../boot/board-boot";
import { kernel } from "../boot/kernels";
import { bootOnQemu } from "./qemu";

const SOAK = "test/unikernel/kernels/interrupt-probe.ts";

export interface Soaked {
  readonly interrupts: number;
  /** How many came between two of the random instructions. */
  readonly inside: number;
  /** How many of those had the handler on its own stack, and SP as the random code had left it. */
  readonly onBothStacks: number;
  /** Whether the code left something else in a register than without interrupts: 1, and the program stops there. */
  readonly differences: number;
  /** Of what it leaves. */
  readonly digest: string;
  /** Between how many of its instructions an interrupt came; and how many came in each tenth of the code. */
  readonly places: number;
  readonly histogram: readonly number[];
}

/** A kernel is built once for all that is asked of it. */
export const soakKernel = (): Built => kernel(SOAK);

const LIMIT_AN_INTERRUPT = 20_000;
/** Somebody who has gone astray is not followed for long. */
const BOOT_LIMIT = 8_000_000;

/** On our board, which may interrupt between any two instructions. */
export function soakOnBoard(image: Uint8Array, interrupts: number): string {
  return transcript(image, { bootargs: `interrupts=${interrupts}`, limit: BOOT_LIMIT + LIMIT_AN_INTERRUPT * interrupts });
}

export function soakOnQemu(image: Uint8Array, interrupts: number): string {
  return bootOnQemu(image, { bootargs: `interrupts=${interrupts}` });
}

const PATTERN = new RegExp([
  "^interrupts (\\d+) inside (\\d+) on-both-stacks (\\d+)", "differences (\\d+) digest (\\w+)", "places (\\d+) of \\d+: ([\\d ]+)$",
].join("\\n"), "m");

/** Undefined if the program did not come to its end. */
export function soaked(printed: string): Soaked | undefined {
  const found = PATTERN.exec(printed);
  if (found === null) return undefined;
  const [, interrupts, inside, onBothStacks, differences, digest, places, histogram] = found;
  return {
    interrupts: Number(interrupts), inside: Number(inside), onBothStacks: Number(onBothStacks), differences: Number(differences),
    digest: digest!, places: Number(places), histogram: histogram!.split(" ").map(Number),
  };
}
