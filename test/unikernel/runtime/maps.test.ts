// Map and Set against Node's own, on random sequences of operations, with changes while somebody
// iterates.

import { expect } from "chai";
import fc from "fast-check";
import { KernelMap, KernelSet, type MapCursor } from "../../../src/unikernel/runtime/maps";
import { PowerOff } from "../../../src/host/metal/simulated-metal";
import { simulate } from "./simulated";

const MIB = 1 << 20;

type Step<K> =
  | { readonly do: "set" | "delete" | "look"; readonly key: K }
  | { readonly do: "clear" | "iterate" | "next" };

const steps = <K>(key: fc.Arbitrary<K>): fc.Arbitrary<Step<K>[]> => fc.array(fc.oneof(
  { weight: 12, arbitrary: key.map((k): Step<K> => ({ do: "set", key: k })) },
  { weight: 9, arbitrary: key.map((k): Step<K> => ({ do: "delete", key: k })) },
  { weight: 4, arbitrary: key.map((k): Step<K> => ({ do: "look", key: k })) },
  { weight: 1, arbitrary: fc.constant<Step<K>>({ do: "iterate" }) },
  { weight: 8, arbitrary: fc.constant<Step<K>>({ do: "next" }) },
  { weight: 1, arbitrary: fc.constant<Step<K>>({ do: "clear" }) },
), { maxLength: 300, size: "max" });

const contents = <K>(map: KernelMap<K, number>): [K, number][] => {
  const found: [K, number][] = [];
  map.forEach((value, key) => { found.push([key, value]); });
  return found;
};

/** The same steps with ours and with Node's. An iterator lives on while the map changes. */
function follow<K>(all: readonly Step<K>[]): void {
  const ours = new KernelMap<K, number>();
  const nodes = new Map<K, number>();
  let cursor: MapCursor<K, number> | undefined;
  let iterator: MapIterator<[K, number]> | undefined;
  all.forEach((step, value) => {
    switch (step.do) {
      case "set": ours.set(step.key, value); nodes.set(step.key, value); break;
      case "delete": expect(ours.delete(step.key)).to.equal(nodes.delete(step.key)); break;
      case "look":
        expect(ours.has(step.key)).to.equal(nodes.has(step.key));
        expect(ours.get(step.key)).to.equal(nodes.get(step.key) ?? null);
        break;
      case "clear": ours.clear(); nodes.clear(); break;
      case "iterate": cursor = ours.cursor(); iterator = nodes.entries(); break;
      case "next": {
        if (cursor === undefined || iterator === undefined) break;
        const next = iterator.next();
        expect(cursor.next()).to.equal(next.done !== true);
        if (next.done === true) cursor = iterator = undefined;
        else expect([cursor.key, cursor.value]).to.deep.equal(next.value);
      }
    }
    expect(ours.size).to.equal(nodes.size);
  });
  expect(contents(ours)).to.deep.equal([...nodes]);
}

const objects = Array.from({ length: 40 }, (_, n) => ({ n }));
const collisions = fc.constantFrom(...Array.from({ length: 40 }, (_, n) => n * 2 ** 20));

describe("maps of the runtime", () => {
  before(() => { simulate(4 * MIB); });

  const kinds: readonly (readonly [name: string, law: () => void])[] = [
    ["small numbers", () => fc.assert(fc.property(steps(fc.integer({ min: -20, max: 20 })), follow))],
    ["any numbers", () => fc.assert(fc.property(steps(fc.maxSafeInteger()), follow))],
    ["numbers that differ high up", () => fc.assert(fc.property(steps(collisions), follow))],
    ["words", () => fc.assert(fc.property(steps(fc.bigInt({ min: 0n, max: 99n }).map((n) => (n << 57n)
      & 0xffff_ffff_ffff_ffffn)), follow))],
    ["truths", () => fc.assert(fc.property(steps(fc.boolean()), follow))],
    ["strings, by content", () => fc.assert(fc.property(
      steps(fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 4 })), follow))],
    ["objects, by identity", () => fc.assert(fc.property(steps(fc.constantFrom(...objects)), follow))],
  ];
  for (const [name, law] of kinds) it(`with ${name} as keys`, law);

  it("-0 is 0", () => {
    expect(new KernelMap<number, string>().set(-0, "zero").get(0)).to.equal("zero");
  });

  it("what is not there traps where it must be", () => {
    const { metal } = simulate(4 * MIB);
    expect(() => new KernelMap<number, number>().getOrTrap(1)).to.throw(PowerOff);
    expect(metal.output).to.equal("trap: a key is not in the map\n");
  });

  it("a queue of 100,000 stays small: add behind, delete in front", () => {
    const map = new KernelMap<number, number>();
    for (let n = 0; n < 100_000; n++) {
      map.set(n, n);
      if (n >= 10) {
        const cursor = map.cursor();
        cursor.next();
        expect(map.delete(cursor.key)).to.equal(true);
      }
    }
    expect(contents(map).map(([key]) => key)).to.deep.equal(
      Array.from({ length: 10 }, (_, i) => 99_990 + i));
  });

  it("a set is in the order in which its elements came", () => {
    const set = new KernelSet<string>();
    for (const each of ["b", "a", "b", "c"]) set.add(each);
    set.delete("a");
    set.add("a");
    const found: string[] = [];
    set.forEach((each) => { found.push(each); });
    expect(found).to.deep.equal(["b", "c", "a"]);
    expect([set.has("a"), set.has("d"), set.size]).to.deep.equal([true, false, 3]);
  });
});
