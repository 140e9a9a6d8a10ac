// Recordings as nobody's code makes them: of operations that there are, mostly, and arguments that are right, mostly.

import type { Draw } from "../../../../src/course/exercises/draw";

type Make = (draw: Draw, at: number) => unknown;

const place: Make = (draw, at) => ({ at: draw.below(Math.max(1, at)), ...draw.pick([{}, {}, {}, {}, { of: "value" }, { of: "nzcv" }]) });
const register: Make = (draw) => draw.below(32);
const width: Make = (draw) => draw.pick([32, 64]);
const size: Make = (draw) => draw.pick([8, 16, 32, 64, 128]);
const bits: Make = (draw) => draw.pick([0, 1, 7, 8, 31, 32, 63, 64, 127, 128]);
const access: Make = (draw) => draw.pick(["normal", "ordered", "atomic", "unprivileged"]);
const signed: Make = (draw) => draw.bits(1) === 1;
const constant: Make = (draw) => draw.pick([0, 1, 5, 0x7ffc, 0x8000, 0x8ff8, 0x8ffe, 0x9000, 2 ** 53 - 1, (1n << 64n) - 4n, (1n << 128n) - 1n]);

const ASKED: Readonly<Record<string, readonly Make[]>> = {
  readX: [register, width], readXOrSp: [register, width], readBase: [register], readNzcv: [],
  writeX: [register, width, place], writeXOrSp: [register, width, place], writeNzcv: [place],
  load: [size, place, access], store: [size, place, place, access],
  constant: [constant],
  add: [size, place, place], sub: [size, place, place], mul: [size, place, place], divide: [signed, width, place, place],
  and: [place, place], or: [place, place], xor: [place, place], not: [size, place],
  shift: [(draw) => draw.pick(["LSL", "LSR", "ASR", "ROR"]), size, place, place],
  addWithCarry: [width, place, place, place],
  extend: [signed, bits, size, place], bits: [place, bits, bits], join: [place, place, bits],
  compare: [(draw) => draw.pick(["EQ", "LT", "LE", "SLT", "SLE"]), size, place, place],
  conditionHolds: [(draw) => draw.below(16)], select: [place, place, place],
  let: [(draw) => draw.pick(["", "a", "__proto__", "0", "x".repeat(100)]), place],
};

const ODD: readonly unknown[] = [
  undefined, null, true, -1, 0.5, -0, Number.NaN, Number.POSITIVE_INFINITY, 1e300, -1n, 1n << 4000n, "", "64", "at", [], [[]], {},
  { at: -1 }, { at: 0.5 }, { at: "at" }, { at: "__proto__" }, { at: "length" }, { at: 1e9 }, { at: 0, of: "at" }, { at: 0, of: null }, { toString: 1 }, new Uint8Array(3),
];

export function forgedRecording(draw: Draw): unknown {
  const oddity = draw.below(4) === 0 ? 8 : 2000;
  const odd = (): boolean => draw.below(oddity) === 0;
  const asked: unknown[] = [["readX", 1, 64], ["constant", 3]];
  const count = draw.between(1, 12);
  while (asked.length < count + 2) {
    const [name, makers] = draw.pick(Object.entries(ASKED));
    const args = makers.map((make) => (odd() ? draw.pick(ODD) : make(draw, asked.length)));
    if (odd()) args.push(draw.pick(ODD));
    asked.push(odd() ? draw.pick(ODD) : [odd() ? draw.pick(ODD) : name, ...args]);
  }
  return { asked };
}
