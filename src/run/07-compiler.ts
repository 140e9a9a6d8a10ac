// What chapter 7 built, shown: npx ts-node src/run/07-compiler.ts [hello | sizes | list | words | holes | sort | counts |
// refused | promise | trap | throwing | twice].

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SyntaxKind } from "typescript";
import { bug } from "../base/bug";
import { UserFault } from "../base/fault";
import { compileFunction } from "../compiler/back/compile";
import { type Built, buildProgram } from "../compiler/build";
import { runHosted } from "../compiler/hosted/run";
import { printFunction } from "../compiler/ir/print";
import { CONSTRUCTS } from "../compiler/language/constructs";
import { libraryMembers } from "../compiler/language/library";
import { REFUSED_LIBRARY } from "../compiler/language/refused-library";
import { RULES } from "../compiler/language/rules";
import { assemblyListing } from "../compiler/link/listing";
import { printSizes } from "../compiler/link/size-report";
import { Board } from "../machine/board/board";
import { prepareBoot } from "../machine/board/loaders/boot";
import { loadImage } from "../machine/board/loaders/load-image";
import { standardDecoder } from "../machine/decoder/decoder";

const TOURS: Readonly<Record<string, () => string[]>> = {
  hello, sizes, list, words, holes, sort, counts, refused, promise, trap, throwing, twice,
};

const ROOT = join(__dirname, "../..");
const FILES = "chapters/07-compiler/files";
const SORT = "test/compiler/programs/sorting/insertion.ts";
const RAM_BYTES = 16 * 2 ** 20;
const LIMIT = 10_000_000;

/** Files of the course, and `more` beside them. */
function build(path: string, more: Readonly<Record<string, string>> = {}, optimization: 0 | 1 = 1): Built {
  return buildProgram({ read: (name) => more[name] ?? read(name) }, path, { optimization });
}

