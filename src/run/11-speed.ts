// What chapter 11 built, shown: npx ts-node src/run/11-speed.ts [adds | nodes | numbers | blocks | nest | region | flags | lockstep | patch].

import { bug } from "../base/bug";
import { hex } from "../base/word";
import { conditionName } from "../machine/cpu/condition";
import { CodeCache, type CodePage, type Instruction } from "../machine/cpu/code-cache";
import { Cpu } from "../machine/cpu/cpu";
import { explain } from "../machine/cpu/explain";
import { createMemory, NZCV } from "../machine/cpu/layout";
import { type Meaning, meaningOf } from "../machine/cpu/meanings";
import type { Width } from "../machine/cpu/operations";
import { PhysicalMemory } from "../machine/cpu/physical-memory";
import { type Block, findBlocks } from "../machine/jit/blocks";
import { conditionOn } from "../machine/jit/flags";
import { type Footprint, footprintOf } from "../machine/jit/footprint";
import { FunctionWriter } from "../machine/jit/function-writer";
import { createJit } from "../machine/jit/jit";
import type { Node } from "../machine/jit/node";
import type { Exit } from "../machine/jit/parts";
import { writeRegion } from "../machine/jit/region";
import { structureOf } from "../machine/jit/structure";
import { directSystemAt } from "../machine/jit/system-cells";
import type { RegionLocals } from "../machine/jit/site";
import { Translate, type TranslateOptions } from "../machine/jit/translate";
import { Code } from "../machine/jit/wasm/code";
import { functionBody } from "../machine/jit/wasm/module";
import { functionText, lineText } from "../machine/jit/wasm/text";
import { Assembler, assembleLine } from "../machine/decoder/assembler";
import { standardDecoder } from "../machine/decoder/decoder";

const TOURS: Readonly<Record<string, () => string[]>> = { adds, nodes, numbers, blocks, nest, region, flags, lockstep, patch };

const RAM = 0x4000_0000;
const RAM_BYTES = 0x1_0000;
/** A program and what it writes lie in these. */
const PROGRAM_BYTES = 0x100;
const PATH = { level: 0, uao: false, strict: false } as const;
const DIRECT = directSystemAt(0);

/** Locals of a function, by name: what a region has, for one instruction alone. */
const NAMES = ["cpu", "room", "base", "entry", "flags.kind", "flags.x", "flags.y", "fp.mode"];
const LOCALS: RegionLocals = { cpu: 0, room: 1, base: 2, flagsKind: 4, flagsX: 5, flagsY: 6, fpMode: 7, register: (n) => NAMES.length + n };

const localName = (index: number): string => {
  const n = index - NAMES.length;
  return NAMES[index] ?? (n < 32 ? `x${n}` : `t${n - 32}`);
};

/** One instruction by three executors. */
function adds(): string[] {
  const line = "adds x0, x1, #1";
  const cpu = cpuWith(line);
  cpu.state.x[1] = 41n;
  cpu.run(1);
  const { writer } = translated(line);
  return [
    line,
    `  run        x0 = ${cpu.state.x[0]}, if x1 is 41`,
    `  explain    ${explain(instructionOf(line))}`,
    "  translate",
    ...textOf(functionBody([], writer.code.bytes), localName).map((text) => `    ${text}`),
  ];
}

const LINES = ["add x0, x1, x2, lsl #4", "sub w0, w1, #3", "ubfx x0, x1, #4, #8", "sxtw x0, w1", "mvn x0, x1", "extr x0, x1, x2, #8", "adr x0, #12", "mov x0, #42"];

/** What instructions hand to writeX(), before anybody writes it down. */
function nodes(): string[] {
  return LINES.map((line) => {
    const m = new Watched(translateOptions());
    const { execute, operands } = instructionOf(line);
    execute(m as never, operands);
    return `${line.padEnd(24)} ${m.written}`;
  });
}

class Watched extends Translate {
  written = "nothing";

  override writeXOrSp(_n: number, _width: Width, value: Node): void {
    this.written = treeOf(value);
  }
}

