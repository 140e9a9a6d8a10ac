// References that only a blocked stack knows: on the machine itself, since a simulation has no
// stacks. Freed memory is poisoned; every context is blocked while another one makes garbage.

import { poisonFreedMemory } from "../../../src/unikernel/runtime/cells";
import { collectionCount, usedAfterCollection } from "../../../src/unikernel/runtime/collect";
import {
  type Context, endContext, newContext, runningContext, switchTo,
} from "../../../src/unikernel/runtime/contexts";

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

/** The switch saves the register that has the list: behind it, nobody else knows it. */
function heldByRegister(main: Context): string {
  const head = list(1000);
  switchTo(main);
  return `register ${sum(head)}`;
}

/** As many lists at once as there are no registers for: some are in the frame. */
function heldByFrame(main: Context): string {
  const [a, b, c, d, e, f] = [list(10), list(20), list(30), list(40), list(50), list(60)];
  const [g, h, i, j, k, l] = [list(15), list(25), list(35), list(45), list(55), list(65)];
  switchTo(main);
  const early = sum(a) + sum(b) + sum(c) + sum(d) + sum(e) + sum(f);
  return `frame ${early + sum(g) + sum(h) + sum(i) + sum(j) + sum(k) + sum(l)}`;
}

/** Deep down, the list is in a frame far from where the stack is left. */
function heldDeep(main: Context, depth: number): string {
  const head = list(depth);
  const below = depth === 0 ? "deep" : heldDeep(main, depth - 1);
  if (depth === 0) switchTo(main);
  return depth % 10 === 0 ? `${below} ${sum(head)}` : below;
}

/** Only the address of the elements is needed within the loop. */
function heldByInteriorPointer(main: Context): string {
  const bytes = new Uint8Array(1000).fill(7);
  let total = 0;
  for (let i = 0; i < bytes.length; i++) {
    total += bytes[i]!;
    if (i === 500) switchTo(main);
  }
  return `interior pointer ${total}`;
}

function blocked(run: (main: Context) => string): Context {
  const main = runningContext();
  return newContext(32 * KIB, (): Context => {
    console.log(run(main));
    return main;
  });
}

function used(): number {
  waste(4 * MIB);
  return Number(usedAfterCollection());
}

/** What a context held that never goes on is garbage: 16 such lists fill half of the heap. */
function dropped(): void {
  const before = used();
  for (let i = 0; i < 16; i++) {
    const context = blocked((main) => {
      const head = list(4000);
      switchTo(main);
      return `never ${sum(head)}`;
    });
    switchTo(context);
    if (i === 0) console.log(`blocked ${used() - before > 100 * KIB}`);
    endContext(context);
  }
  // But for a context or two that this frame may still know: not even one of the lists.
  console.log(`dropped ${used() - before <= 100 * KIB}`);
}

/** While a context collects, the stack on which the program started is blocked. */
function heldByMain(): void {
  const head = list(1000);
  switchTo(blocked(() => {
    const before = collectionCount();
    waste(8 * MIB);
    return `collected ${collectionCount() > before}`;
  }));
  console.log(`main ${sum(head)}`);
}

export function start(): void {
  poisonFreedMemory(true);
  const all = [
    blocked(heldByRegister), blocked(heldByFrame), blocked((main) => heldDeep(main, 40)),
    blocked(heldByInteriorPointer),
  ];
  for (const each of all) switchTo(each);
  waste(8 * MIB);
  for (const each of all) switchTo(each);
  heldByMain();
  dropped();
  switchTo(all[0]!);
}