function read(name: string): string | undefined {
  const file = join(ROOT, name);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** What an image prints on our board, and how many instructions that takes. */
function run({ image }: Built): { readonly lines: string[]; readonly instructions: number } {
  const description = { ramBytes: RAM_BYTES, cpus: 1, gic: 2 } as const;
  let text = "";
  const board = new Board({ description, outside: { serial: (byte) => { text += String.fromCharCode(byte); } } });
  board.start(prepareBoot(loadImage(image, RAM_BYTES), description));
  board.run(LIMIT);
  return { lines: [...text.trimEnd().split("\n"), ...(board.isOff ? [] : ["(still running)"])], instructions: board.time };
}

/** A program, compiled and run. */
function hello(): string[] {
  const built = build(`${FILES}/hello.ts`);
  const { lines, instructions } = run(built);
  return [...lines, `(an image of ${built.image.length} bytes; off, behind ${instructions} instructions)`];
}

/** What its image is made of. */
function sizes(): string[] {
  return printSizes(build(`${FILES}/hello.ts`).sizes).trimEnd().split("\n");
}

/** A function as a list: as the front end leaves it, and behind the optimizer. */
function list(): string[] {
  const { program, optimized } = build(`${FILES}/sum.ts`);
  return [program, optimized].flatMap(({ functions }, i) => {
    const sum = functions.find(({ title }) => title === "sum");
    const heading = i === 0 ? "as it was written:" : "with what can be proved left out:";
    return sum === undefined ? [] : [heading, ...printFunction(sum).trimEnd().split("\n"), ""];
  });
}

/** The same function as instructions. */
function words(): string[] {
  const lines = assemblyListing(build(`${FILES}/sum.ts`).linked).split("\n");
  const from = lines.indexOf(`${FILES}/sum.ts#sum:`);
  return lines.slice(from, lines.indexOf("", from));
}

/** A function as the back end leaves it: words with holes, and a note beside each that says what belongs there. */
function holes(): string[] {
  const start = build(`${FILES}/hello.ts`).optimized.functions.find(({ title }) => title === "start") ?? bug("no start");
  const { words, relocations } = compileFunction(start);
  const decoder = standardDecoder();
  return Array.from(words, (word, i) => {
    const text = decoder.disassemble(word, BigInt(4 * i)).replace("\t", " ");
    const note = relocations.find(({ offset }) => offset === 4 * i);
    const line = `${(4 * i).toString(16).padStart(2, "0")}  ${word.toString(16).padStart(8, "0")}  ${text}`;
    return note === undefined ? line : `${line.padEnd(45)}${note.kind.padEnd(18)}${note.symbol}`;
  });
}

/** A sort before the optimizer and behind it: how many checks there are, and then what is left of it. */
function sort(): string[] {
  const { program, optimized } = build(SORT);
  const [before, behind] = [program, optimized].map(({ functions }) => {
    const ir = functions.find(({ title }) => title === "sort");
    return ir === undefined ? [] : printFunction(ir).trimEnd().split("\n");
  }) as [string[], string[]];
  const checks = (lines: readonly string[]): string => {
    const count = (what: RegExp): number => lines.filter((line) => what.test(line)).length;
    return `${count(/ guard .* else index$/)} checks of an index, ${count(/ = safe /)} of a sum`;
  };
  return [`as it was written: ${checks(before)}`, `with what can be proved left out: ${checks(behind)}`, "", ...behind];
}

/** How long the lists of the language are. */
function counts(): string[] {
  const standing = Object.values(CONSTRUCTS).map(([, each]) => each);
  const [free, out] = [standing.filter((each) => each === "in").length, standing.filter((each) => each.startsWith("!")).length];
  return [
    `${SyntaxKind.Count} kinds of syntax; ${standing.length} have a row, the others are punctuation, words, JSX and JSDoc`,
    `${free} are in, ${standing.length - free - out} are in under a rule, ${out} are out`,
    `${libraryMembers().length} members of the library; what to write in place of ${Object.keys(REFUSED_LIBRARY).length} others`,
    `${Object.keys(RULES).length} rules`,
  ];
}

const OUTSIDE = [
  "let x: any = 1; console.log(`${x}`);",
  "console.log(`${1 / 2}`);",
  "const x: number | string = 1; console.log(`${x}`);",
  "for (const x in [1, 2]) console.log(x);",
  "console.log(JSON.stringify([1]));",
];

/** Lines outside of the language, and what the compiler says to each. */
function refused(): string[] {
  return OUTSIDE.flatMap((line) => [line, `    ${saidOf(`export function start(): void {\n  ${line}\n}\n`)}`]);
}

function saidOf(source: string): string {
  try {
    build("x.ts", { "x.ts": source });
    return "accepted";
  } catch (fault) {
    if (!(fault instanceof UserFault)) throw fault;
    return fault.message.split("\n")[0]!;
  }
}

const PROMISE = `
let ticks = 0;
function note(): string {
  return \`${"$"}{ticks}: tick\`;
}

/** @noalloc */
function onInterrupt(): void {
  ticks++;
  console.log(note());
}

export function start(): void { onInterrupt(); }`.trim();

/** A promise that is not kept, with line numbers, and how the compiler knows. */
function promise(): string[] {
  return [...PROMISE.split("\n").map((line, i) => `${`${i + 1}`.padStart(2)}  ${line}`.trimEnd()), "", saidOf(PROMISE)];
}

/** A program that runs into the end of the numbers. */
function trap(): string[] {
  return run(build(`${FILES}/trap.ts`)).lines;
}

/** `depth` calls within each other; the innermost throws, or does not. */
const deep = (depth: number, isThrown: boolean): string => `
  function down(n: number): number {
    if (n === 0) ${isThrown ? "throw new Error()" : "return 0"};
    return down(n - 1) + 1;
  }
  export function start(): void {
    try { down(${depth}); } catch { console.log("caught"); }
  }`;

/** What it takes to leave a function by a throw. */
function throwing(): string[] {
  const instructions = (depth: number, isThrown: boolean): number =>
    run(build("x.ts", { "x.ts": deep(depth, isThrown) })).instructions;
  const each = (isThrown: boolean): number => (instructions(110, isThrown) - instructions(10, isThrown)) / 100;
  return [
    `a call that returns: ${each(false)} instructions`,
    `a call that is left by a throw: ${each(true)}`,
  ];
}

/** A sort that says whom it compares, in two worlds. */
function twice(): string[] {
  const path = `${FILES}/order.ts`;
  const node = runHosted({ read }, path).printed.trimEnd().split("\n");
  const { lines } = run(build(path));
  const row = (a: string, b: string): string => `${a.padEnd(44)}${b}`;
  return [row("under Node", "on the machine"), ...node.map((line, i) => row(line, lines[i] ?? "")),
    node.join("\n") === lines.join("\n") ? "the same" : "not the same"];
}

function main([name]: readonly string[]): void {
  if (name !== undefined && !Object.hasOwn(TOURS, name)) {
    console.error(`there is no tour "${name}"; there are ${Object.keys(TOURS).join(", ")}`);
    process.exitCode = 2;
    return;
  }
  for (const each of name === undefined ? Object.keys(TOURS) : [name]) {
    if (name === undefined) console.log(`\n${each}`);
    for (const line of TOURS[each]!()) console.log(line);
  }
}

main(process.argv.slice(2));
