// What chapter 1 built, shown: npx ts-node src/run/01-decoder.ts [masks | tree | aliases | mirror | census]

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readElf } from "../formats/elf/read-elf";
import { isText } from "../formats/elf/elf-file";
import { decodeLogicalImmediate } from "../machine/decoder/logical-immediate";
import { type Decoder, standardDecoder } from "../machine/decoder/decoder";
import { Encoder } from "../machine/decoder/encode";
import { type Row, printRow } from "../machine/decoder/row";

const ROOT = join(__dirname, "../..");

const TOURS: Readonly<Record<string, (decoder: Decoder) => string[]>> = { masks, tree, aliases, mirror, census };

/** The 8,192 logical immediates, ours beside LLVM's (test/machine/decoder/recorded/record.sh). */
function masks(): string[] {
  const recorded = readFileSync(join(ROOT, "test/machine/decoder/recorded/logical-immediates.txt"), "utf8").trim().split("\n").slice(1);
  const theirs = recorded.map((line) => line.split(" ")[0]);
  const ours = theirs.map((_, n) => {
    const mask = decodeLogicalImmediate(n >> 12, (n >> 6) & 63, n & 63, 64);
    return mask === undefined ? "-" : `0x${mask.toString(16)}`;
  });
  const agreed = ours.filter((mask, n) => mask === theirs[n]).length;
  const refused = ours.filter((mask) => mask === "-").length;
  const different = new Set(ours.filter((mask) => mask !== "-")).size;
  return [
    "N  immr  imms    ours                  LLVM",
    ...[0x000, 0x007, 0x03c, 0x03f, 0x823, 0x1000, 0x103e, 0x103f].map((n) =>
      `${n >> 12}  ${bits((n >> 6) & 63, 6)}  ${bits(n & 63, 6)}  ${ours[n]!.padEnd(20)}  ${theirs[n]}`),
    `${ours.length} combinations: ${agreed} as LLVM says, ${refused} refused, ${different} different masks`,
  ];
}

/** How many rows are left to try when the tree has asked its questions, for each leaf. */
function tree(decoder: Decoder): string[] {
  const counts = decoder.leafSizes();
  const leaves = [...counts.values()].reduce((a, b) => a + b, 0);
  return [
    `${decoder.rows.length} rows, ${leaves} leaves`,
    ...[...counts].sort(([a], [b]) => a - b).map(([rows, count]) => `${String(count).padStart(7)} leaves with ${rows} ${rows === 1 ? "row" : "rows"}`),
  ];
}

/** Which of hello's instructions are written under another name than their row's. */
function aliases(decoder: Decoder): string[] {
  const words = helloWords();
  const nicknamed = words.flatMap((word) => {
    const { kind, ...decoded } = decoder.decode(word);
    const row = kind === "instruction" && "row" in decoded ? decoded.row : undefined;
    const real = row === undefined ? undefined : printWithoutAliases(row, word);
    const shown = decoder.disassemble(word);
    return real === undefined || real === shown ? [] : [{ shown, real }];
  });
  const rows = decoder.rows.filter((row) => namesOf(row).size > 1).length;
  return [
    `${rows} of ${decoder.rows.length} rows have more than one name`,
    `${nicknamed.length} of the ${words.length} instructions of hello are nicknames:`,
    ...nicknamed.map(({ shown, real }) => `  ${shown.replace("\t", " ").padEnd(34)} ${real.replace("\t", " ")}`),
  ];
}

/** The mnemonics under which a row is printed; its choices of endings make no other name. */
const namesOf = (row: Row): Set<string> =>
  new Set(row.templates.filter((t) => t.printed).map((t) => t.text.replace(/[ .<].*$/, "")));

/** The text of `word` under the instruction's own name, which the row has for one of its templates. */
function printWithoutAliases(row: Row, word: number): string | undefined {
  const own = row.templates.find((t) => t.text.startsWith(`${row.name.split(" ")[0]!.toLowerCase()} `));
  return own && printRow({ ...row, templates: [{ ...own, printed: true }] }, word, { pc: undefined });
}

/** Every instruction of hello: to text, and back. */
function mirror(decoder: Decoder): string[] {
  const encoder = new Encoder(decoder);
  const words = helloWords();
  const back = words.filter((word) => encoder.encode(decoder.disassemble(word), { pc: undefined }) === word).length;
  const [first = 0] = words;
  return [
    `${hex(first)}  ->  ${decoder.disassemble(first).replace("\t", " ")}  ->  ${hex(encoder.encode(decoder.disassemble(first), { pc: undefined }) as number)}`,
    `${words.length} instructions disassembled, ${back} of them come back as they were`,
  ];
}

const CENSUS = 1_000_000;

/** What a million random words are. Always the same million. */
function census(decoder: Decoder): string[] {
  const kinds = new Map<string, number>();
  const rows = new Map<string, number>();
  let state = 1;
  for (let i = 0; i < CENSUS; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0; // A linear congruential generator: its low bits are poor,
    const word = (state ^ Math.imul(state >>> 15, 0x2c1b3c6d)) >>> 0; // so they are stirred with its high ones.
    const decoded = decoder.decode(word);
    const kind = decoded.kind === "instruction" && decoded.unpredictable ? "instruction, CONSTRAINED UNPREDICTABLE" : decoded.kind;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (decoded.kind === "instruction") rows.set(decoded.row.name, (rows.get(decoded.row.name) ?? 0) + 1);
  }
  const most = [...rows].sort(([, a], [, b]) => b - a).slice(0, 4);
  return [
    ...[...kinds].sort(([, a], [, b]) => b - a).map(([kind, count]) => `${percent(count)}  ${kind}`),
    `the largest instructions: ${most.map(([name, count]) => `${name} ${percent(count).trim()}`).join(", ")}`,
    `rows that a million random words never met: ${decoder.rows.length - rows.size} of ${decoder.rows.length}`,
  ];
}

/** The words of hello's .text. */
function helloWords(): number[] {
  const text = readElf(readFileSync(join(ROOT, "chapters/01-decoder/files/hello"))).sections.find(isText)!.contents;
  const view = new DataView(text.buffer, text.byteOffset, text.byteLength);
  return Array.from({ length: text.length / 4 }, (_, i) => view.getUint32(4 * i, true));
}

const bits = (value: number, width: number): string => value.toString(2).padStart(width, "0");
const hex = (word: number): string => `0x${word.toString(16).padStart(8, "0")}`;
const percent = (count: number): string => `${((100 * count) / CENSUS).toFixed(2)} %`.padStart(8);

function main(names: readonly string[]): void {
  const unknown = names.find((name) => !Object.hasOwn(TOURS, name));
  if (unknown !== undefined) {
    console.error(`there is no tour "${unknown}"; there are ${Object.keys(TOURS).join(", ")}`);
    process.exitCode = 2;
    return;
  }
  const decoder = standardDecoder();
  for (const name of names.length > 0 ? names : Object.keys(TOURS)) {
    if (names.length !== 1) console.log(`\n${name}`);
    for (const line of TOURS[name]!(decoder)) console.log(line);
  }
}

main(process.argv.slice(2));
