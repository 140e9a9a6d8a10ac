// Allocation and collection: random graphs against a model of who reaches whom, and what has been
// the end of collectors before: cycles, deep lists, interior pointers, a stack of work that is full.

import { expect } from "chai";
import fc from "fast-check";
import { BODY, builtInClass, VIEW } from "../../../src/formats/objects/layout";
import { PowerOff } from "../../../src/host/metal/simulated-metal";
import { addressOf } from "../../../src/unikernel/metal/object";
import { allocate, allocateMany, newArrayOfReferences } from "../../../src/unikernel/runtime/allocate";
import { blockOf, elementAddress } from "../../../src/unikernel/runtime/block";
import { poisonFreedMemory, POISON } from "../../../src/unikernel/runtime/cells";
import { classOf } from "../../../src/unikernel/runtime/class-table";
import { collectionCount, usedAfterCollection } from "../../../src/unikernel/runtime/collect";
import { FREE, FREE_CLASS, kindOf, objectAround } from "../../../src/unikernel/runtime/heap";
import { newUint8Array, subarray } from "../../../src/unikernel/runtime/typed-arrays";
import { FIRST_OWN_CLASS, instanceClass, simulate, type Simulation } from "./simulated";

const KIB = 1 << 10;
const MIB = 1 << 20;

/** Six words: references in fields 0 and 1, and in the last, numbers between. */
const NODE = FIRST_OWN_CLASS;
/** 80 words, of which the last is a reference: its map has two words. */
const WIDE = FIRST_OWN_CLASS + 1;
const CLASSES = [
  instanceClass("Node", NODE, 6, [0, 1, 5]),
  instanceClass("Wide", WIDE, 80, [79]),
];
const REFERENCES = builtInClass("references");
const BYTES = builtInClass("bytes");

const field = (object: bigint, index: number): bigint => object + BigInt(BODY + 8 * index);

