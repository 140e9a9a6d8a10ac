// Computes at compile time what is known then, and puts simpler operations in the place of others
// that mean the same. The rules are in the tables beside: fold-binary.ts, fold-unary.ts.

import type { Instruction, IrFunction, Value } from "../ir/function";
import { BINARY, UNARY } from "../ir/operation";
import { isSafe } from "../ir/safe-integer";
import { simplifyCondition } from "./condition";
import { BINARY_RULES } from "./fold-binary";
import type { OptimizerParts } from "./parts";
import { UNARY_RULES } from "./fold-unary";
import { type Emitter, rewrite, type Verdict } from "./rewriting";

export function fold(ir: IrFunction, parts: Partial<OptimizerParts> = {}): void {
  const compute = parts.fold ?? computed;
  while (rewrite(ir, (instruction, emitter) => simplify(instruction, emitter, compute)));
  for (const block of ir.blocks) {
    const { terminator } = block;
    if (terminator?.op !== "branch") continue;
    const simple = simplifyCondition(terminator);
    if (simple === undefined) continue;
    if (typeof simple !== "boolean") block.terminator = { ...terminator, ...simple };
    else {
      const edge = simple ? terminator.then : terminator.otherwise;
      block.terminator = { op: "jump", edge, at: terminator.at };
    }
  }
}

/** What an operation makes of constants. */
const computed: OptimizerParts["fold"] = (operator, a, b) => BINARY[operator](a, b);

function simplify(
  instruction: Instruction, emitter: Emitter, compute: OptimizerParts["fold"],
): Verdict {
  switch (instruction.op) {
    case "binary": {
      const { a, b, operator, kind } = instruction;
      if (a.op === "constant" && b.op === "constant") {
        return emitter.constant(compute(operator, a.value, b.value), kind);
      }
      return firstOf(BINARY_RULES[operator], instruction, emitter);
    }
    case "unary": {
      const { a, operator, kind } = instruction;
      if (a.op === "constant") return emitter.constant(UNARY[operator](a.value), kind);
      return firstOf(UNARY_RULES[operator], instruction, emitter);
    }
    case "compare": return simplifyCompare(instruction, emitter);
    case "select": return simplifySelect(instruction, emitter);
    case "guard": {
      const simple = simplifyCondition(instruction);
      if (simple === undefined || simple === false) return "keep";
      if (simple === true) return "drop";
      emitter.emit({ ...instruction, ...simple });
      return "drop";
    }
    case "safe": {
      const { a } = instruction;
      const isKnown = a.op === "safe" || (a.op === "constant" && isSafe(a.value));
      return isKnown ? a : "keep";
    }
    case "non-null": return instruction.a.kind === "ref" ? instruction.a : "keep";
    default: return "keep";
  }
}

type Rule<T> = (instruction: T, emitter: Emitter) => Value | undefined;

function firstOf<T>(rules: readonly Rule<T>[], instruction: T, emitter: Emitter): Verdict {
  for (const rule of rules) {
    const value = rule(instruction, emitter);
    if (value !== undefined) return value;
  }
  return "keep";
}

function simplifyCompare(
  instruction: Extract<Instruction, { op: "compare" }>, emitter: Emitter,
): Verdict {
  const simple = simplifyCondition(instruction);
  if (simple === undefined) {
    const { comparison, a, b } = instruction;
    const isItself = comparison === "ne" && a.kind === "boolean" && b.op === "constant";
    return isItself && b.value === 0n ? a : "keep";
  }
  if (typeof simple === "boolean") return emitter.constant(simple ? 1n : 0n, "boolean");
  return emitter.emit({ ...instruction, ...simple });
}

function simplifySelect(
  instruction: Extract<Instruction, { op: "select" }>, emitter: Emitter,
): Verdict {
  const { then, otherwise } = instruction;
  if (then === otherwise) return then;
  const simple = simplifyCondition(instruction);
  if (typeof simple === "boolean") return simple ? then : otherwise;
  const now = { ...instruction, ...simple };
  if (instruction.kind === "boolean" && then.op === "constant" && otherwise.op === "constant") {
    const { comparison, a, b } = now;
    if (then.value === 1n) {
      return emitter.emit({ op: "compare", kind: "boolean", comparison, a, b } as const);
    }
  }
  return simple === undefined ? "keep" : emitter.emit(now);
}
