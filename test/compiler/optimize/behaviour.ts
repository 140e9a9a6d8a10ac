// What a function does, as far as anybody can see: its result or its trap and where, whom it called
// with what, and what it left in memory.
import type { IrFunction } from "../../../src/compiler/ir/function";
import { Interpreter } from "../../../src/compiler/ir/interpret";
import type { Program } from "../../../src/compiler/ir/program";
import { OutOfFuel, Thrown, Trapped, type World } from "../../../src/compiler/ir/world";
import { readIr } from "../ir/read-ir";

/** What the random functions call: some can be put into them, one only if it is called with a constant. */
const CALLED = [`
function a.ts#getField(v0 o: ref)
b1:
  v2: number = load u64 [v0 + 8]
  return v2
`, `
function a.ts#least(v0 a: number, v1 b: number)
b2:
  branch lt v0, v1 ? b3 : b4
b3:
  return v0
b4:
  return v1
`, `
function a.ts#plus(v0 a: word, v1 b: word)
b2:
  v3: word = add v0, v1
  return v3
`, `
function a.ts#triple(v0 a: number)
b1:
  v2: number = constant 3
  v3: raw = mul v0, v2
  v4: number = sext32 v3
  return v4
`, `
function a.ts#rotate(v0 x: number, v1 n: number)
b2:
  v3: number = constant 32
  v4: raw = sub v3, v1
  v5: number = safe v4
  v6: raw = constant 31
  v7: raw = and v5, v6
  v8: raw = shl v0, v7
  v9: number = sext32 v8
  v10: number = zext32 v0
  v11: raw = and v1, v6
  v12: number = lshr v10, v11
  v13: raw = or v12, v9
  v14: number = sext32 v13
  return v14
`];

export const programOf = (ir: IrFunction): Program => ({
  functions: [ir, ...CALLED.map(readIr)], assembly: [], initializers: [], classes: [], data: [], start: "a.ts#f",
  globals: [{ symbol: "a.ts#g", isReference: false, isConstant: false }], sources: new Map(),
});

const signed = (word: bigint): bigint => BigInt.asIntN(64, word);

/** A safe integer. */
const NO_ADDRESS = (1n << 52n) + 1n;

/** Arguments: three numbers, a word, how long the array is. */
export type Inputs = readonly [x: number, y: number, z: number, w: bigint, length: number];

export function behaviour(program: Program, [x, y, z, w, length]: Inputs): string {
  const seen: string[] = [];
  const world: World = {
    natives: new Map([["native#log", ([value = 0n], running) => {
      seen.push(`log ${signed(value)}`);
      return signed(value) % 5n === 3n ? running.throw(0x4000_0000n) : value;
    }]]),
    machine: (text) => { seen.push(text); return 0n; },
    fuel: 100_000, deepest: 10,
  };
  const interpreter = new Interpreter(program, world);
  const { memory, addresses } = interpreter;
  const [object, array, block, next] = [32, 16, 8 + 8 * 8, 16].map((bytes) => addresses.allocate(bytes));
  const isLinked = length % 2 === 0;
  memory.store("u32", object!, isLinked ? 1n : 2n);
  memory.store("u64", object! + 8, 12n);
  memory.store("u64", object! + 24, isLinked ? BigInt(next!) : NO_ADDRESS);
  memory.store("u64", next! + 8, 34n);
  memory.store("u32", array! + 4, BigInt(length));
  memory.store("u64", array! + 8, BigInt(block!));
  for (let i = 0; i < 8; i++) memory.store("u64", block! + 8 + 8 * i, BigInt(i * i));
  const args = [...[x, y, z].map(BigInt), w, BigInt(object!), BigInt(array!)];
  const end = ending(interpreter, args.map((each) => BigInt.asUintN(64, each)));
  if (end === undefined) return "";
  const left = [object!, block! + 8, Number(addresses.addressOf("a.ts#g")), next!]
    .map((address, i) => memory.readBytes(address, [32, 64, 8, 16][i]!).join(","));
  return [end, ...seen, ...left].join("\n");
}

/** Nothing, if the fuel ran out. */
function ending(interpreter: Interpreter, args: readonly bigint[]): string | undefined {
  try {
    return `returns ${signed(interpreter.call("a.ts#f", args))}`;
  } catch (error) {
    if (error instanceof OutOfFuel) return undefined;
    if (error instanceof Thrown) return "throws";
    if (!(error instanceof Trapped)) throw error;
    return `${error.trap} at ${error.trace.map(({ title, at }) => `${title}:${at.line}`).join(" ")}`;
  }
}
