// Whose upper half is looked at. A value whose users want only its lower 32 bits may be computed in
// a W register, and need not be extended first: that is most of what JavaScript's bitwise operators
// ask for.
//
// It starts from the hope that nobody looks, and follows what is seen: a value whose upper half is
// looked at wants the upper halves of what it is computed from.

import type { Instruction, IrFunction, Terminator, Value } from "../ir/function";
import { edgesOf, operandsOf, operandsOfTerminator } from "../ir/operands";
import { type BinaryOp, WIDTHS } from "../ir/operation";

/** The values of `ir` whose upper half somebody looks at. */
export function fullValues(ir: IrFunction): ReadonlySet<Value> {
  const full = new Set<Value>();
  const pending: Value[] = [];
  const look = (value: Value): void => {
    if (full.has(value)) return;
    full.add(value);
    pending.push(value);
  };
  for (const block of ir.blocks) {
    for (const instruction of block.instructions) alwaysLookedAt(instruction).forEach(look);
    if (block.terminator !== undefined) lookedAtByTerminator(block.terminator).forEach(look);
  }
  const given = argumentsOfParameters(ir);
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (value.op === "parameter") (given.get(value) ?? []).forEach(look);
    else passedOn(value).forEach(look);
  }
  return full;
}

/** What each block's parameters may be. */
function argumentsOfParameters(ir: IrFunction): Map<Value, Value[]> {
  const all = new Map<Value, Value[]>();
  for (const { terminator } of ir.blocks) {
    for (const { to, args } of terminator === undefined ? [] : edgesOf(terminator)) {
      to.parameters.forEach((parameter, i) => {
        const known = all.get(parameter);
        if (known === undefined) all.set(parameter, [args[i]!]);
        else known.push(args[i]!);
      });
    }
  }
  return all;
}

/** Of some operators the lower half depends on lower halves alone; of shifts' counts, always. */
const LOOKED_AT: Readonly<Record<BinaryOp, "neither" | "a" | "both">> = {
  add: "neither", sub: "neither", mul: "neither", and: "neither", or: "neither", xor: "neither",
  shl: "neither", lshr: "a", ashr: "a",
  smulh: "both", umulh: "both", sdiv: "both", udiv: "both",
};

/** The operands whose upper half is looked at, whatever becomes of the result. */
function alwaysLookedAt(instruction: Instruction): readonly Value[] {
  switch (instruction.op) {
    case "binary": {
      const { operator, a, b } = instruction;
      return { neither: [], a: [a], both: [a, b] }[LOOKED_AT[operator]];
    }
    case "unary": return /^[sz]ext/.test(instruction.operator) ? [] : [instruction.a];
    case "select": return [instruction.a, instruction.b];
    case "store": {
      const { width, base, value } = instruction;
      return WIDTHS[width].bytes === 8 ? [base, value] : [base];
    }
    default: return operandsOf(instruction);
  }
}

/** An argument of an edge is looked at where the parameter is. */
function lookedAtByTerminator(terminator: Terminator): readonly Value[] {
  switch (terminator.op) {
    case "branch": return [terminator.a, terminator.b];
    case "return": case "invoke": return operandsOfTerminator(terminator);
    case "jump": case "trap": case "unreachable": return [];
  }
}

/** The operands on whose upper half the upper half of the result depends. */
function passedOn(instruction: Instruction): readonly Value[] {
  switch (instruction.op) {
    case "binary": {
      const { operator, a, b } = instruction;
      if (operator === "and" && (isHalf(a) || isHalf(b))) return [];
      return operator === "shl" || operator === "lshr" || operator === "ashr" ? [a] : [a, b];
    }
    case "select": return [instruction.then, instruction.otherwise];
    default: return [];
  }
}

const isHalf = (value: Value): boolean => value.op === "constant" && value.value < 2n ** 32n;
