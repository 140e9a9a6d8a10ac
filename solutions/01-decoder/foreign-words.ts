import type { DecoderQuestions, ForeignInstruction } from "../../src/course/exercises/01-decoder/questions";

/** Reads fields by name, put side by side: get("hi:lo"). */
type Get = (slice: string) => number;

/** `bits` of `width`, where half of what they can count is zero. */
const signed = (bits: number, width: number): number => bits - 2 ** (width - 1);

/** What the Ember knows; a row with more fixed bits comes first. Its operands are undefined where it is reserved. */
const ROWS: readonly (readonly [name: string, diagram: string, operands: (get: Get) => ForeignInstruction["operands"] | undefined])[] = [
  ["zil", "1000 00000 (100) 00011 (001) (11) imm:7 110",
    (get) => ({ imm: signed(get("imm"), 7) })],
  ["bob", "0110 rb:5 (01) rd:5 ra:5 011 100100 11",
    (get) => ({ rd: get("rd"), ra: get("ra"), rb: get("rb") })],
  ["tad", "1011 hi:9 10011 10111 (01) lo:6 (0)",
    (get) => ({ by: 4 * signed(get("hi:lo"), 15) })],
  ["wob", "0110 rb:5 (01) rd:5 ra:5 011 100100 fn:2",
    (get) => (get("fn") === 1 ? undefined : { rd: get("rd"), ra: get("ra"), rb: get("rb"), fn: get("fn") })],
  ["mad", "1001 (0) cond:3 (0) 0 hi:6 ra:5 010 010 10 lo:3",
    (get) => (get("cond") === 6 ? undefined : { ra: get("ra"), cond: get("cond"), by: 4 * signed(get("hi:lo"), 9) })],
  ["mod", "1000 00000 (100) ra:5 (001) (11) imm:7 110",
    (get) => ({ ra: get("ra"), imm: signed(get("imm"), 7) })],
  ["mud", "1101 up size:2 off:7 (0100) 0111 ra:5 rd:5",
    (get) => (get("size") === 3 ? undefined : { rd: get("rd"), ra: get("ra"), off: 8 * get("off"), size: get("size"), up: get("up") })],
  ["gox", "1000 rd:5 (100) ra:5 (001) (11) imm:7 110",
    (get) => ({ rd: get("rd"), ra: get("ra"), imm: signed(get("imm"), 7) })],
];

export const decodeForeign: DecoderQuestions["decodeForeign"] = (word): ForeignInstruction | undefined => {
  for (const [name, diagram, operandsOf] of ROWS) {
    const fields = match(diagram, word);
    if (fields === undefined) continue;
    const operands = operandsOf((slice) => Number.parseInt(slice.split(":").map((field) => fields.get(field)).join(""), 2));
    return operands && { name, operands };
  }
  return undefined;
};

/** The bits of each field of `diagram` in `word`, or undefined if a fixed bit is another. */
function match(diagram: string, word: number): Map<string, string> | undefined {
  const fields = new Map<string, string>();
  let rest = word.toString(2).padStart(32, "0");
  for (const token of diagram.split(" ")) {
    const isField = /^[a-z]/.test(token);
    const [name = "", digits = "1"] = token.split(":");
    const width = isField ? Number(digits) : token.replace(/[()]/g, "").length;
    const bits = rest.slice(0, width);
    rest = rest.slice(width);
    if (isField) fields.set(name, bits);
    else if (!token.startsWith("(") && bits !== token) return undefined;
  }
  return fields;
}
