// Draws an instruction set: five shapes of row, each with its own opcode and its own order of fields, and rows that
// lie within them.

import { bug } from "../../../../base/bug";
import type { Draw } from "../../draw";
import type { ForeignOperand, ForeignRow, Signedness, WordsVariant } from "./variant";

const COMPUTERS = ["Auk", "Bramble", "Corvid", "Dunlin", "Ember", "Fathom", "Garnet", "Harrow"] as const;
/** A word of three letters has one of each; no two make a word that one would not say in class. */
const LETTERS = [[..."bghjlmprtvwz"], [..."aeiou"], [..."bdlnrx"]] as const;
const REGISTERS = [["rd", "ra", "rb"], ["x", "y", "z"], ["to", "one", "two"], ["dst", "src", "arg"]] as const;

const OPCODE_BITS = 4;

/** What the rows of one instruction set have in common. */
interface Style {
  readonly registers: readonly [string, string, string];
  readonly registerBits: number;
  readonly opcodeAt: "front" | "back" | "both ends";
}

export function drawWordsVariant(draw: Draw): WordsVariant {
  const style: Style = {
    registers: draw.pick(REGISTERS),
    registerBits: draw.between(3, 5),
    opcodeAt: draw.pick(["front", "back", "both ends"] as const),
  };
  const names = drawNames(draw, 8);
  const opcodes = draw.shuffle(Array.from({ length: 2 ** OPCODE_BITS }, (_, opcode) => opcode));
  const shapes = draw.shuffle([threeRegisters, withImmediate, load, branch, compareAndBranch]);
  const main = shapes.map((shape, i) => shape(draw, style, names[i]!, opcodes[i]!));
  const rowOf = (shape: (typeof shapes)[number]): ForeignRow => main[shapes.indexOf(shape)]!;
  const [first, second] = style.registers;
  const outer = rowOf(withImmediate);
  const inner = within(outer, names[5]!, { [first]: draw.pick([0, 2 ** style.registerBits - 1]) });
  const innermost = within(inner, names[6]!, { [second]: draw.bits(style.registerBits) });
  const other = rowOf(threeRegisters);
  // The reserved value of a row may be just where another row has its words.
  const another = within(other, names[7]!, { fn: draw.pick([other.reserved!.value, draw.bits(2)]) });
  const nested = draw.pick([[inner, innermost, another], [inner, innermost], [inner, another]]);
  return {
    computer: draw.pick(COMPUTERS),
    signedness: draw.pick<Signedness>(["two's complement", "excess", "zigzag"]),
    rows: draw.shuffle([...main, ...nested]),
  };
}

function threeRegisters(draw: Draw, style: Style, name: string, opcode: number): ForeignRow {
  const fields = [...style.registers.map((register) => `${register}:${style.registerBits}`), "fn:2"];
  const operands = [...style.registers.map((register) => plain(register, style.registerBits)), plain("fn", 2)];
  return { name, diagram: drawDiagram(draw, style, opcode, fields), operands, reserved: { field: "fn", value: draw.bits(2) } };
}

function withImmediate(draw: Draw, style: Style, name: string, opcode: number): ForeignRow {
  const [to, from] = style.registers;
  const width = draw.between(7, 12);
  const fields = [`${to}:${style.registerBits}`, `${from}:${style.registerBits}`, `imm:${width}`];
  const operands = [plain(to, style.registerBits), plain(from, style.registerBits), { ...plain("imm", width), signed: true }];
  return { name, diagram: drawDiagram(draw, style, opcode, fields), operands, reserved: undefined };
}

/** An address: a register and an offset that counts what is loaded. */
function load(draw: Draw, style: Style, name: string, opcode: number): ForeignRow {
  const [to, from] = style.registers;
  const width = draw.between(6, 11);
  const fields = [`${to}:${style.registerBits}`, `${from}:${style.registerBits}`, `off:${width}`, "size:2", "up"];
  const off = { ...plain("off", width), scale: draw.pick([2, 4, 8]) };
  const operands = [plain(to, style.registerBits), plain(from, style.registerBits), off, plain("size", 2), plain("up", 1)];
  return { name, diagram: drawDiagram(draw, style, opcode, fields), operands, reserved: { field: "size", value: draw.pick([0, 3]) } };
}

function branch(draw: Draw, style: Style, name: string, opcode: number): ForeignRow {
  const [hi, lo] = [draw.between(6, 14), draw.between(3, 10)];
  return { name, diagram: drawDiagram(draw, style, opcode, [`hi:${hi}`, `lo:${lo}`]), operands: [distance(draw, hi + lo)], reserved: undefined };
}

function compareAndBranch(draw: Draw, style: Style, name: string, opcode: number): ForeignRow {
  const [, register] = style.registers;
  const [hi, lo] = [draw.between(2, 7), draw.between(3, 8)];
  const fields = [`${register}:${style.registerBits}`, "cond:3", `hi:${hi}`, `lo:${lo}`];
  const operands = [plain(register, style.registerBits), plain("cond", 3), distance(draw, hi + lo)];
  return { name, diagram: drawDiagram(draw, style, opcode, fields), operands, reserved: { field: "cond", value: draw.bits(3) } };
}

const plain = (name: string, width: number): ForeignOperand => ({ name, slice: name, width, signed: false, scale: 1 });

const distance = (draw: Draw, width: number): ForeignOperand =>
  ({ name: "by", slice: "hi:lo", width, signed: true, scale: draw.pick([1, 2, 4]) });

/** A row within `outer`: some of its fields are fixed, and are operands no more. */
function within(outer: ForeignRow, name: string, fixed: Readonly<Record<string, number>>): ForeignRow {
  const fix = (token: string): string => {
    const [field = "", width = "1"] = token.split(":");
    return Object.hasOwn(fixed, field) ? fixed[field]!.toString(2).padStart(Number(width), "0") : token;
  };
  return {
    name,
    diagram: outer.diagram.split(" ").map(fix).join(" "),
    operands: outer.operands.filter((operand) => !Object.hasOwn(fixed, operand.name)),
    reserved: outer.reserved !== undefined && Object.hasOwn(fixed, outer.reserved.field) ? undefined : outer.reserved,
  };
}

/** The opcode, the fields in any order, and between them what is left of 32 bits: fixed, or to be so. */
function drawDiagram(draw: Draw, { opcodeAt }: Style, opcode: number, fields: readonly string[]): string {
  const used = fields.reduce((sum, field) => sum + Number(field.split(":")[1] ?? 1), 0);
  let idle = 32 - OPCODE_BITS - used;
  if (idle < 0) bug(`${fields.join(" ")} do not fit in a word`);
  const tokens = [...fields];
  while (idle > 0) {
    const width = draw.between(1, Math.min(idle, 6));
    const run = draw.bits(width).toString(2).padStart(width, "0");
    tokens.push(draw.pick([run, `(${run})`]));
    idle -= width;
  }
  const code = opcode.toString(2).padStart(OPCODE_BITS, "0");
  const middle = draw.shuffle(tokens);
  if (opcodeAt === "front") return [code, ...middle].join(" ");
  if (opcodeAt === "back") return [...middle, code].join(" ");
  return [code.slice(0, 2), ...middle, code.slice(2)].join(" ");
}

function drawNames(draw: Draw, count: number): string[] {
  const names = new Set<string>();
  while (names.size < count) names.add(LETTERS.map((letters) => draw.pick(letters)).join(""));
  return [...names];
}
