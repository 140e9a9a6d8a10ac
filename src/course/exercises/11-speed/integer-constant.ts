import type { JitParts } from "../../../machine/jit/parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { showPlain } from "../plain";

type IntegerConstant = JitParts["integerConstant"];
type Row = readonly [type: "i32" | "i64", word: bigint, bytes: string, why: string];

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text.split(" "), (byte) => parseInt(byte, 16));

/** As wat2wasm of WABT writes them (test/course/exercises/11-speed/integer-constant.test.ts has V8 read them). */
const ROWS: readonly Row[] = [
  ["i32", 0n,                     "41 00",                            "nothing is a byte too"],
  ["i32", 1n,                     "41 01",                            "one byte"],
  ["i32", 63n,                    "41 3f",                            "the most of one byte"],
  ["i32", 64n,                    "41 c0 00",                         "bit 6 would be a sign"],
  ["i32", 127n,                   "41 ff 00",                         "seven bits, and the sign"],
  ["i32", 128n,                   "41 80 01",                         "eight bits"],
  ["i32", 4095n,                  "41 ff 1f",                         "a page's last byte"],
  ["i32", 8192n,                  "41 80 c0 00",                      "14 bits: bit 6 of the second byte would be a sign"],
  ["i32", 0xffff_ffffn,           "41 7f",                            "-1"],
  ["i32", 0xffff_fff0n,           "41 70",                            "-16"],
  ["i32", 0xffff_ffc0n,           "41 40",                            "-64, the least of one byte"],
  ["i32", 0xffff_ffbfn,           "41 bf 7f",                         "-65"],
  ["i32", 0x7fff_ffffn,           "41 ff ff ff ff 07",                "the most that an i32 is"],
  ["i32", 0x8000_0000n,           "41 80 80 80 80 78",                "the least that an i32 is"],
  ["i64", 0n,                     "42 00",                            "the other opcode"],
  ["i64", 0xffff_ffffn,           "42 ff ff ff ff 0f",                "of 64 bits, this is not negative"],
  ["i64", 0x8000_0000n,           "42 80 80 80 80 08",                "nor is this"],
  ["i64", 0xffff_ffff_ffff_ffffn, "42 7f",                            "-1"],
  ["i64", 0xffff_ffff_ffff_f000n, "42 80 60",                         "-4096, the mask of a page"],
  ["i64", 0x7fff_ffff_ffff_ffffn, "42 ff ff ff ff ff ff ff ff ff 00", "the most that an i64 is"],
  ["i64", 0x8000_0000_0000_0000n, "42 80 80 80 80 80 80 80 80 80 7f", "the least"],
  ["i64", 0x0020_0000_0000_0001n, "42 81 80 80 80 80 80 80 10",       "54 bits: more than a number holds"],
];

/** By digits of base 128: as few as have the value between -128^n / 2 and 128^n / 2. */
function reference(type: "i32" | "i64", word: bigint): Uint8Array {
  const size = type === "i32" ? 1n << 32n : 1n << 64n;
  const value = word < size / 2n ? word : word - size;
  for (let count = 1; ; count++) {
    const room = 128n ** BigInt(count);
    if (value < -room / 2n || value >= room / 2n) continue;
    const digits = (value + room) % room;
    const number = Array.from({ length: count }, (_, i) => Number((digits >> BigInt(7 * i)) % 128n) + (i === count - 1 ? 0 : 128));
    return Uint8Array.of(type === "i32" ? 0x41 : 0x42, ...number);
  }
}

function drawCase(draw: Draw): Case<IntegerConstant> {
  const type = draw.pick(["i32", "i64"] as const);
  const width = type === "i32" ? 32 : 64;
  const value = draw.bigBits(draw.between(1, width));
  const word = BigInt.asUintN(width, draw.bits(1) === 1 ? -value : value);
  return { args: [type, word], want: reference(type, word) };
}

export const integerConstant: Trial<IntegerConstant> = {
  show: { call: (type, word) => `integerConstant("${type}", 0x${word.toString(16)}n)`, answer: showPlain },
  properties: [
    { title: "writes constants as an assembler does", cases: () => ROWS.map(([type, word, bytes, why]) => ({ args: [type, word], want: bytesOf(bytes), why })) },
    { title: "agrees with the reference everywhere", cases: (draw) => draw.times(600, () => drawCase(draw)) },
  ],
};
