// Takes out what nothing needs: blocks that are not reached, parameters and instructions whose
// value goes nowhere. Whoever traps, writes or calls is needed; so is, from there on, whatever it
// is computed from.

import { Dominators } from "../ir/dominators";
import type { Block, Instruction, IrFunction, Parameter, Terminator, Value } from "../ir/function";
import { edgesOf, mapEdges, operandsOf, operandsOfTerminator } from "../ir/operands";
import { EFFECTS } from "./effects";

export function removeDeadCode(ir: IrFunction): void {
  removeUnreached(ir);
  const needed = neededValues(ir);
  for (const block of ir.blocks) {
    keep(block.instructions, (each) => needed.has(each));
    block.terminator = withoutDeadArguments(block.terminator!, needed);
  }
  for (const block of ir.blocks) {
    if (takesArguments(block, ir)) keep(block.parameters, (each) => needed.has(each));
  }
}

export function removeUnreached(ir: IrFunction): void {
  const dominators = new Dominators(ir);
  keep(ir.blocks, (block) => dominators.isReached(block));
}

function keep<T>(list: T[], isKept: (each: T) => boolean): void {
  const kept = list.filter(isKept);
  if (kept.length < list.length) list.splice(0, list.length, ...kept);
}

function neededValues(ir: IrFunction): Set<Value> {
  const needed = new Set<Value>();
  const waiting: Value[] = [];
  const need = (value: Value): void => {
    if (needed.has(value)) return;
    needed.add(value);
    waiting.push(value);
  };
  const incoming = argumentsOf(ir);
  for (const { instructions, terminator } of ir.blocks) {
    for (const each of instructions) if (isEffective(each)) need(each);
    for (const each of operandsOfTerminator(withoutArguments(terminator!))) need(each);
  }
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    const from = value.op === "parameter" ? incoming.get(value) ?? [] : operandsOf(value);
    from.forEach(need);
  }
  return needed;
}

/** Whether it is needed for what it does, and not for its value. */
function isEffective(instruction: Instruction): boolean {
  return !EFFECTS[instruction.op].isRemovable(instruction);
}

/** What the edges bring each parameter. */
function argumentsOf(ir: IrFunction): Map<Parameter, Value[]> {
  const incoming = new Map<Parameter, Value[]>();
  for (const { terminator } of ir.blocks) {
    for (const { to, args } of edgesOf(terminator!)) {
      to.parameters.forEach((parameter, i) => {
        const values = incoming.get(parameter);
        if (values === undefined) incoming.set(parameter, [args[i]!]);
        else values.push(args[i]!);
      });
    }
  }
  return incoming;
}

const withoutArguments = (terminator: Terminator): Terminator =>
  mapEdges(terminator, ({ to }) => ({ to, args: [] }));

function withoutDeadArguments(terminator: Terminator, needed: ReadonlySet<Value>): Terminator {
  return mapEdges(terminator, ({ to, args }) => ({
    to, args: args.filter((_, i) => needed.has(to.parameters[i]!)),
  }));
}

/** Blocks that an invoke goes on at get what they get, needed or not. */
function takesArguments(block: Block, ir: IrFunction): boolean {
  return block.parameters.length > 0 && !ir.blocks.some(({ terminator }) =>
    terminator?.op === "invoke" && [terminator.normal, terminator.handler].includes(block));
}
