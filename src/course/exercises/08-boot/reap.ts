import { expect } from "chai";
import { USED, USED_ELEMENT } from "../../../formats/devices/virtqueue";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { showPlain } from "../plain";
import type { Reaped, UsedRing } from "./adapters/used-ring";

const BEGIN = 0xffff_ff80_4100_0000n;
/** What the judge shows for any sentence that is not empty. */
const A_LIE = "(what is wrong, in words)";
const MAX_ROOMS = 16;

interface Ring {
  /** Rooms by descriptor; -1: no chain. */
  readonly rooms: readonly number[];
  readonly taken: number;
  /** How many the index announces; may be a lie. */
  readonly count: number;
  /** The next entry. */
  readonly id: number;
  readonly len: number;
}

/** A ring in memory: its other entries, and what was in it the last time round, look like entries as well. */
function memoryOf({ rooms, taken, count, id, len }: Ring, isNow: boolean): Uint8Array {
  const size = rooms.length;
  const view = new DataView(new ArrayBuffer(USED.ring.at + USED.ring.bytes * size + 2));
  for (let i = 0; i < size; i++) writeEntry(view, i, (i * 7 + (isNow ? 1 : 3)) % size, 4 * i + (isNow ? 1 : 2));
  view.setUint16(USED.idx.at, (taken + (isNow ? count : 0)) & 0xffff, true);
  if (isNow) writeEntry(view, taken % size, id, len);
  return new Uint8Array(view.buffer);
}

function writeEntry(view: DataView, slot: number, id: number, len: number): void {
  const at = USED.ring.at + USED.ring.bytes * slot;
  view.setUint32(at + USED_ELEMENT.id.at, id, true);
  view.setUint32(at + USED_ELEMENT.len.at, len, true);
}

function caseOf(ring: Ring, why?: string): Case<UsedRing> {
  const out = ring.rooms.filter((room) => room >= 0).length;
  const want = reference(ring, out);
  return {
    args: [BEGIN, memoryOf(ring, false), memoryOf(ring, true), ring.taken, ring.rooms, out], want,
    accept: (answer) => acceptAs(want, answer), ...(why !== undefined && { why }),
  };
}

function acceptAs(want: Reaped, answer: unknown): void {
  if (want === null || want[2] === "") return void expect(answer).to.deep.equal(want);
  const [, , lie] = expectArray(answer);
  expect(lie).to.be.a("string").and.not.equal("");
}

function expectArray(answer: unknown): readonly unknown[] {
  expect(Array.isArray(answer), "a chain").to.equal(true);
  return answer as readonly unknown[];
}

function reference({ rooms, count, id, len }: Ring, out: number): Reaped {
  if (count === 0) return null;
  const room = rooms[id] ?? -1;
  return count > out || room < 0 || len > room ? [0, 0, A_LIE] : [id, len, ""];
}

/** Chains of these descriptors are out, each with so much room. */
function roomsOf(size: number, out: Readonly<Record<number, number>>): number[] {
  return Array.from({ length: size }, (_, i) => out[i] ?? -1);
}

const EIGHT = roomsOf(8, { 0: 513, 3: 513, 6: 0 });

const BACK = [
  caseOf({ rooms: EIGHT, taken: 0, count: 0, id: 3, len: 1 }, "the index is where we are: nothing is back"),
  caseOf({ rooms: EIGHT, taken: 0, count: 1, id: 3, len: 513 }, "the first that ever comes back"),
  caseOf({ rooms: EIGHT, taken: 5, count: 1, id: 0, len: 1 }, "slot 5"),
  caseOf({ rooms: EIGHT, taken: 5, count: 3, id: 6, len: 0 }, "three are back: the next one first. It has written nothing"),
  caseOf({ rooms: EIGHT, taken: 8, count: 1, id: 3, len: 7 }, "index 8 of a ring of 8"),
  caseOf({ rooms: EIGHT, taken: 1005, count: 2, id: 3, len: 7 }, "index 1005: slot 5"),
  caseOf({ rooms: EIGHT, taken: 65_535, count: 1, id: 3, len: 7 }, "the index has gone from 65535 to 0"),
  caseOf({ rooms: EIGHT, taken: 65_534, count: 3, id: 0, len: 9 }, "from 65534 to 1"),
  caseOf({ rooms: EIGHT, taken: 65_535, count: 0, id: 0, len: 9 }, "nothing, at 65535"),
  caseOf({ rooms: roomsOf(1, { 0: 64 }), taken: 77, count: 1, id: 0, len: 64 }, "a ring of one"),
];

