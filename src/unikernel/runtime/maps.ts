// Map and Set. Keys and values stand in the order in which they came; a table finds them, with
// open addressing and linear probing. What is deleted leaves a gap, until the gaps are too many
// and all move up.
//
// 1. table[slot] is 0 where nothing ever was, or a place, counted from 1. What is there may be a
//    gap.
// 2. An entry has a number, and who comes later has a greater one: so a cursor finds where it
//    was, even if entries have moved up meanwhile. A gap has -1 less the number.

import { TRAP_CODE } from "../../formats/objects/traps";
import { objectAt } from "../metal/object";
import { hashOf } from "./hash";
import { trap } from "./panic";

const FEWEST_SLOTS = 8;

export class KernelMap<K, V> {
  #keys: K[] = [];
  #values: V[] = [];
  #numbers: number[] = [];
  #nextNumber = 0;
  #size = 0;
  /** How often entries have moved. */
  #moves = 0;
  #table = new Int32Array(FEWEST_SLOTS);

  get size(): number {
    return this.#size;
  }

  has(key: K): boolean {
    return this.placeOf(key) >= 0;
  }

  /** Of references: null if the key is not there. Of others, 0. */
  get(key: K): V {
    const place = this.placeOf(key);
    return place < 0 ? objectAt<V>(0n) : this.#values[place]!;
  }

  /** get(key)! */
  getOrTrap(key: K): V {
    const place = this.placeOf(key);
    if (place < 0) trap(TRAP_CODE.key);
    return this.#values[place]!;
  }

  set(key: K, value: V): KernelMap<K, V> {
    const place = this.placeOf(key);
    if (place >= 0) this.#values[place] = value;
    else this.#add(key, value);
    return this;
  }

  delete(key: K): boolean {
    const place = this.placeOf(key);
    if (place < 0) return false;
    this.#numbers[place] = -1 - this.#numbers[place]!;
    this.#size--;
    const gaps = this.#keys.length - this.#size;
    if (gaps > this.#size + FEWEST_SLOTS) this.#moveUp();
    return true;
  }

  clear(): void {
    this.#keys = [];
    this.#values = [];
    this.#numbers = [];
    this.#size = 0;
    this.#moves++;
    this.#table = new Int32Array(FEWEST_SLOTS);
  }

  forEach(f: (value: V, key: K) => void): void {
    const cursor = this.cursor();
    while (cursor.next()) f(cursor.value, cursor.key);
  }

  // ---- for cursors, and for `map.get(key) ?? otherwise`

  /** Where the key is, or -1. */
  placeOf(key: K): number {
    const table = this.#table;
    const mask = table.length - 1;
    let slot = hashOf(key) & mask;
    for (;;) {
      const place = table[slot]! - 1;
      if (place < 0) return -1;
      if (this.#numbers[place]! >= 0 && key === this.#keys[place]!) return place;
      slot = (slot + 1) & mask;
    }
  }

  keyAt(place: number): K {
    return this.#keys[place]!;
  }

  valueAt(place: number): V {
    return this.#values[place]!;
  }

  numberAt(place: number): number {
    return this.#numbers[place]!;
  }

  get moves(): number {
    return this.#moves;
  }

  /** The first place from this one on that is no gap, or -1. */
  placeFrom(first: number): number {
    const numbers = this.#numbers;
    for (let place = first; place < numbers.length; place++) {
      if (numbers[place]! >= 0) return place;
    }
    return -1;
  }

  /** The first place of an entry that came later than the one of this number: a gap, maybe. */
  placeBehind(number: number): number {
    let low = 0;
    let high = this.#numbers.length;
    while (low < high) {
      const middle = low + ((high - low) >> 1);
      const there = this.#numbers[middle]!;
      if ((there < 0 ? -1 - there : there) > number) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  cursor(): MapCursor<K, V> {
    return new MapCursor<K, V>(this);
  }

  // ---- changes

  /** The key is not there. */
  #add(key: K, value: V): void {
    if (4 * (this.#keys.length + 1) > 3 * this.#table.length) this.#moveUp();
    this.#keys.push(key);
    this.#values.push(value);
    this.#numbers.push(this.#nextNumber);
    this.#nextNumber++;
    this.#size++;
    this.#enter(this.#keys.length - 1);
  }

  /** Closes the gaps, and makes a table that is half full at most. */
  #moveUp(): void {
    const keys = this.#keys;
    const values = this.#values;
    const numbers = this.#numbers;
    let to = 0;
    for (let from = 0; from < keys.length; from++) {
      if (numbers[from]! < 0) continue;
      keys[to] = keys[from]!;
      values[to] = values[from]!;
      numbers[to] = numbers[from]!;
      to++;
    }
    while (keys.length > to) {
      keys.pop();
      values.pop();
      numbers.pop();
    }
    this.#moves++;
    let slots = FEWEST_SLOTS;
    while (slots < 2 * (to + 1)) slots = 2 * slots;
    this.#table = new Int32Array(slots);
    for (let place = 0; place < to; place++) this.#enter(place);
  }

  /** Puts the place into the table. */
  #enter(place: number): void {
    const table = this.#table;
    const mask = table.length - 1;
    let slot = hashOf(this.#keys[place]!) & mask;
    while (table[slot]! !== 0) slot = (slot + 1) & mask;
    table[slot] = place + 1;
  }
}

/**
 * What for...of, spread and forEach go through a map with: it sees what is added, and not what is
 * deleted.
 */
export class MapCursor<K, V> {
  readonly #map: KernelMap<K, V>;
  #place = -1;
  #number = -1;
  #moves: number;

  constructor(map: KernelMap<K, V>) {
    this.#map = map;
    this.#moves = map.moves;
  }

  /** Goes to the next entry; false behind the last. */
  next(): boolean {
    const map = this.#map;
    let from = this.#place + 1;
    if (this.#moves !== map.moves) {
      this.#moves = map.moves;
      from = map.placeBehind(this.#number);
    }
    const place = map.placeFrom(from);
    if (place < 0) return false;
    this.#place = place;
    this.#number = map.numberAt(place);
    return true;
  }

  get key(): K {
    return this.#map.keyAt(this.#place);
  }

  get value(): V {
    return this.#map.valueAt(this.#place);
  }
}

export class KernelSet<T> {
  readonly #map = new KernelMap<T, boolean>();

  get size(): number {
    return this.#map.size;
  }

  has(value: T): boolean {
    return this.#map.has(value);
  }

  add(value: T): KernelSet<T> {
    this.#map.set(value, true);
    return this;
  }

  delete(value: T): boolean {
    return this.#map.delete(value);
  }

  clear(): void {
    this.#map.clear();
  }

  forEach(f: (value: T) => void): void {
    const cursor = this.#map.cursor();
    while (cursor.next()) f(cursor.key);
  }

  cursor(): MapCursor<T, boolean> {
    return this.#map.cursor();
  }
}
