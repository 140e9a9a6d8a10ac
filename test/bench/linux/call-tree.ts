// Who called whom, and how many instructions it took: a machine is stepped, and its calls and returns are watched.

import type { Board } from "../../../src/machine/board/board";
import type { KernelMap } from "./kernel-map";

export interface Call {
  readonly name: string;
  /** Instructions before it. */
  readonly start: number;
  /** Its own, and those of whom it called. */
  instructions: number;
  readonly calls: Call[];
}

interface OpenCall extends Call {
  /** Where it returns to. */
  readonly returnsTo: bigint;
}

const INSTRUCTION = 4n;

/** Executes `count` instructions, from where the machine is. */
export function callTree({ board, map }: { readonly board: Board; readonly map: KernelMap }, count: number): Call {
  const root: OpenCall = { name: "", start: 0, instructions: count, calls: [], returnsTo: 0n };
  const stack = [root];
  const close = (depth: number, time: number): void => {
    for (const each of stack.splice(depth)) each.instructions = time - each.start;
  };
  let before = 0n;
  let last: string | undefined;
  for (let time = 0; time < count; time++) {
    const { pc, state } = board.current;
    const name = map.nameAt(pc) ?? "?";
    const back = pc === before + INSTRUCTION ? -1 : stack.findLastIndex(({ returnsTo }) => returnsTo === pc);
    if (back > 0) {
      close(back, time);
    } else if (name !== last) {
      const isCall = state.x[30] === before + INSTRUCTION;
      const top = stack.at(-1)!;
      // A branch to another function, or the way from one into the next: it returns where the one before it would have.
      if (!isCall && stack.length > 1) close(stack.length - 1, time);
      const call: OpenCall = { name, start: time, instructions: 0, calls: [], returnsTo: isCall ? state.x[30]! : top.returnsTo };
      stack.at(-1)!.calls.push(call);
      stack.push(call);
    }
    before = pc;
    last = name;
    board.run(1);
  }
  close(1, count);
  return root;
}

/** A line for each call of at least `least` instructions, as deep as `depth`. */
export function treeLines({ calls }: Call, least: number, depth: number, indent = ""): string[] {
  return calls.filter(({ instructions }) => instructions >= least).flatMap((call) => [
    `${String(call.start).padStart(9)} ${String(call.instructions).padStart(9)}  ${indent}${call.name}`,
    ...(depth > 1 ? treeLines(call, least, depth - 1, `${indent}  `) : []),
  ]);
}
