// `npm run chapter-state -- N`: does the code as of chapter N stand alone? Without N, as of every chapter; with --types,
// types alone, which takes seconds.

import { join } from "node:path";
import { HOUSE } from "../course/house";
import { checkState } from "../course/weave/chapter-state";

const course = { root: join(__dirname, "../.."), house: HOUSE };
const typesOnly = process.argv.includes("--types");
const asked = process.argv.slice(2).filter((argument) => argument !== "--types").map(Number);
const chapters = course.house.chapters.map(({ number }) => number);
const unknown = asked.find((chapter) => !chapters.includes(chapter));
if (unknown !== undefined) {
  process.stderr.write(`npm run chapter-state takes the numbers of chapters, ${chapters.join(", ")}, not ${process.argv.slice(2).join(" ")}\n`);
  process.exitCode = 2;
} else {
  for (const chapter of asked.length > 0 ? asked : chapters) {
    const { files, output, passed } = checkState(course, chapter, typesOnly ? "types" : "types and tests");
    process.stdout.write(`chapter ${chapter}: ${files} files, ${passed ? (typesOnly ? "type-checked" : "type-checked and tested") : "does not stand alone"}\n`);
    if (!passed) process.stdout.write(output);
    else if (!typesOnly) process.stdout.write(`${/\d+ passing.*/.exec(output)?.[0] ?? ""}\n`);
    if (!passed) process.exitCode = 1;
  }
}
