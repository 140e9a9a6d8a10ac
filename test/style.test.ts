// The width of what is quoted: the site shows code at 100 columns. The tables of instructions and of
// the compiler's language are wider, since they keep one row a line.

import { expect } from "chai";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..");

// A file stands in the first of these folders that is around it.
const COLUMNS = [
  ["src/machine/decoder/tables", 170],
  ["src/machine",                100],
  ["src/compiler/language",      220],
  ["src/compiler",               100],
  ["src/formats",                100],
  ["src/base",                   100],
] as const;

function sources(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return []; // Chapter 0 alone has no machine.
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${folder}/${file}`);
}

const columnsOf = (file: string): number =>
  COLUMNS.find(([folder]) => file.startsWith(`${folder}/`))![1];

describe("style", () => {
  const files = new Set(COLUMNS.flatMap(([folder]) => sources(folder)));

  for (const file of [...files].sort()) {
    const columns = columnsOf(file);
    it(`${file} has lines of at most ${columns} columns`, () => {
      const lines = readFileSync(join(ROOT, file), "utf8").split("\n");
      const wide = lines.flatMap((line, i) => (line.length > columns ? [`${file}:${i + 1}`] : []));
      expect(wide).to.deep.equal([]);
    });
  }
});
