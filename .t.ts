import { readFileSync } from "node:fs";
import { loadTrial } from "./src/course/exercises/load";
import { EXERCISES } from "./src/course/exercises/manifest";
import { judge, PUBLIC_SEED } from "./src/course/judge/core/judge";
import { NodeEngine } from "./src/course/judge/node/engine";
import { libraryFor } from "./src/course/judge/node/library";
import { ownCode } from "./src/course/sandbox/choose";
import { explainVerdict, verdictLine } from "./src/course/judge/show-verdict";
async function main() {
  const engine = new NodeEngine(ownCode(), libraryFor("01-decoder"));
  for (const row of EXERCISES) {
    const trial = await loadTrial(row.id);
    const { gate } = require(`./test/exercises/${row.file}`);
    const texts: [string,string][] = [["starter", readFileSync(`exercises/${row.file}`, "utf8")], ...gate.wrong.slice(1,3).map(([t, a, b]: string[]) => [t, readFileSync(`solutions/${row.file}`, "utf8").replace(a!, () => b!)]), ...gate.wrong.slice(-1).map(([t, a, b]: string[]) => [t, readFileSync(`solutions/${row.file}`, "utf8").replace(a!, () => b!)])];
    for (const [title, text] of texts) {
      const t0 = Date.now();
      const v = await judge({ row, trial, files: { [row.file]: text }, seed: PUBLIC_SEED }, engine);
      console.log("## " + title + " " + (Date.now() - t0) + " ms\n" + [verdictLine(v), ...explainVerdict(v, row)].slice(0, 7).join("\n"));
    }
  }
  engine.close();
}
void main();
