// What collectors have lost before, on the machine itself: freed memory is poisoned, so that
// whatever was freed too early is a wrong sum at least.

import { poisonFreedMemory } from "../../../src/unikernel/runtime/cells";
import { usedAfterCollection } from "../../../src/unikernel/runtime/collect";

class Node {
  next: Node | null;
  readonly value: number;

  constructor(next: Node | null, value: number) {
    this.next = next;
    this.value = value;
  }
}

const KIB = 1024;
const MIB = 1024 * KIB;

/** Allocates so much, and keeps nothing. */
function waste(bytes: number): void {
  for (let done = 0; done < bytes; done += 4 * KIB) new Uint8Array(4 * KIB - 64);
}

function list(length: number): Node | null {
  let head: Node | null = null;
  for (let i = 0; i < length; i++) head = new Node(head, i);
  return head;
}

function sum(list: Node | null): number {
  let total = 0;
  for (let at = list; at !== null; at = at.next) total += at.value;
  return total;
}

/** The list is known to one register of this function only, and then to the frame of a callee. */
function heldByRegister(): number {
  const head = list(1000);
  waste(3 * MIB);
  return sum(head);
}

/** Within the loop, only the address of the elements is needed: a pointer into the bytes. */
function heldByInteriorPointer(): number {
  const bytes = new Uint8Array(1000).fill(7);
  let total = 0;
  for (let i = 0; i < bytes.length; i++) {
    total += bytes[i]!;
    if (i % 500 === 0) waste(4 * MIB);
  }
  return total;
}

/** The same in an object of many pages: the pointer is to one of the last. */
function heldByFarPointer(): number {
  const bytes = new Uint8Array(40_000).fill(7).subarray(38_000);
  let total = 0;
  for (let i = 0; i < bytes.length; i++) {
    total += bytes[i]!;
    if (i === 1000) waste(4 * MIB);
  }
  return total;
}

/** More objects wait at once to be looked into than the collector's stack has room for: 2048. */
function many(): number {
  const pairs: Node[] = [];
  for (let i = 0; i < 5000; i++) pairs.push(new Node(new Node(null, i), 0));
  waste(4 * MIB);
  return pairs.reduce((total, pair) => total + pair.next!.value, 0);
}

/** By a closure, a map, an array in the image, a view that nobody looks into meanwhile. */
function heldByObjects(): number {
  const head = list(10);
  const closure = (): number => sum(head);
  const map = new Map<string, Node>();
  for (let i = 0; i < 100; i++) map.set(`${i}`, new Node(null, i));
  registry.push(new Node(list(20), 5));
  view = new Uint8Array(500).fill(3);
  waste(4 * MIB);
  let total = closure() + sum(registry[0]!) + view[499]!;
  for (const [name, node] of map) total += name.length + node.value;
  return total;
}

function cycles(count: number): void {
  for (let i = 0; i < count; i++) {
    const first = new Node(null, i);
    first.next = new Node(first, i);
  }
}

/** But for what the allocation that had to wait for the collector holds at the time. */
function isSame(used: number): boolean {
  return Math.abs(Number(usedAfterCollection()) - used) <= 8 * KIB;
}

/** It is in the image, and refers to the heap as soon as something is pushed. */
const registry: Node[] = [];
let view: Uint8Array | null = null;
let kept: Node | null = null;

export function start(): void {
  poisonFreedMemory(true);
  kept = list(30_000);
  console.log(`register ${heldByRegister()}`);
  console.log(`interior pointer ${heldByInteriorPointer()}`);
  console.log(`far pointer ${heldByFarPointer()}`);
  console.log(`list ${sum(kept)}`);
  kept = list(100);
  waste(4 * MIB);
  let used = Number(usedAfterCollection());
  console.log(`freed ${used < 64 * KIB}`);
  console.log(`many ${many()}`);
  console.log(`objects ${heldByObjects()}`);
  waste(4 * MIB);
  used = Number(usedAfterCollection());
  cycles(30_000);
  waste(4 * MIB);
  console.log(`cycles ${isSame(used)}`);
  const all: Node[] = [];
  for (;;) all.push(new Node(null, 0));
}
