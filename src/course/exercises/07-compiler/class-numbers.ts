import type { ClassNumbers, FrontParts } from "../../../compiler/front/parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { showPlain } from "../plain";
import { Wrong } from "../wrong";

type NumberClasses = FrontParts["numberClasses"];
type Bases = Parameters<NumberClasses>[0];

/** Brothers may come in any order. */
function caseOf(bases: Bases, first: number, why?: string): Case<NumberClasses> {
  const accept = (answer: unknown): void => {
    const wrong = mistakeIn(answer, bases, first);
    if (wrong !== undefined) throw new Wrong(wrong);
  };
  return { args: [bases, first], want: reference(bases, first), ...(why !== undefined && { why }), accept };
}

function isDerived(bases: Bases, heir: number, from: number): boolean {
  for (let each: number | undefined = heir; each !== undefined; each = bases[each]) if (each === from) return true;
  return false;
}

/** A class's number is how many come before it: those before its base's other heirs, and so on. */
function reference(bases: Bases, first: number): ClassNumbers[] {
  const order: number[] = [];
  const add = (base: number | undefined): void => {
    bases.forEach((each, i) => {
      if (each !== base) return;
      order.push(i);
      add(i);
    });
  };
  add(undefined);
  return bases.map((_, i) => {
    const number = first + order.indexOf(i);
    return { number, lastHeir: number + order.filter((each) => isDerived(bases, each, i)).length - 1 };
  });
}

function mistakeIn(answer: unknown, bases: Bases, first: number): string | undefined {
  if (!Array.isArray(answer) || answer.length !== bases.length) return `it is no list of ${bases.length} rows`;
  const rows = answer as readonly Partial<ClassNumbers>[];
  const used = new Set<unknown>();
  for (const [i, row] of rows.entries()) {
    const { number, lastHeir } = row;
    if (typeof number !== "number" || typeof lastHeir !== "number") return `row ${i} is not { number, lastHeir }`;
    if (!Number.isInteger(number) || number < first || number >= first + bases.length) return `class ${i} has the number ${number}`;
    if (used.has(number)) return `two classes have the number ${number}`;
    used.add(number);
  }
  for (const i of bases.keys()) {
    const { number = 0, lastHeir = 0 } = rows[i]!;
    const other = bases.findIndex((_, j) => isDerived(bases, j, i) !== (rows[j]!.number! >= number && rows[j]!.number! <= lastHeir));
    if (other >= 0) return `by the numbers, class ${other} is ${isDerived(bases, other, i) ? "not " : ""}derived from class ${i}`;
    if (lastHeir >= first + bases.length) return `class ${i} has an heir ${lastHeir}, which is no class`;
  }
  return undefined;
}

const _ = undefined;

const TELLING: readonly (readonly [bases: Bases, first: number, why: string])[] = [
  [[], 15, "no classes"],
  [[_], 15, "one"],
  [[_, _], 0, "two that have nothing to do with each other"],
  [[_, 0], 15, "one derived from the other"],
  [[_, 0, 0], 15, "two heirs"],
  [[_, 0, 1, 2], 3, "four, each derived from the one before"],
  [[_, _, 0, 1], 15, "two families, mixed: numbers in the list's order do not do"],
  [[_, 0, _, 1, 0], 15, "the heir of an heir comes before the other heir"],
  [[1, _], 15, "a base behind its heir"],
  [[2, 0, _, 0], 15, "a base behind all of its heirs"],
  [[_, 0, 0, 1, 1, 2, 2], 20, "a tree of seven, by levels"],
];

function drawBases(draw: Draw): Case<NumberClasses> {
  const count = draw.between(1, 14);
  const tree = Array.from({ length: count }, (__, i) => (i === 0 || draw.below(5) === 0 ? undefined : draw.below(i)));
  const places = draw.bits(1) === 1 ? draw.shuffle([...tree.keys()]) : [...tree.keys()];
  const bases: (number | undefined)[] = tree.map(() => undefined);
  tree.forEach((base, i) => { bases[places[i]!] = base === undefined ? undefined : places[base]!; });
  return caseOf(bases, draw.between(0, 30));
}

export const classNumbers: Trial<NumberClasses> = {
  show: {
    call: (bases, first) => `numberClasses([${bases.map((base, i) => (base === undefined ? `${i}` : `${i} extends ${base}`)).join(", ")}], ${first})`,
    answer: (answer) => (Array.isArray(answer) ? answer.map((row: Partial<ClassNumbers>, i) => `${i}: ${showPlain(row.number)}..${showPlain(row.lastHeir)}`).join(", ") : showPlain(answer)),
  },
  properties: [
    { title: "has a class's heirs follow it", cases: () => TELLING.map((row) => caseOf(...row)) },
    { title: "numbers any tree", cases: (draw) => draw.times(300, () => drawBases(draw)) },
  ],
};
