// What chapter 7 built, shown: npx ts-node src/run/07-compiler.ts [hello | sizes | list | words | refused | trap].

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UserFault } from "../base/fault";
import { type Built, buildProgram } from "../compiler/build";
import { printFunction } from "../compiler/ir/print";
import { assemblyListing } from "../compiler/link/listing";
import { printSizes } from "../compiler/link/size-report";
import { Board } from "../machine/board/board";
import { prepareBoot } from "../machine/board/loaders/boot";
import { loadImage } from "../machine/board/loaders/load-image";

const TOURS: Readonly<Record<string, () => string[]>> = { hello, sizes, list, words, refused, trap };

const ROOT = join(__dirname, "../..");
const FILES = "chapters/07-compiler/files";
const RAM_BYTES = 16 * 2 ** 20;
const LIMIT = 10_000_000;

/** Files of the course, and `more` beside them. */
function build(path: string, more: Readonly<Record<string, string>> = {}, optimization: 0 | 1 = 1): Built {
  const read = (name: string): string | undefined => {
    const file = join(ROOT, name);
    return more[name] ?? (existsSync(file) ? readFileSync(file, "utf8") : undefined);
  };
  return buildProgram({ read }, path, { optimization });
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

const OUTSIDE = [
  "let x: any = 1; console.log(`${x}`);",
  "console.log(`${1 / 2}`);",
  "const x: number | string = 1; console.log(`${x}`);",
  "for (const x in [1, 2]) console.log(x);",
  "console.log(JSON.stringify([1]));",
];

/** Lines outside of the language, and what the compiler says to each. */
function refused(): string[] {
  return OUTSIDE.flatMap((line) => {
    try {
      build("x.ts", { "x.ts": `export function start(): void {\n  ${line}\n}\n` });
      return [line, "    accepted"];
    } catch (fault) {
      if (!(fault instanceof UserFault)) throw fault;
      return [line, `    ${fault.message.split("\n")[0]!}`];
    }
  });
}

/** A program that runs into the end of the numbers. */
function trap(): string[] {
  return run(build(`${FILES}/trap.ts`)).lines;
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