const LIES = [
  caseOf({ rooms: EIGHT, taken: 0, count: 4, id: 3, len: 1 }, "four are back, of three that it has"),
  caseOf({ rooms: EIGHT, taken: 3, count: 0xffff, id: 3, len: 1 }, "the index has gone back"),
  caseOf({ rooms: EIGHT, taken: 0, count: 1, id: 1, len: 1 }, "a descriptor at which no chain begins"),
  caseOf({ rooms: EIGHT, taken: 0, count: 1, id: 1, len: 0 }, "nor is it right with nothing in it"),
  caseOf({ rooms: EIGHT, taken: 0, count: 1, id: 8, len: 1 }, "a descriptor that there is not"),
  caseOf({ rooms: EIGHT, taken: 0, count: 1, id: 8, len: 0 }, "nor that"),
  caseOf({ rooms: EIGHT, taken: 0, count: 1, id: 0xffff_ffff, len: 1 }, "the greatest number"),
  caseOf({ rooms: EIGHT, taken: 0, count: 1, id: 0x1_0003, len: 1 }, "the number has 32 bits"),
  caseOf({ rooms: EIGHT, taken: 0, count: 1, id: 3, len: 514 }, "a byte more than it has room for"),
  caseOf({ rooms: EIGHT, taken: 0, count: 1, id: 6, len: 1 }, "a byte where there is room for none"),
  caseOf({ rooms: EIGHT, taken: 0, count: 1, id: 0, len: 0xffff_ffff }, "the greatest length"),
  caseOf({ rooms: EIGHT, taken: 0, count: 1, id: 0, len: 0x1_0001 }, "the length has 32 bits"),
  caseOf({ rooms: roomsOf(8, {}), taken: 4, count: 1, id: 0, len: 0 }, "it has none at all"),
];

function drawn(draw: Draw): Case<UsedRing> {
  const size = 2 ** draw.between(0, 6);
  const heads = draw.shuffle(Array.from({ length: size }, (_, i) => i)).slice(0, draw.between(1, size));
  const rooms = roomsOf(size, Object.fromEntries(heads.map((head) => [head, draw.below(600)])));
  const head = draw.pick(heads);
  const honest = { rooms, taken: draw.bits(16), count: draw.between(1, heads.length), id: head, len: draw.below(rooms[head]! + 1) };
  switch (draw.below(8)) {
    case 0: return caseOf({ ...honest, count: 0 });
    case 1: return caseOf({ ...honest, count: heads.length + draw.between(1, 100) });
    case 2: return caseOf({ ...honest, id: draw.below(2 * size) });
    case 3: return caseOf({ ...honest, len: rooms[head]! + draw.between(1, 5) });
    default: return caseOf(honest);
  }
}

export const reap: Trial<UsedRing> = {
  show: {
    call: (_begin, _before, now, taken, rooms, out) => {
      const view = new DataView(now.buffer, now.byteOffset);
      const at = USED.ring.at + USED.ring.bytes * (taken % rooms.length);
      const entry = `{ id: ${view.getUint32(at, true)}, len: ${view.getUint32(at + 4, true)} }`;
      const shown = `${rooms.slice(0, MAX_ROOMS).join(", ")}${rooms.length > MAX_ROOMS ? ", ..." : ""}`;
      return `taken ${taken}, rooms [${shown}], out ${out}; idx is ${view.getUint16(USED.idx.at, true)}, slot ${taken % rooms.length} has ${entry}`;
    },
    answer: (answer) => {
      if (answer === null) return "null: nothing is back";
      if (!Array.isArray(answer)) return showPlain(answer);
      return answer[2] === "" ? `chain ${String(answer[0])}, ${String(answer[1])} bytes` : `a lie: ${showPlain(answer[2])}`;
    },
  },
  properties: [
    { title: "finds what is back", cases: () => BACK },
    { title: "believes nothing that cannot be", cases: () => LIES },
    { title: "agrees with the reference", cases: (draw) => draw.times(400, () => drawn(draw)) },
  ],
};
