import { readFileSync } from "node:fs";
import { compileSource } from "./compile-source";
import { kernelSources } from "../../plugins/compiler-plugin";
const kernel = kernelSources(process.cwd());
for (const name of process.argv.slice(2)) {
  try {
    const out = compileSource({ source: readFileSync(`chapters/07-compiler/files/${name}.ts`, "utf8"), isOptimized: true }, kernel, () => performance.now());
    if (out.kind === "refused") console.log(out.lines);
    else { console.log(name, out.ms, out.view.ownBytes, out.view.imageBytes);
     if (process.env.SHOW) for (const f of out.view.functions) { console.log(f.name); for (const r of f.ir) console.log(`${r.line ?? ""}`.padEnd(4), r.text); for (const r of f.assembly) console.log(`${r.line ?? ""}`.padEnd(4), r.address, r.text); } }
  } catch (e) { console.log(name, e); }
}
