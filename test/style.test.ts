// The width of what is quoted: the site shows code at 100 columns. A table keeps one row a line, so
// tables may be wider, and so may a row of a table inside another file where it needs to be.

import { expect } from "chai";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..");

// folder, the columns of its widest line
const WIDTHS = [
  ["src/machine/decoder/tables", 140],
  ["src/machine", 100],
  ["src/formats", 100],
  ["src/base", 100],
] as const;

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${folder}/${file}`)
    .sort();
}

/** The width of the first folder in the list that `file` stands in. */
function widthOf(file: string): number {
  return WIDTHS.find(([folder]) => file.startsWith(`${folder}/`))![1];
}

describe("style", () => {
  for (const file of ["src/base", "src/formats", "src/machine"].flatMap(sources)) {
    it(`${file} is at most ${widthOf(file)} columns wide`, () => {
      const lines = readFileSync(join(ROOT, file), "utf8").split("\n");
      const wide = lines.flatMap((line, i) =>
        line.length > widthOf(file) ? [`${file}:${i + 1} has ${line.length}`] : []);
      expect(wide).to.deep.equal([]);
    });
  }
});
