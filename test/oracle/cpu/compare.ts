// What our machine makes of QEMU's vectors. For those who write semantics, this is the loop:
//
//   npx ts-node test/oracle/cpu/compare.ts --row "ADD (immediate)"
//     --row NAME        rows whose name is NAME, or else has NAME in it
//     --class NAME      rows whose class is NAME, or else has NAME in it
//     --file NAME       rows of src/machine/decoder/tables/NAME.ts (loads-stores-atomic)
//     --live            ask QEMU now, instead of reading recorded/
//     --slice N         ask QEMU now, about other vectors; slice 0 are the recorded ones
//     --summary         one line a row that is wrong or not written, then the counts
//     --left-out        no comparison, but what is not tried, and why
//     --limit N         differences printed for a row (3)
//     --vector N        this vector only, whether it differs or not
//
// A difference shows the code, the operands before it, and what changed: QEMU's word for it, then ours. Registers
// that did not change are not mentioned, on either side. "signal 4" is SIGILL (Undefined), 5 SIGTRAP (BRK), 7 SIGBUS
// (alignment), 11 SIGSEGV (translation); there, pc is where it stopped. fpsr 0x10 is IXC, 0x8 UFC, 0x4 OFC, 0x2 DZC,
// 0x1 IOC, 0x80 IDC, 0x8000000 QC; fpcr 0x1000000 is FZ, 0x2000000 DN, 0x4000000 AHP, 0x80000 FZ16, 0xc00000 RMode.
//
// How it works: vectors.ts makes the vectors of a row anew (they are not recorded), recording.ts reads what QEMU said
// (record.ts wrote it), ours.ts runs them. A changed generator needs a new recording of its class: record.ts.
//
// Exit status: 0 if all agree, 1 if not, 2 for a bad option.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { UserFault } from "../../../src/base/fault";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import type { Row } from "../../../src/machine/decoder/row";
import { compareRow, type Result } from "./comparison";
import { describeDifference, describeRequest } from "./description";
import { ERRATA } from "./errata";
import { Ours } from "./ours";
import { LEFT_OUT, vectorsOf, window } from "./vectors";

interface Options {
  readonly row?: string;
  readonly class?: string;
  readonly file?: string;
  readonly live: boolean;
  readonly slice?: number;
  readonly summary: boolean;
  readonly leftOut: boolean;
  readonly limit: number;
  readonly vector?: number;
}

const TABLES = join(__dirname, "..", "..", "..", "src", "machine", "decoder", "tables");

function rowsFor(options: Options): readonly Row[] {
  let rows = standardDecoder().rows;
  for (const what of ["row", "class"] as const) {
    const name = options[what]?.toLowerCase();
    if (name === undefined) continue;
    const nameOf = (row: Row): string => (what === "row" ? row.name : row.class).toLowerCase();
    const exact = rows.filter((row) => nameOf(row) === name);
    rows = exact.length > 0 ? exact : rows.filter((row) => nameOf(row).includes(name));
  }
  if (options.file !== undefined) {
    const path = join(TABLES, `${options.file}.ts`);
    if (!existsSync(path)) throw new UserFault(`there is no table ${options.file}: see src/machine/decoder/tables`);
    const table = readFileSync(path, "utf8");
    rows = rows.filter((row) => table.includes(row.diagram));
  }
  if (rows.length === 0) throw new UserFault("no row of the table is called so");
  return rows;
}

function report({ row, vectors, differences }: Result, options: Options): void {
  if (differences === undefined) {
    if (vectors > 0) console.log(`${row.name}: not written (${vectors} vectors)`);
    return;
  }
  if (differences.length === 0 && options.summary) return;
  console.log(`${row.name}: ${vectors} vectors, ${differences.length} differ`);
  if (options.summary) return;
  for (const difference of differences.slice(0, options.limit)) console.log(describeDifference(row, difference));
}

/** Rows and words that are not tried. */
function listLeftOut(): boolean {
  for (const [name, why] of Object.entries(LEFT_OUT)) console.log(`${name}: ${why}`);
  for (const { row, manual } of ERRATA) console.log(`${row}: ${manual}`);
  for (const row of standardDecoder().rows) {
    const lines = row.lines.filter((line) => line.startsWith("unpredictable"));
    if (vectorsOf(row).length > 0 && lines.length > 0) console.log(`${row.name}: ${lines.join("; ")}`);
  }
  console.log("bits in parentheses in a row's diagram that are otherwise: CONSTRAINED UNPREDICTABLE");
  return true;
}

function run(options: Options): boolean {
  if (options.leftOut) return listLeftOut();
  const ours = new Ours(window());
  const slice = options.slice ?? (options.live ? 0 : undefined);
  const counts = { rows: 0, vectors: 0, right: 0, wrongRows: 0, unwritten: 0 };
  for (const row of rowsFor(options)) {
    if (options.vector !== undefined) {
      const request = vectorsOf(row, slice)[options.vector];
      if (request !== undefined) console.log(describeRequest(row, request, options.vector));
    }
    const all = compareRow(row, ours, slice);
    const result = options.vector === undefined ? all
      : { ...all, differences: all.differences?.filter(({ vector }) => vector === options.vector) };
    report(result, options);
    if (result.vectors === 0) continue;
    counts.rows++;
    if (result.differences === undefined) {
      counts.unwritten++;
    } else {
      counts.vectors += result.vectors;
      counts.right += result.vectors - result.differences.length;
      if (result.differences.length > 0) counts.wrongRows++;
    }
  }
  console.log(`${counts.rows} rows, ${counts.unwritten} not written, ${counts.wrongRows} differ; ` +
    `of ${counts.vectors} vectors, ${counts.vectors - counts.right} differ`);
  return counts.wrongRows + counts.unwritten === 0;
}

const decimal = (text: string): number => {
  if (!/^\d+$/.test(text)) throw new UserFault(`not a number: ${text}`);
  return Number(text);
};

function main(): void {
  const program = new Command("compare")
    .option("--row <name>", "rows of this name")
    .option("--class <name>", "rows of this class")
    .option("--file <name>", "rows of this table")
    .option("--live", "ask QEMU now", false)
    .option("--slice <n>", "ask QEMU now, about other vectors", decimal)
    .option("--summary", "counts only", false)
    .option("--left-out", "what is not tried, and why", false)
    .option("--limit <n>", "differences printed for a row", decimal, 3)
    .option("--vector <n>", "this vector only", decimal);
  try {
    process.exitCode = run(program.parse().opts<Options>()) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    console.error(`compare: ${error.message}`);
    process.exitCode = 2;
  }
}

if (require.main === module) main();
