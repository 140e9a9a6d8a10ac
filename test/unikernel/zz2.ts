import { readdirSync } from "node:fs";
import { buildProgram } from "../../src/compiler/build";
import { REPOSITORY, runOnNode } from "../compiler/hosted";
import { runOnQemu } from "../compiler/machines";
const P = "test/compiler/programs";
let n = 0, bad = 0;
for (const folder of readdirSync(P).sort()) for (const f of readdirSync(`${P}/${folder}`).sort()) {
  if (process.argv[3] && !`${folder}/${f}`.match(process.argv[3]!)) continue;
  const path = `${P}/${folder}/${f}`; n++;
  try {
    const { printed } = runOnNode(path);
    const b = buildProgram(REPOSITORY, path, { optimization: Number(process.argv[2] ?? 1) as 0 | 1 });
    const q = runOnQemu(b.image).split("\n").filter((l) => !l.startsWith("    at ")).join("\n");
    if (q !== printed) { bad++; const a = printed.split("\n"), c = q.split("\n"); let i = 0; while (a[i] === c[i] && i < a.length) i++; console.log("DIFF", path, i, JSON.stringify(a[i]), JSON.stringify(c[i])); }
  } catch (e) { bad++; console.log("FAIL", path, String((e as Error).message).split("\n").slice(0, 3).join(" | ").slice(0, 300)); }
}
console.log(n, "bad", bad);
