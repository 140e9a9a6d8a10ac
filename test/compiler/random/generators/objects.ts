// Objects: classes, interfaces, unions, records, tuples, closures, maps, sets, and what may be null.

import type { Generators } from "./generator";
import type { Scope, TypeName } from "../scope";

type Make = (type: TypeName) => string;

const mapOf = (s: Scope): string => (s.draws.chance(40) ? `fixedMap(${s.variable("map")})` : s.variable("map"));
const setOf = (s: Scope): string => (s.draws.chance(40) ? `fixedSet(${s.variable("set")})` : s.variable("set"));

export const NUMBER_OF_OBJECTS: Generators = {
  "map get": (s, e) => (s.draws.chance(5) ? `${mapOf(s)}.get(${e("number")} % 10)!` : `(${mapOf(s)}.get(${e("number")} % 10) ?? ${e("number")})`),
  "map of points": (s, e) => `(${s.variable("named")}.get(${e("string")})?.x ?? ${e("number")})`,
  sizes: (s) => `(${mapOf(s)}.size * 10 + ${setOf(s)}.size)`,
  field: (s, e) => `${e("point")}.${s.draws.pick(["x", "y"])}`,
  method: (_, e) => `${e("point")}.sum(${e("number")})`,
  getter: (_, e) => `${e("point")}.double`,
  "interface method": (_, e) => `${e("shape")}.area(${e("number")})`,
  "interface property": (_, e) => `${e("shape")}.size`,
  "beast's property": (_, e) => `${e("beast")}.weight`,
  "beast's method": (_, e) => `${e("beast")}.act(${e("number")})`,
  "static member": (s, e) => s.draws.pick(["Bear.LEGS", `Bear.legsOf(${e("number")})`, "Cub.LEGS", `Wolf.pack(${e("number")})`, `Animal.rank(${e("beast")})`]),
  "union's member": (s, e) => `((k: Item): number => (k.kind === "gap" ? k.width : k.text.length + ${s.draws.below(9)}))(${e("item")})`,
  "optional chain": (s, e) => `(maybe(${s.variable("maybe")})?.${s.draws.pick(["y", "double"])} ?? ${e("number")})`,
  "optional method": (s, e) => `(perhaps(${e("points")}.find((k) => k.x > ${s.variable("number")}))?.sum(${e("number")}) ?? ${e("number")})`,
  "non-null": (s, e) => { const q = s.variable("maybe"); return s.draws.chance(10) ? `maybe(${q})!.x` : `xOf(${q}, ${e("number")})`; },
  "tuple element": (_, e) => `${e("pair")}[0]`,
  "part of a record": (_, e) => `${e("entry")}.left`,
  closure: (_, e) => `(${e("closure")})(${e("number")})`,
  "immediate closure": (_, e) => `((k: number): number => k % 10007 * 2 + ${e("number")} % 10007)(${e("number")})`,
  "immediate function": (_, e) => `(function (k: number): number { return k % 10007 * 3; })(${e("number")})`,
  "stack's top": (s, e) => s.draws.pick([`${e("stack")}.top(${e("number")})`, `${e("stack")}.drop(${e("number")})`, `${e("stack")}.height`]),
  "stack of texts": (_, e) => `${e("stack")}.mapped((k) => \`\${k}!\`).top(${e("string")}).length`,
};

export const BOOLEAN_OF_OBJECTS: Generators = {
  has: (s, e) => (s.draws.chance(50) ? `${mapOf(s)}.has(${e("number")} % 10)` : `${setOf(s)}.has(${e("string")})`),
  instance: (_, e) => `(same(${e("point")}) instanceof Far)`,
  "beast's class": (s, e) => `(same(${e("beast")}) instanceof ${s.draws.pick(["Animal", "Bear", "Cub", "Wolf"])})`,
  null: (s) => `(maybe(${s.variable("maybe")}) ${s.draws.pick(["===", "!=="])} null)`,
  undefined: (s, e) => `(perhaps(${e("points")}.find((k) => k.y < ${s.variable("number")})) ${s.draws.pick(["===", "!=="])} undefined)`,
  identity: (s, e) => `(${s.variable("point")} ${s.draws.pick(["===", "!=="])} ${e("point")})`,
  kind: (s, e) => `(itemOf(${e("item")}).kind === "${s.draws.pick(["gap", "mark"])}")`,
};

