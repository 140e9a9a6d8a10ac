import { readFileSync, existsSync, writeFileSync } from "node:fs";
import { frontEnd } from "../../src/compiler/front/front-end";
import { buildProgram } from "../../src/compiler/build";
const host = { read: (p: string) => p.startsWith("/tmp") ? (existsSync(p) ? readFileSync(p, "utf8") : undefined) : existsSync("/work/ch7/" + p) ? readFileSync("/work/ch7/" + p, "utf8") : undefined };
const b = buildProgram(host, process.argv[2]!, { optimization: (Number(process.argv[4] ?? 0)) as 0 | 1 });
writeFileSync(process.argv[3] + ".img", b.image); writeFileSync(process.argv[3] + ".elf", b.elf);
console.log(b.image.length);
