// What a loop computes the same each time is computed once before it. Only what can be computed too
// early without harm moves: no checks, which would trap where the program did not, and loads only
// of what nothing in the loop may change.
//
// 1. A load that moves past a test may read something else than the program would have: of an
//    object of another class, the word there. Nobody uses it then; above all, nothing is loaded
//    from it, or from what is chosen among such words, as from an address.

import { Dominators } from "../ir/dominators";
import { Block, type Instruction, type IrFunction, type Load, type Value } from "../ir/function";
import { mapEdges, operandsOf } from "../ir/operands";
import { EFFECTS, mayChange } from "./effects";
import { type Loop, loopsOf } from "./loops";

export function hoistInvariants(ir: IrFunction): void {
  addPreheaders(ir);
  const dominators = new Dominators(ir);
  // Inner loops first: what leaves them may leave the outer ones too.
  const untested = new Set<Value>();
  for (const loop of loopsOf(dominators).reverse()) hoist(loop, dominators, untested);
}

/** Before each header, a block through which all ways into the loop lead. */
function addPreheaders(ir: IrFunction): void {
  const dominators = new Dominators(ir);
  for (const { header, blocks } of loopsOf(dominators)) {
    const outside = dominators.predecessorsOf(header).filter((block) => !blocks.has(block));
    const [only] = outside;
    if (outside.length === 1 && only?.terminator?.op === "jump") continue;
    if (outside.some(({ terminator }) => terminator?.op === "invoke")) continue;
    const before = new Block(ir.newId());
    before.parameters.push(...header.parameters.map((each) => ({ ...each, id: ir.newId() })));
    before.terminator = {
      op: "jump", at: header.terminator!.at, edge: { to: header, args: [...before.parameters] },
    };
    for (const block of new Set(outside)) {
      block.terminator = mapEdges(block.terminator!, ({ to, args }) => ({
        to: to === header ? before : to, args,
      }));
    }
    ir.blocks.splice(ir.blocks.indexOf(header), 0, before);
  }
}

/** `untested`: what has been loaded past a test, and what is computed from that. */
function hoist({ header, blocks }: Loop, dominators: Dominators, untested: Set<Value>): void {
  const before = dominators.predecessorsOf(header).find((block) => !blocks.has(block));
  if (before?.terminator?.op !== "jump") return;
  const inside = dominators.order.filter((block) => blocks.has(block));
  const made = new Set<Value>(
    inside.flatMap(({ parameters, instructions }) => [...parameters, ...instructions]));
  const changes = changesIn(inside);
  for (const block of inside) {
    const kept: Instruction[] = [];
    let isTested = block !== header;
    for (const instruction of block.instructions) {
      const isLoad = instruction.op === "load";
      const isOfUntested = operandsOf(instruction).some((each) => untested.has(each));
      if ((isLoad && isOfUntested) || !isInvariant(instruction, made, changes)) {
        if (instruction.op === "guard") isTested = true;
        kept.push(instruction);
        continue;
      }
      made.delete(instruction);
      if (isOfUntested || (isLoad && isTested)) untested.add(instruction);
      before.instructions.push(instruction);
    }
    block.instructions.splice(0, block.instructions.length, ...kept);
  }
}

type Changes = (load: Load) => boolean;

/** Whether something in these blocks may change what a load reads. */
function changesIn(blocks: readonly Block[]): Changes {
  const calls = blocks.some(({ terminator }) => terminator?.op === "invoke");
  const all = blocks.flatMap(({ instructions }) => instructions);
  return (load) => (calls && !load.invariant) || all.some((each) => mayChange(each, load));
}

function isInvariant(
  instruction: Instruction, made: ReadonlySet<Value>, changes: Changes,
): boolean {
  if (!EFFECTS[instruction.op].isMovable(instruction)) return false;
  if (operandsOf(instruction).some((each) => made.has(each))) return false;
  return instruction.op !== "load" || !changes(instruction);
}
