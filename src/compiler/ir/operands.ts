// Which fields of an instruction and of a terminator are values: one table, from which everything
// that follows or replaces uses is made.
//
// 1. An instruction is the name of its result, so its operands are replaced in place. A terminator
//    is nobody's operand: a new one takes its place.

import type { Block, Edge, Instruction, Terminator, Value } from "./function";

type Made<Op extends Instruction["op"]> = Extract<Instruction, { readonly op: Op }>;
type Operand<T> = {
  [F in keyof T]-?: T[F] extends Value | readonly Value[] ? F : never
}[keyof T];

const OPERANDS: { readonly [Op in Instruction["op"]]: readonly Operand<Made<Op>>[] } = {
  "constant":      [],
  "symbol":        [],
  "binary":        ["a", "b"],
  "unary":         ["a"],
  "compare":       ["a", "b"],
  "select":        ["a", "b", "then", "otherwise"],
  "load":          ["base"],
  "store":         ["base", "value"],
  "slot load":     [],
  "slot store":    ["value"],
  "call":          ["args"],
  "call indirect": ["code", "args"],
  "guard":         ["a", "b"],
  "safe":          ["a"],
  "non-null":      ["a"],
  "machine":       ["args"],
  "special":       [],
};

/** An instruction's fields, as the table above may name them. */
type Fields = Record<string, Value | readonly Value[]>;

export function operandsOf(instruction: Instruction): Value[] {
  const fields = instruction as unknown as Fields;
  return OPERANDS[instruction.op].flatMap((name: string) => fields[name] ?? []);
}

/** Puts `replace` of it into each operand's place. */
export function replaceOperands(instruction: Instruction, replace: (value: Value) => Value): void {
  const fields = instruction as unknown as Fields;
  for (const name of OPERANDS[instruction.op] as readonly string[]) {
    const operand = fields[name]!;
    fields[name] = isList(operand) ? operand.map(replace) : replace(operand);
  }
}

const isList = (operand: Value | readonly Value[]): operand is readonly Value[] =>
  Array.isArray(operand);

/** What a terminator reads, the arguments of its edges last. */
export function operandsOfTerminator(terminator: Terminator): Value[] {
  const edges = edgesOf(terminator).flatMap(({ args }) => args);
  switch (terminator.op) {
    case "branch": return [terminator.a, terminator.b, ...edges];
    case "return": return terminator.value === undefined ? [] : [terminator.value];
    case "invoke": {
      const { callee, args } = terminator;
      return typeof callee === "string" ? [...args] : [callee, ...args];
    }
    case "jump": case "trap": case "unreachable": return edges;
  }
}

/** The terminator with `replace` of each operand in its place. */
export function withOperands(
  terminator: Terminator, replace: (value: Value) => Value,
): Terminator {
  const mapped = mapEdges(terminator, ({ to, args }) => ({ to, args: args.map(replace) }));
  switch (mapped.op) {
    case "branch": return { ...mapped, a: replace(mapped.a), b: replace(mapped.b) };
    case "return": return mapped.value === undefined ? mapped : {
      ...mapped, value: replace(mapped.value),
    };
    case "invoke": {
      const { callee, args } = mapped;
      return {
        ...mapped, args: args.map(replace),
        callee: typeof callee === "string" ? callee : replace(callee),
      };
    }
    case "jump": case "trap": case "unreachable": return mapped;
  }
}

/** The edges that carry arguments: those of a jump or a branch. */
export function edgesOf(terminator: Terminator): readonly Edge[] {
  switch (terminator.op) {
    case "jump": return [terminator.edge];
    case "branch": return [terminator.then, terminator.otherwise];
    case "return": case "trap": case "unreachable": case "invoke": return [];
  }
}

/** The terminator with `change` of each edge in its place. */
export function mapEdges(terminator: Terminator, change: (edge: Edge) => Edge): Terminator {
  switch (terminator.op) {
    case "jump": return { ...terminator, edge: change(terminator.edge) };
    case "branch": {
      const { then, otherwise } = terminator;
      return { ...terminator, then: change(then), otherwise: change(otherwise) };
    }
    case "return": case "trap": case "unreachable": case "invoke": return terminator;
  }
}

/** Where control goes on from here; a block twice, if two ways lead to it. */
export function successorsOf({ terminator }: Block): readonly Block[] {
  if (terminator === undefined) return [];
  if (terminator.op === "invoke") return [terminator.normal, terminator.handler];
  return edgesOf(terminator).map(({ to }) => to);
}