describe("the heap", () => {
  let simulation: Simulation;

  const begin = (heapBytes: number): void => {
    simulation = simulate(heapBytes, CLASSES);
    poisonFreedMemory(true);
  };
  const load = (address: bigint): bigint => simulation.metal.load(address, 8);
  const store = (address: bigint, word: bigint): void => { simulation.metal.store(address, 8, word); };
  const collect = (): void => { simulation.metal.collect(); };
  /** A variable of a module, or a word of the stack. */
  const root = (index: number): bigint => simulation.variables + BigInt(8 * index);
  const onStack = (index: number): bigint => simulation.stack + BigInt(8 * index);
  const node = (): bigint => allocate(NODE, 56);
  const isLive = (object: bigint): boolean => objectAround(object) === object;

  beforeEach(() => { begin(1 * MIB); });
  after(() => { poisonFreedMemory(false); });

  it("memory is zero when it is new, though it was used and poisoned before", () => {
    begin(64 * KIB);
    for (let i = 0; i < 200; i++) {
      const bytes = [8, 16, 24, 40, 1000, 2048, 2056, 4096, 20_000][i % 9]!;
      const object = allocateMany(BYTES, bytes - BODY, 1);
      const start = Number(object - simulation.metal.base);
      const body = simulation.metal.bytes.subarray(start + BODY, start + Math.ceil(bytes / 8) * 8);
      expect(body.every((byte) => byte === 0), `${i}: ${bytes}`).to.equal(true);
      body.fill(0xff);
    }
  });

  it("what nobody reaches is freed and poisoned", () => {
    const object = node();
    store(root(0), node());
    store(field(object, 3), 1234n);
    collect();
    expect(classOf(object)).to.equal(FREE_CLASS);
    expect(load(field(object, 3))).to.equal(POISON);
    store(root(0), 0n);
    collect();
    expect(kindOf(object & ~0xfffn)).to.equal(FREE);
  });

  const holders: readonly (readonly [what: string, hold: (object: bigint) => void])[] = [
    ["a variable", (object) => { store(root(7), object); }],
    ["a word of the stack", (object) => { store(onStack(100), object); }],
    ["a pointer into its middle, on the stack", (object) => { store(onStack(0), object + 29n); }],
    ["a pointer to its last byte", (object) => { store(onStack(0), object + 55n); }],
    ["a field of a live object", (object) => { const other = node(); store(root(0), other); store(field(other, 5), object); }],
    ["a field far behind", (object) => { const wide = allocate(WIDE, 648); store(root(0), wide); store(field(wide, 79), object); }],
    ["an element of an array", (object) => { const array = newArrayOfReferences(3); store(root(0), array); store(elementAddress(array, 2), object); }],
    ["an element of a large array", (object) => { const array = newArrayOfReferences(5000); store(root(0), array); store(elementAddress(array, 4999), object); }],
  ];
  for (const [what, hold] of holders) {
    it(`${what} keeps an object alive`, () => {
      const object = node();
      store(field(object, 3), 1234n);
      hold(object);
      collect();
      expect(isLive(object)).to.equal(true);
      expect(load(field(object, 3))).to.equal(1234n);
    });
  }

  it("a number in a field keeps nothing alive, even one that is an address", () => {
    const holder = node();
    store(root(0), holder);
    const object = node();
    store(field(holder, 3), object);
    collect();
    expect(isLive(object)).to.equal(false);
  });

  it("a view keeps its bytes, another view of them, and nothing else does", () => {
    const view = addressOf(newUint8Array(5000));
    const part = addressOf(subarray(newUint8Array(300), 200, 300));
    store(root(0), view);
    store(root(1), part);
    collect();
    const storage = [view, part].map((each) => load(each + BigInt(VIEW.storage)));
    expect(storage.map(isLive)).to.deep.equal([true, true]);
    store(root(0), 0n);
    collect();
    expect(storage.map(isLive)).to.deep.equal([false, true]);
  });

  it("a pointer into the last of many pages keeps a large object alive", () => {
    const block = allocateMany(REFERENCES, 4000, 8);
    store(onStack(1), block + 31_999n);
    collect();
    expect(isLive(block)).to.equal(true);
    expect(objectAround(block + 20_000n)).to.equal(block);
  });

  it("a cycle that nobody reaches is freed, and one that is reached lives", () => {
    const [a, b, c, d] = [node(), node(), node(), node()];
    for (const [from, to] of [[a, b], [b, a], [c, d], [d, c]] as const) store(field(from, 0), to);
    store(root(0), d);
    collect();
    expect([a, b, c, d].map(isLive)).to.deep.equal([false, false, true, true]);
  });

  it("a list of 100,000 nodes", function () {
    this.timeout(180_000);
    begin(8 * MIB);
    for (let i = 0; i < 100_000; i++) {
      const head = node();
      store(field(head, 5), load(root(0)));
      store(field(head, 2), BigInt(i));
      store(root(0), head);
    }
    collect();
    expect(usedAfterCollection()).to.equal(6_400_000n);
    let count = 0;
    for (let at = load(root(0)); at !== 0n; at = load(field(at, 5))) {
      expect(load(field(at, 2))).to.equal(BigInt(99_999 - count));
      count++;
    }
    expect(count).to.equal(100_000);
  });

  it("more objects at once than the stack of work holds: 1 MiB has 512 words for it", () => {
    const array = newArrayOfReferences(4000);
    store(root(0), array);
    for (let i = 0; i < 4000; i++) {
      const [outer, inner] = [node(), node()];
      store(field(outer, 0), inner);
      store(elementAddress(array, i), outer);
    }
    collect();
    for (let i = 0; i < 4000; i++) {
      const outer = load(elementAddress(array, i));
      expect(isLive(outer) && isLive(load(field(outer, 0)))).to.equal(true);
    }
    store(elementAddress(array, 17), 0n);
    collect();
    expect(usedAfterCollection()).to.equal(BigInt(2 * 3999 * 64 + 16 + 8 * 4096));
  });

  it("256 MiB in a heap of 4 MiB", function () {
    this.timeout(60_000);
    poisonFreedMemory(false);
    begin(4 * MIB);
    poisonFreedMemory(false);
    const before = collectionCount();
    for (let i = 0; i < 128 * KIB; i++) {
      const block = allocateMany(BYTES, 2048 - BODY, 1);
      if (i % 1000 === 0) store(root(Math.trunc(i / 1000)), block);
    }
    expect(collectionCount() - before).to.be.within(64, 100);
    collect();
    expect(usedAfterCollection()).to.equal(132n * 2048n);
  });

  it("a heap that is full of what is alive traps", () => {
    const array = newArrayOfReferences(20_000);
    store(root(0), array);
    expect(() => {
      for (let i = 0; i < 20_000; i++) store(elementAddress(array, i), node());
    }).to.throw(PowerOff);
    expect(simulation.metal.output).to.equal("trap: the heap is full\n");
  });

  it("pages of small objects become a large object, and the other way round", () => {
    for (let round = 0; round < 4; round++) {
      for (let i = 0; i < 15_000; i++) node();
      const large = allocateMany(BYTES, 900 * KIB, 1);
      expect(isLive(large)).to.equal(true);
    }
  });

  it("random graphs: nothing live is freed, all that is dead is", () => {
    const NODES = 60;
    const graph = fc.record({
      kinds: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: NODES, maxLength: NODES }),
      edges: fc.array(fc.tuple(fc.nat(NODES - 1), fc.nat(2), fc.nat(NODES - 1)), { maxLength: 150 }),
      roots: fc.array(fc.nat(NODES - 1), { maxLength: 4 }),
      cut: fc.array(fc.nat(149), { maxLength: 20 }),
    });
    fc.assert(fc.property(graph, ({ kinds, edges, roots, cut }) => {
      begin(256 * KIB);
      const objects = kinds.map((kind) => {
        if (kind === 0) return node();
        return kind === 1 ? newArrayOfReferences(3) : newArrayOfReferences(700);
      });
      const slot = (from: number, which: number): bigint => {
        const object = objects[from]!;
        return kinds[from] === 0 ? field(object, [0, 1, 5][which]!) : elementAddress(object, which);
      };
      const model = objects.map(() => new Map<number, number>());
      const connect = (from: number, which: number, to: number | undefined): void => {
        store(slot(from, which), to === undefined ? 0n : objects[to]!);
        if (to === undefined) model[from]!.delete(which);
        else model[from]!.set(which, to);
      };
      for (const [from, which, to] of edges) connect(from, which, to);
      roots.forEach((index, i) => { store(root(i), objects[index]!); });
      const check = (dead: ReadonlySet<number>): Set<number> => {
        const reached = new Set<number>();
        const visit = (index: number): void => {
          if (reached.has(index)) return;
          reached.add(index);
          model[index]!.forEach(visit);
        };
        roots.forEach(visit);
        objects.forEach((object, index) => {
          if (dead.has(index)) return;
          expect(isLive(object), `object ${index}`).to.equal(reached.has(index));
          if (reached.has(index) && kinds[index] !== 0) expect(isLive(blockOf(object))).to.equal(true);
        });
        reached.forEach((from) => model[from]!.forEach((to, which) => {
          expect(load(slot(from, which))).to.equal(objects[to]);
        }));
        return new Set([...objects.keys()].filter((index) => !reached.has(index)));
      };
      collect();
      const dead = check(new Set());
      for (const each of cut) {
        const [from, which] = edges[each] ?? [0, 0];
        if (!dead.has(from)) connect(from, which, undefined);
      }
      collect();
      check(dead);
    }), { numRuns: 60 });
  });
});