const beast = (s: Scope, e: Make): string => s.draws.pick([
  `new Bear(${e("number")} % 10007)`, `new Cub(${e("number")} % 10007, ${e("string")}.slice(0, 9))`,
  `new Cub(${s.draws.below(9)})`, `new Wolf(${e("string")}.slice(0, 9))`,
]);

export const OBJECTS: Readonly<Record<
  "map" | "named" | "set" | "point" | "shape" | "item" | "beast" | "stack" | "entry" | "maybe" | "pair" | "closure", Generators
>> = {
  map: { new: () => "new Map<number, number>()", set: (_, e) => `new Map<number, number>().set(${e("number")} % 10, ${e("number")} % 10007)` },
  named: { new: () => "new Map<string, Point>()", set: (_, e) => `new Map<string, Point>().set(${e("string")}, ${e("point")})` },
  set: { new: () => "new Set<string>()", add: (_, e) => `new Set<string>().add(${e("string")}.slice(0, 20))` },
  point: {
    new: (s, e) => `new ${s.draws.pick(["Point", "Far"])}(${e("number")} % 10007, ${e("number")} % 10007)`,
    method: (s) => `${s.variable("point")}.moved(${s.draws.below(5)})`,
    default: (s, e) => `(maybe(${s.variable("maybe")}) ?? ${e("point")})`,
    "upwards": (_, e) => `(new Far(1, ${e("number")} % 10007) as Point)`,
    "of a map": (s, e) => `(${s.variable("named")}.get(${e("string")}) ?? ${e("point")})`,
    "of a list": (_, e) => `at(${e("points")}, ${e("number")}, ${e("point")})`,
    generic: (_, e) => `same(${e("point")})`,
  },
  shape: { disc: (_, e) => `new Disc(${e("number")} % 10007)`, tile: () => "new Tile()", generic: (_, e) => `same(${e("shape")})` },
  item: { gap: (_, e) => `itemOf(new Gap(${e("number")} % 10007))`, mark: (_, e) => `itemOf(new Mark(${e("string")}.slice(0, 20)))` },
  beast: {
    new: beast,
    young: (s, e) => `${s.variable("beast")}.young(${e("number")} % 10007)`,
    choice: (s, e) => `(${e("boolean")} ? ${s.variable("beast")} : ${e("beast")})`,
  },
  stack: {
    new: () => "new Stack<number>()",
    push: (s, e) => `${s.variable("stack")}.push(${e("number")}).push(${e("number")})`,
    mapped: (s, e) => `${s.variable("stack")}.mapped((k) => k % 1000 + ${e("number")} % 1000)`,
  },
  entry: {
    literal: (_, e) => `{ left: ${e("number")}, right: ${e("string")} }`,
    same: (_, e) => `same<Entry>(${e("entry")})`,
  },
  maybe: { null: () => "null", point: (_, e) => e("point"), choice: (_, e) => `(${e("boolean")} ? ${e("point")} : null)` },
  pair: { literal: (_, e) => `pairOf(${e("number")} % 10007, ${e("string")}.slice(0, 20))` },
  closure: {
    arrow: (s, e) => `(k: number): number => ((fuel -= 40) <= 0 ? 0 : (k + ${s.variable("number")} + ${e("number")}) % 10007)`,
    counting: (s) => `(k: number): number => { ${s.assignable("number")} += 1; return k % 10007; }`,
    function: (s) => `function (k: number): number { return (k * 3 + g${s.draws.pick(["number", "pair[0]"])}) % 10007; }`,
    choice: (_, e) => `(${e("boolean")} ? (${e("closure")}) : (${e("closure")}))`,
  },
};
