// Straightens a function's ways. What is passed to a block always the same is no parameter; a block
// behind its only predecessor joins it; a block that only jumps on is jumped over; who knows how a
// branch will go goes there at once; and a branch whose two ways meet at once is a selection.

import { Dominators } from "../ir/dominators";
import type { Block, Edge, IrFunction, Value } from "../ir/function";
import { edgesOf, mapEdges, operandsOf, operandsOfTerminator } from "../ir/operands";
import { simplifyCondition } from "./condition";
import { removeUnreached } from "./dead-code";
import { Emitter, Replacements } from "./rewriting";

export function straighten(ir: IrFunction): void {
  removeUnreached(ir);
  for (let changed = true; changed;) {
    changed = false;
    for (const step of [removeSameParameters, jumpOver, selectInstead, joinBlocks]) {
      if (step(ir)) changed = true;
    }
    if (changed) removeUnreached(ir);
  }
}

/** The edges that lead to each block; none for those that an invoke goes on at. */
function incomingEdges(ir: IrFunction): Map<Block, Edge[]> {
  const incoming = new Map<Block, Edge[]>();
  for (const { terminator } of ir.blocks) {
    for (const edge of edgesOf(terminator!)) {
      const edges = incoming.get(edge.to);
      if (edges === undefined) incoming.set(edge.to, [edge]);
      else edges.push(edge);
    }
  }
  return incoming;
}

/** Of a parameter whose arguments are one value, or itself, that value takes the place. */
function removeSameParameters(ir: IrFunction): boolean {
  const replacements = new Replacements();
  const gone = new Map<Block, ReadonlySet<number>>();
  for (const [block, edges] of incomingEdges(ir)) {
    const indexes = new Set<number>();
    block.parameters.forEach((parameter, i) => {
      const values = new Set(edges.map(({ args }) => replacements.resolve(args[i]!)));
      values.delete(parameter);
      const [only] = values;
      if (only === undefined || values.size > 1) return;
      replacements.set(parameter, only);
      indexes.add(i);
    });
    if (indexes.size > 0) gone.set(block, indexes);
  }
  if (gone.size === 0) return false;
  for (const block of ir.blocks) {
    block.terminator = mapEdges(block.terminator!, ({ to, args }) => ({
      to, args: args.filter((_, i) => gone.get(to)?.has(i) !== true),
    }));
  }
  for (const [block, indexes] of gone) {
    const kept = block.parameters.filter((_, i) => !indexes.has(i));
    block.parameters.splice(0, block.parameters.length, ...kept);
  }
  replacements.apply(ir);
  return true;
}

/** A block and the only one from which control comes to it are one. */
function joinBlocks(ir: IrFunction): boolean {
  const replacements = new Replacements();
  const dominators = new Dominators(ir);
  const gone = new Set<Block>();
  for (const block of dominators.order) {
    if (gone.has(block)) continue;
    for (let end = block.terminator; end?.op === "jump"; end = block.terminator) {
      const { to, args } = end.edge;
      if (to === block || dominators.predecessorsOf(to).length > 1) break;
      to.parameters.forEach((parameter, i) => { replacements.set(parameter, args[i]!); });
      block.instructions.push(...to.instructions);
      block.terminator = to.terminator;
      gone.add(to);
    }
  }
  if (gone.size === 0) return false;
  ir.blocks.splice(0, ir.blocks.length, ...ir.blocks.filter((block) => !gone.has(block)));
  replacements.apply(ir);
  return true;
}

/** Whether an edge into a block can go on at once to where the block would send it. */
function jumpOver(ir: IrFunction): boolean {
  const dominators = new Dominators(ir);
  const outside = usedOutside(ir);
  let isChanged = false;
  for (const block of ir.blocks) {
    block.terminator = mapEdges(block.terminator!, (edge) => {
      if (edge.to === block || !isPassage(edge.to, outside, dominators)) return edge;
      const next = edgeOn(edge);
      if (next === undefined || next.to === edge.to) return edge;
      isChanged = true;
      return next;
    });
  }
  return isChanged;
}

/** A block that computes nothing anybody else uses, and is no loop's header. */
function isPassage(block: Block, outside: ReadonlySet<Value>, dominators: Dominators): boolean {
  const { instructions, parameters } = block;
  return instructions.every(({ op }) => op === "constant")
    && [...instructions, ...parameters].every((each) => !outside.has(each))
    && dominators.predecessorsOf(block).every((each) => !dominators.dominates(block, each));
}

function edgeOn({ to: { parameters, terminator, instructions }, args }: Edge): Edge | undefined {
  const given = (value: Value): Value => {
    const index = parameters.findIndex((each) => each === value);
    return index < 0 ? value : args[index]!;
  };
  const passed = (edge: Edge): Edge | undefined => {
    const isMade = edge.args.some((each) => instructions.some((other) => other === each));
    return isMade ? undefined : { to: edge.to, args: edge.args.map(given) };
  };
  if (terminator?.op === "jump") return passed(terminator.edge);
  if (terminator?.op !== "branch") return undefined;
  const { comparison, a, b, then, otherwise } = terminator;
  const known = simplifyCondition({ comparison, a: given(a), b: given(b) });
  return typeof known === "boolean" ? passed(known ? then : otherwise) : undefined;
}

/** So many selections cost less than a branch. */
const FEW = 2;

/** A branch to one block with other arguments: the arguments are chosen, and there is one way. */
function selectInstead(ir: IrFunction): boolean {
  let isChanged = false;
  for (const block of ir.blocks) {
    const { terminator } = block;
    if (terminator?.op !== "branch" || terminator.then.to !== terminator.otherwise.to) continue;
    const { comparison, a, b, then, otherwise, at } = terminator;
    if (then.args.filter((each, i) => each !== otherwise.args[i]).length > FEW) continue;
    const emitter = new Emitter(ir, at);
    const args = then.args.map((each, i) => (each === otherwise.args[i] ? each : emitter.emit({
      op: "select", kind: then.to.parameters[i]!.kind, comparison, a, b,
      then: each, otherwise: otherwise.args[i]!,
    } as const)));
    block.instructions.push(...emitter.made);
    block.terminator = { op: "jump", edge: { to: then.to, args }, at };
    isChanged = true;
  }
  return isChanged;
}

/** What is used in another block than where it is made. */
function usedOutside(ir: IrFunction): Set<Value> {
  const outside = new Set<Value>();
  for (const { parameters, instructions, terminator } of ir.blocks) {
    const inside = new Set<Value>([...parameters, ...instructions]);
    for (const value of [
      ...instructions.flatMap(operandsOf), ...operandsOfTerminator(terminator!),
    ]) {
      if (!inside.has(value)) outside.add(value);
    }
  }
  return outside;
}
