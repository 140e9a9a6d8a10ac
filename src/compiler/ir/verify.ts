// Holds a function against its own rules (function.ts, 1 to 3). It runs behind the builder and, in
// tests, behind each pass of the optimizer: a pass that breaks a rule is caught where it did it,
// and not three passes later in wrong machine code.

import { bug } from "../../base/bug";
import { Dominators } from "./dominators";
import type { Block, Instruction, IrFunction, Kind, Value } from "./function";
import { edgesOf, operandsOf, operandsOfTerminator, successorsOf } from "./operands";
import { printFunction, printInstruction } from "./print";
import { isSafe } from "./safe-integer";

/** Where a value is made: a block and a position in it; parameters are at -1. */
interface Home {
  readonly block: Block;
  readonly position: number;
}

/** Returns the function, so that a call of it stands around one. */
export function verify(ir: IrFunction): IrFunction {
  const complain = (what: string): never => bug(`${ir.symbol}: ${what}\n${printFunction(ir)}`);
  const entry = ir.blocks[0] ?? complain("has no blocks");
  if (entry.parameters.length > 0) complain("its first block has parameters");
  const homes = homesOf(ir, entry, complain);
  const inside = new Set(ir.blocks);
  const dominators = new Dominators(ir);
  for (const block of ir.blocks) {
    for (const next of successorsOf(block)) {
      if (!inside.has(next)) complain(`b${block.id} leads to b${next.id}, which is not in it`);
      if (next === entry) complain(`b${block.id} leads back to the first block`);
    }
    checkTerminator(block, dominators, complain);
    if (dominators.isReached(block)) checkUses(block, homes, dominators, complain);
    for (const instruction of block.instructions) checkKinds(instruction, ir, complain);
  }
  return ir;
}

function homesOf(
  ir: IrFunction, entry: Block, complain: (what: string) => never,
): Map<Value, Home> {
  const homes = new Map<Value, Home>();
  const ids = new Set<number>();
  const place = (value: Value, block: Block, position: number): void => {
    if (homes.has(value) || ids.has(value.id)) complain(`v${value.id} is made twice`);
    ids.add(value.id);
    homes.set(value, { block, position });
  };
  for (const parameter of ir.parameters) place(parameter, entry, -1);
  for (const block of ir.blocks) {
    for (const parameter of block.parameters) place(parameter, block, -1);
    block.instructions.forEach((each, position) => { place(each, block, position); });
  }
  return homes;
}

function checkUses(
  block: Block, homes: ReadonlyMap<Value, Home>, dominators: Dominators,
  complain: (what: string) => never,
): void {
  const check = (value: Value, position: number): void => {
    const home = homes.get(value);
    if (home === undefined) return complain(`b${block.id} uses v${value.id}, which nothing makes`);
    const precedes = home.block === block
      ? home.position < position
      : dominators.dominates(home.block, block);
    if (!precedes) complain(`b${block.id} uses v${value.id}, which may not be made before`);
  };
  block.instructions.forEach((each, position) => {
    for (const operand of operandsOf(each)) check(operand, position);
  });
  for (const operand of operandsOfTerminator(block.terminator!)) {
    check(operand, block.instructions.length);
  }
}

function checkTerminator(
  block: Block, dominators: Dominators, complain: (what: string) => never,
): void {
  const { terminator } = block;
  if (terminator === undefined) return complain(`b${block.id} has no end`);
  for (const { to, args } of edgesOf(terminator)) {
    if (args.length !== to.parameters.length) {
      complain(`b${block.id} gives b${to.id} ${args.length} arguments`);
    }
  }
  if (terminator.op !== "invoke") return;
  const { normal, handler, args } = terminator;
  if (args.length > MOST_ARGUMENTS) complain(`b${block.id} passes ${args.length} arguments`);
  if (normal === handler) complain(`b${block.id} has one block for both ways on`);
  if (normal.parameters.length > 1) complain(`b${normal.id} gets a result and wants more`);
  if (dominators.predecessorsOf(normal).length > 1) {
    complain(`b${normal.id} gets b${block.id}'s result, and there is another way to it`);
  }
  if (handler.parameters.length > 1) complain(`b${handler.id} gets an exception and wants more`);
  for (const from of dominators.predecessorsOf(handler)) {
    if (from.terminator?.op !== "invoke") complain(`b${from.id} jumps to handler b${handler.id}`);
  }
}

/** In X0 to X7. */
export const MOST_ARGUMENTS = 8;

/** What an operation's result must be, where that does not depend on what it is for. */
const RESULTS: Partial<Record<Instruction["op"], readonly Kind[]>> = {
  "symbol":   ["raw", "ref", "ref?", "word"],
  "compare":  ["boolean"],
  "safe":     ["number"],
  "non-null": ["ref", "raw"],
};

function checkKinds(
  instruction: Instruction, ir: IrFunction, complain: (what: string) => never,
): void {
  const text = (): string => printInstruction(instruction);
  const results = RESULTS[instruction.op];
  if (results !== undefined && !results.includes(instruction.kind)) {
    complain(`the kind is wrong: ${text()}`);
  }
  switch (instruction.op) {
    case "constant": {
      const { value, kind } = instruction;
      if (BigInt.asUintN(64, value) !== value) complain(`no word: ${text()}`);
      if (kind === "number" && !isSafe(value)) complain(`no safe integer: ${text()}`);
      if (kind === "boolean" && value > 1n) complain(`no boolean: ${text()}`);
      break;
    }
    case "call": case "call indirect":
      if (instruction.args.length > MOST_ARGUMENTS) complain(`too many arguments: ${text()}`);
      break;
    case "slot load": case "slot store":
      if (instruction.slot >= ir.slots) complain(`there is no such slot: ${text()}`);
      break;
    default:
  }
}
