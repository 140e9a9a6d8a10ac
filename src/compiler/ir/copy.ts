// Another function like this one: the optimizer changes its own copy, and inlining puts a callee's
// copy into the caller.

import { Block, type Instruction, IrFunction, type Parameter, type Value } from "./function";
import { mapEdges, replaceOperands, withOperands } from "./operands";

/** With the same names: v12 of the one is v12 of the other. */
export function copyFunction(ir: IrFunction): IrFunction {
  const copy = new IrFunction(ir.symbol, ir.title, ir.parameters, ir.at);
  copy.slots = ir.slots;
  copy.mayAllocate = ir.mayAllocate;
  copy.blocks.push(...copyBlocks(ir.blocks, new Map(), (id) => id));
  const most = copy.blocks.reduce(
    (most, { id, parameters, instructions }) =>
      [...parameters, ...instructions]
        .reduce((more, each) => Math.max(more, each.id), Math.max(most, id)),
    -1);
  for (let id = copy.newId(); id < most; id = copy.newId());
  return copy;
}

/**
 * The blocks anew, with the ids that `nameOf` gives for the old ones. A value that is in `values`
 * before, a function's parameter for instance, is replaced by what stands there.
 */
export function copyBlocks(
  blocks: readonly Block[], values: Map<Value, Value>, nameOf: (id: number) => number,
): Block[] {
  const copies = new Map(blocks.map((block) => [block, new Block(nameOf(block.id))]));
  for (const [block, copy] of copies) {
    for (const parameter of block.parameters) {
      const other: Parameter = { ...parameter, id: nameOf(parameter.id) };
      values.set(parameter, other);
      copy.parameters.push(other);
    }
    for (const instruction of block.instructions) {
      const other: Instruction = { ...instruction, id: nameOf(instruction.id) };
      values.set(instruction, other);
      copy.instructions.push(other);
    }
  }
  const valueOf = (value: Value): Value => values.get(value) ?? value;
  const blockOf = (block: Block): Block => copies.get(block) ?? block;
  for (const [{ terminator }, copy] of copies) {
    for (const instruction of copy.instructions) replaceOperands(instruction, valueOf);
    if (terminator === undefined) continue;
    const end = mapEdges(withOperands(terminator, valueOf), ({ to, args }) => ({
      to: blockOf(to), args,
    }));
    copy.terminator = end.op !== "invoke" ? end : {
      ...end, normal: blockOf(end.normal), handler: blockOf(end.handler),
    };
  }
  return [...copies.values()];
}
