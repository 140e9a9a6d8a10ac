import { readdirSync, writeFileSync } from "node:fs";
import { buildProgram } from "./src/compiler/build";
import { runOnBoard } from "./test/compiler/machines";
import { REPOSITORY, runOnNode } from "./test/compiler/hosted";
const files = readdirSync("test/compiler/programs", { recursive: true }).map(String).filter((f) => f.endsWith(".ts")).sort();
let [ok, bad] = [0, 0]; const out: string[] = [];
for (const f of files) {
  if (process.argv[2] && !f.includes(process.argv[2])) continue;
  const path = `test/compiler/programs/${f}`;
  let node = "", ours = "";
  try { node = runOnNode(path).printed; } catch (e) { node = `NODE: ${(e as Error).message}`; }
  try { ours = runOnBoard(buildProgram(REPOSITORY, path, { optimization: process.env["O0"] ? 0 : 1 }).image, 60_000_000).printed; } catch (e) { ours = `BUILD: ${(e as Error).message.slice(0, 600)} ${(e as Error).stack?.split("\n").filter((l) => l.includes("src/compiler")).slice(0, 3).join(" ") ?? ""}`; }
  ours = ours.split("\n").filter((l, i, a) => !l.startsWith("    at ")).join("\n");
  if (node === ours) { ok++; continue; }
  bad++;
  const [a, b] = [node.split("\n"), ours.split("\n")]; const i = a.findIndex((l, k) => l !== b[k]);
  out.push(`${f}: line ${i}: node ${JSON.stringify(a[i] ?? "<end>").slice(0, 200)} ours ${JSON.stringify(b[i] ?? "<end>").slice(0, 500)}`);
}
writeFileSync("/tmp/lead/three.txt", out.join("\n")); console.log(ok, "equal", bad, "differ"); console.log(out.join("\n"));