/** Some numbers in LEB128, with and without a sign. */
function numbers(): string[] {
  const bytesOf = (put: (code: Code) => void): string => {
    const code = new Code();
    put(code);
    return [...code.bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
  };
  return [
    `${"".padEnd(10)}  ${"unsigned".padEnd(16)}  signed`,
    ...[0, 1, 63, 64, 127, 128, 624_485, -1, -64, -65].map((value) => {
      const unsigned = value < 0 ? "" : bytesOf((code) => { code.unsigned(value); });
      return `${String(value).padStart(10)}  ${unsigned.padEnd(16)}  ${bytesOf((code) => { code.signed(value); })}`;
    }),
  ];
}

/** The sum of an array's even words. */
const LOOP = `
  mov   x2, #0
next:
  ldr   x3, [x0], #8
  tbnz  x3, #0, odd
  add   x2, x2, x3
odd:
  subs  x1, x1, #1
  b.ne  next
  ret`;

/** The blocks of a loop, with what each instruction touches. */
function blocks(): string[] {
  return blocksOf(LOOP).flatMap(({ place, steps, exit }) => [
    `${place}:`,
    ...steps.map(({ instruction, footprint }, i) => `  ${lineOf(instruction, place + 4 * i).padEnd(22)} ${touches(footprint)}`),
    `  ${exitText(exit)}`,
  ]);
}

/** How graphs nest: one with a loop, and one with a loop that has two ways in. */
function nest(): string[] {
  return [
    "1 -> 2; 2 -> 3, 4; 3 -> 4; 4 -> 2, 5",
    ...nestOf([[], [2], [3, 4], [4], [2, 5], []]),
    "",
    "1 -> 2, 3; 2 -> 3; 3 -> 2, 4",
    ...nestOf([[], [2, 3], [3], [2, 4], []]),
  ];
}

function nestOf(successors: readonly (readonly number[])[]): string[] {
  const { children, isLoop, isMerge, entries } = structureOf(successors, [1]);
  const isSwitched = entries.length > 1;
  const lines: string[] = [];
  const say = (depth: number, text: string): void => { lines.push(`${"  ".repeat(depth)}${text}`); };
  const write = (node: number, depth: number): void => {
    const goesRound = node === 0 ? isSwitched : isLoop[node]!;
    if (goesRound) say(depth, node === 0 ? "loop" : `loop, to go back to ${node}`);
    nest(node, children[node]!.filter((child) => isMerge[child]!), depth + (goesRound ? 1 : 0));
    if (goesRound) say(depth, "end");
  };
  const nest = (node: number, [outermost, ...others]: readonly number[], depth: number): void => {
    if (outermost === undefined) {
      if (node > 0) say(depth, `${node}`);
      else if (isSwitched) say(depth, `switch: ${entries.join(", ")}`);
      for (const child of children[node]!.filter((each) => !isMerge[each]!)) write(child, depth + (node > 0 ? 1 : 0));
      return;
    }
    say(depth, `block, to go on to ${outermost}`);
    nest(node, others, depth + 1);
    say(depth, "end");
    write(outermost, depth);
  };
  write(0, 1);
  return lines;
}

/** A loop of three instructions, as a function of WebAssembly. Its own locals are numbered behind the parameters. */
function region(): string[] {
  const all = blocksOf("again: add x0, x0, x1\n subs x1, x1, #1\n b.ne again\n ret");
  const { body } = writeRegion({
    blocks: all.slice(0, 1), entries: [0], ram: 0, path: PATH, trapsFp: false, direct: DIRECT, isBlockwise: false,
  });
  const own = ["x0", "x1", "left", "status", "pc", "tried", "flags.kind", "flags.x", "flags.y", "fp.mode"];
  return textOf(body, (index) => ["cpu", "room", "base", "entry", ...own][index] ?? `t${index - 14}`);
}

const ASKED = [
  ["cmp x0, x1", 11], ["cmp x0, x1", 8], ["cmp w0, #0", 4], ["tst x0, #1", 0], ["adds x0, x1, x2", 3], ["adds x0, x1, x2", 6],
] as const;

/** What a condition becomes when it is known what made the flags. */
function flags(): string[] {
  return ASKED.map(([line, cond]) => {
    const { m } = translated(line);
    return `${line.padEnd(16)} b.${conditionName(cond).toLowerCase()}   ${treeOf(conditionOn(cond, m.readNzcv()))}`;
  });
}

/** A Lehmer generator's numbers sorted into eight sums; the last eight instructions add them up again. */
const MIXED = `
    adr   x10, sums
    movz  x0, #1
    movz  x1, #48271
    movz  x5, #0x7fff, lsl #16
    movk  x5, #0xffff
again:
    mul   x0, x0, x1
    udiv  x2, x0, x5
    msub  x0, x2, x5, x0
    and   x3, x0, #7
    ldr   x4, [x10, x3, lsl #3]
    adds  x4, x4, x0
    csinc x4, x4, x4, vc
    str   x4, [x10, x3, lsl #3]
    b     again
    .balign 8
sums:
    .zero 64`;

/** The interpreter and the engine, a prime number of instructions at a time. */
function lockstep(): string[] {
  const [slow, fast] = [cpuWith(MIXED), cpuWith(MIXED, true)];
  for (let stretch = 0; stretch < 10_000; stretch++) {
    slow.run(101);
    fast.run(101);
    const apart = difference(slow, fast);
    if (apart !== undefined) return [`apart after ${slow.retired.toLocaleString("en")} instructions: ${apart}`];
  }
  return [`equal, ${(10_000).toLocaleString("en")} times, until ${slow.retired.toLocaleString("en")} instructions; x0 = ${hex(slow.state.x[0]!)}`];
}

/** A loop that adds x3; every hundredth time round, it swaps that instruction for one that subtracts, or back. */
const PATCHED = `
    adr   x10, patch
    ldr   w4, [x10]
    ldr   w5, other
    mov   x3, #3
again:
    mov   x1, #100
round:
patch:
    add   x0, x0, x3
    subs  x1, x1, #1
    b.ne  round
    str   w5, [x10]
    eor   x4, x4, x5
    eor   x5, x4, x5
    eor   x4, x4, x5
    b     again
other:
    sub   x0, x0, x3`;

/** Code that changes itself, on both. */
function patch(): string[] {
  const [slow, fast] = [cpuWith(PATCHED), cpuWith(PATCHED, true)];
  return [403, 150, 150, 100_000].map((limit) => {
    slow.run(limit);
    fast.run(limit);
    return `${String(slow.retired).padStart(6)} instructions: x0 = ${slow.state.x[0]}, ${difference(slow, fast) ?? "and the engine agrees"}`;
  });
}

function difference(one: Cpu, other: Cpu): string | undefined {
  if (one.pc !== other.pc) return `PC is ${hex(one.pc)}, and the engine's ${hex(other.pc)}`;
  if (one.state.scalars[NZCV] !== other.state.scalars[NZCV]) return "NZCV";
  const n = one.state.x.findIndex((value, i) => value !== other.state.x[i]);
  if (n >= 0) return `x${n}`;
  const isEqual = one.physical.bytes.subarray(0, PROGRAM_BYTES).every((byte, i) => byte === other.physical.bytes[i]);
  return isEqual ? undefined : "memory";
}

/** A CPU whose RAM holds `source`, assembled, and nothing else. */
function cpuWith(source: string, isFast = false): Cpu {
  const { bytes } = new Assembler(standardDecoder()).assemble(source, BigInt(RAM));
  const jit = isFast ? createJit({ hasSystem: false }) : undefined;
  const physical = new PhysicalMemory(createMemory(RAM_BYTES, jit?.bytesFor(1)), RAM, RAM_BYTES);
  physical.write(RAM, bytes);
  const code = new CodeCache(physical);
  const installed = jit?.install({ physical, code, cpus: 1 });
  const cpu = new Cpu({ physical, code, ...(installed && installed(0)) });
  cpu.pc = BigInt(RAM);
  return cpu;
}

const instructionOf = (line: string): Meaning => meaningOf(standardDecoder(), assembleLine(line, 0n)) ?? bug(`Undefined: ${line}`);

/** An instruction, written by the third executor. */
function translated(line: string): { readonly m: Translate; readonly writer: FunctionWriter } {
  const options = translateOptions();
  const m = new Translate(options);
  const { execute, operands } = instructionOf(line);
  execute(m as never, operands);
  return { m, writer: options.writer };
}

const translateOptions = (): TranslateOptions =>
  ({ writer: new FunctionWriter(NAMES.length + 32), locals: LOCALS, path: PATH, direct: DIRECT, trapsFp: false });

function blocksOf(source: string): Block[] {
  const { bytes } = new Assembler(standardDecoder()).assemble(source, 0n);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const page: CodePage = Array.from({ length: bytes.length / 4 }, (_, i) => {
    const word = view.getUint32(4 * i, true);
    return { word, ...meaningOf(standardDecoder(), word)! };
  });
  return findBlocks(page, [0], 48, (instruction) => footprintOf(instruction, DIRECT));
}

const lineOf = ({ word }: Instruction, place: number): string => standardDecoder().disassemble(word, BigInt(place)).replace(/\t/g, " ").replace(/ +\/\/.*/, "");

function touches({ reads, writes, readsFlags, writesFlags, mayBeSlow }: Footprint): string {
  const list = (mask: number, flag: boolean): string => {
    const names = Array.from({ length: 32 }, (_, n) => ((mask >>> n) & 1 ? (n === 31 ? "sp" : `x${n}`) : "")).filter((name) => name !== "");
    return [...names, ...(flag ? ["nzcv"] : [])].join(" ") || "-";
  };
  return `${list(reads, readsFlags).padEnd(6)} -> ${list(writes, writesFlags)}${mayBeSlow ? "  (may be slow)" : ""}`;
}

function exitText(exit: Exit): string {
  switch (exit.kind) {
    case "to": return `goes to ${exit.place}`;
    case "either": return `goes to ${exit.taken}, or to ${exit.next}`;
    case "computed": return "goes where a register says";
    case "leave": return "leaves";
  }
}

/** A tree as the text format of WebAssembly folds it. */
function treeOf(node: Node): string {
  switch (node.kind) {
    case "constant": return `${node.value}`;
    case "local": return `$${localName(node.index)}`;
    case "register": return `${node.type === "i64" ? "x" : "w"}${node.n}`;
    case "pc": return `(pc + ${node.offset})`;
    case "cell": return `(${node.load} ${node.offset})`;
    case "operation": return `(${[node.name, ...node.operands.map(treeOf)].join(" ")})`;
    case "select": return `(select ${treeOf(node.condition)} ? ${treeOf(node.whenTrue)} : ${treeOf(node.whenFalse)})`;
    case "flags": return `(flags ${node.of} ${treeOf(node.x)} ${treeOf(node.y)})`;
    case "join": return `(${treeOf(node.high)}:${treeOf(node.low)})`;
    case "not": case "wide": return `(${node.kind} ${treeOf(node.x)})`;
    case "product": return `(product ${treeOf(node.x)} ${treeOf(node.y)})`;
  }
}

/** The code of a function, an instruction a line. */
function textOf(body: Uint8Array, local: (index: number) => string): string[] {
  const called = (index: number): string => ["interpret", "flags"][index] ?? `${index}`;
  return functionText(body, { local, function: called }).lines.map((line) => lineText(line).replace(/ align=\d+$/, ""));
}

function main(names: readonly string[]): void {
  const unknown = names.find((name) => !Object.hasOwn(TOURS, name));
  if (unknown !== undefined) {
    console.error(`there is no tour "${unknown}"; there are ${Object.keys(TOURS).join(", ")}`);
    process.exitCode = 2;
    return;
  }
  for (const name of names.length > 0 ? names : Object.keys(TOURS)) {
    if (names.length !== 1) console.log(`\n${name}`);
    for (const line of TOURS[name]!()) console.log(line);
  }
}

main(process.argv.slice(2));
