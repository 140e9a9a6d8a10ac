// Small functions are put into their callers: a getter, a sum of words. Only those that cannot
// trap, throw or call: nothing that a stack trace shows may lose its line in it.

import { copyBlocks } from "../ir/copy";
import { Block, type Call, type IrFunction, type Kind, type Value } from "../ir/function";
import type { Instruction } from "../ir/function";
import { Dominators } from "../ir/dominators";
import { Emitter, Replacements } from "./rewriting";

/** Instructions and terminators of a function that is still small. */
const SMALL = 16;

const LEFT_OUT: ReadonlySet<Instruction["op"]> = new Set<Instruction["op"]>(
  ["call", "call indirect", "guard", "safe", "slot load", "slot store", "special"]);

const sizeOf = (ir: IrFunction): number =>
  ir.blocks.reduce((sum, { instructions }) => sum + instructions.length + 1, 0);

/** Before the passes there are checks and constants that go. */
export const mayBecomeSmall = (ir: IrFunction): boolean => sizeOf(ir) <= 2 * SMALL;

/** Whether it may be put into others. */
export function isSmallLeaf(ir: IrFunction): boolean {
  if (sizeOf(ir) > SMALL) return false;
  const dominators = new Dominators(ir);
  return ir.blocks.every((block) =>
    !block.instructions.some(({ op }) => LEFT_OUT.has(op))
    && ["jump", "branch", "return"].includes(block.terminator!.op)
    && dominators.predecessorsOf(block).every((each) => !dominators.dominates(block, each)));
}

/** What may be put into the place of a call with these arguments. */
export type Find = (symbol: string, args: readonly Value[]) => IrFunction | undefined;

/** Returns whether there was anything to put in. */
export function inlineCalls(ir: IrFunction, find: Find): boolean {
  const replacements = new Replacements();
  for (const block of [...ir.blocks]) {
    invokeToCall(block, find, ir);
    let rest: Block | undefined = block;
    while (rest !== undefined) rest = inlineFirst(rest, find, ir, replacements);
  }
  replacements.apply(ir);
  return replacements.size > 0;
}

/** What cannot throw needs no handler. */
function invokeToCall(block: Block, find: Find, ir: IrFunction): void {
  const { terminator } = block;
  if (terminator?.op !== "invoke" || typeof terminator.callee !== "string") return;
  const { callee: symbol, args, normal, at } = terminator;
  if (find(symbol, args) === undefined) return;
  const kind = normal.parameters[0]?.kind ?? "raw";
  const call: Call = { op: "call", kind, symbol, args, id: ir.newId(), at };
  block.instructions.push(call);
  block.terminator = {
    op: "jump", edge: { to: normal, args: normal.parameters.length === 0 ? [] : [call] }, at,
  };
}

/** The block in which the code behind the call now is. */
function inlineFirst(
  block: Block, find: Find, ir: IrFunction, replacements: Replacements,
): Block | undefined {
  const position = block.instructions.findIndex((each) => calleeOf(each, find, ir) !== undefined);
  if (position < 0) return undefined;
  const call = block.instructions[position] as Call;
  const callee = calleeOf(call, find, ir)!;
  const rest = new Block(ir.newId());
  rest.instructions.push(...block.instructions.splice(position).slice(1));
  rest.terminator = block.terminator;

  const values = new Map<Value, Value>(callee.parameters.map((each, i) => [each, call.args[i]!]));
  const copies = copyBlocks(callee.blocks, values, () => ir.newId());
  const result = { op: "parameter", kind: call.kind, id: ir.newId() } as const;
  rest.parameters.push(result);
  replacements.set(call, result);
  for (const copy of copies) {
    const { terminator } = copy;
    if (terminator?.op !== "return") continue;
    const emitter = new Emitter(ir, call.at);
    const value = terminator.value ?? emitter.constant(0n);
    copy.instructions.push(...emitter.made);
    copy.terminator = { op: "jump", edge: { to: rest, args: [value] }, at: terminator.at };
  }
  block.terminator = { op: "jump", edge: { to: copies[0]!, args: [] }, at: call.at };
  ir.blocks.splice(ir.blocks.indexOf(block) + 1, 0, ...copies, rest);
  return rest;
}

/** The function that is called, if it is small and its values are of the kinds that it asks for. */
function calleeOf(call: Instruction, find: Find, caller: IrFunction): IrFunction | undefined {
  if (call.op !== "call" || call.symbol === caller.symbol) return undefined;
  const callee = find(call.symbol, call.args);
  const fits = callee?.parameters.every((each, i) => isAlike(each.kind, call.args[i]!.kind));
  return fits === true ? callee : undefined;
}

/** An address that the program computed is another thing than an object: see effects.ts. */
const FAMILIES: Readonly<Record<Kind, string>> = {
  "number": "data", "boolean": "data", "raw": "data", "word": "word",
  "ref": "object", "ref?": "object",
};

const isAlike = (a: Kind, b: Kind): boolean => FAMILIES[a] === FAMILIES[b];
