/** A program's classes, as its source has them, and two ways to number them. */
import { BUILT_IN } from "../../../formats/objects/layout";
import { numberClasses } from "../../../compiler/front/class-numbers";

export interface FamilyMember {
  readonly name: string;
  /** How many classes it is derived from. */
  readonly depth: number;
  readonly number: number;
  readonly lastHeir: number;
}

export const orders = ["as they stand in the source", "around the tree"] as const;
export type Order = (typeof orders)[number];

/** A base may stand behind its heirs, in another module. */
const source: readonly (readonly [name: string, base?: string])[] = [
  ["Square", "Rectangle"], ["Circle", "Ellipse"], ["Shape"], ["Book"], ["Triangle", "Polygon"], ["Ellipse", "Shape"],
  ["Rectangle", "Quadrilateral"], ["Error"], ["Quadrilateral", "Polygon"], ["NoSuchPage", "Error"], ["Polygon", "Shape"], ["Hexagon", "Polygon"],
];

const FIRST = BUILT_IN.length;
const at = (name: string): number => source.findIndex(([each]) => each === name);
const baseOf = (each: number): number | undefined => (source[each]?.[1] === undefined ? undefined : at(source[each][1]));
const depthOf = (each: number | undefined): number => (each === undefined ? -1 : depthOf(baseOf(each)) + 1);

const around = numberClasses(source.map((_, i) => baseOf(i)), FIRST);

/** The classes as a walk around the tree meets them, with their numbers. */
export function family(order: Order): readonly FamilyMember[] {
  return source
    .map(([name], i) => ({ name, depth: depthOf(i), walk: around[i]!.number, span: around[i]!.lastHeir - around[i]!.number, place: FIRST + i }))
    .sort((a, b) => a.walk - b.walk)
    .map(({ name, depth, walk, span, place }) => ({ name, depth, number: order === "around the tree" ? walk : place, lastHeir: walk + span }));
}

/** The numbers of a class and of all that is derived from it, ascending. */
export function numbersOf(name: string, members: readonly FamilyMember[]): readonly number[] {
  const from = members.findIndex((each) => each.name === name);
  const depth = members[from]?.depth ?? 0;
  const rest = members.slice(from + 1);
  const outside = rest.findIndex((each) => each.depth <= depth);
  const heirs = outside < 0 ? rest : rest.slice(0, outside);
  return [members[from]!, ...heirs].map(({ number }) => number).sort((a, b) => a - b);
}

/** Numbers on end, as [first, last]. */
export function ranges(numbers: readonly number[]): readonly (readonly [number, number])[] {
  return numbers.reduce<(readonly [number, number])[]>((found, each) => {
    const last = found.at(-1);
    return last !== undefined && last[1] + 1 === each ? [...found.slice(0, -1), [last[0], each]] : [...found, [each, each]];
  }, []);
}
