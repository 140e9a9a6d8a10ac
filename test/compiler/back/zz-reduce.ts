import { Metal, interpreted, DATA_BYTES } from "./metal";
import { randomFunction, randomFrom, INTERESTING } from "./random-ir";
import { printFunction } from "../../../src/compiler/ir/print";
import { readIr } from "../ir/read-ir";
import { verify } from "../../../src/compiler/ir/verify";
const seed = Number(process.env.FROM), S = Number(process.env.SIZE ?? 20), V = Number(process.env.VARS ?? 0);
const random = randomFrom(seed + 77);
const leaf = randomFunction(seed * 3 + 1, { symbol: "leaf", parameters: 2, variables: 4, statements: Math.min(4, S), callees: [] });
const mid = randomFunction(seed * 3 + 2, { symbol: "mid", parameters: 3, variables: 6, statements: Math.min(6, S), callees: [{ symbol: "leaf", parameters: 2 }, { symbol: "runtime#throw", parameters: 1 }] });
const main = randomFunction(seed * 3, { symbol: "main", parameters: random(9), variables: V || 1 + random(40), statements: 1 + random(S), callees: [{ symbol: "leaf", parameters: 2 }, { symbol: "mid", parameters: 3 }] });
const sets: [bigint[], Uint8Array][] = [];
for (let i = 0; i < 6; i++) sets.push([main.parameters.map(() => INTERESTING[random(INTERESTING.length)]!), Uint8Array.from({ length: DATA_BYTES }, () => random(256))]);
function fails(text: string): boolean {
  try {
    const ir = verify(readIr(text));
    const all = [leaf, mid, ir];
    const wants = sets.map(([a, d]) => interpreted(all, "main", a, d));
    if (wants.some((w) => w.outcome === "no end")) return false;
    const m = new Metal(all);
    return sets.some(([a, d], i) => { const g = m.call("main", a, d); return g !== wants[i]!.outcome || Buffer.compare(m.data, wants[i]!.data) !== 0; });
  } catch { return false; }
}
let lines = printFunction(main).trim().split("\n");
if (!fails(lines.join("\n"))) { console.log("does not fail from text"); process.exit(); }
for (let changed = true; changed;) {
  changed = false;
  for (let i = lines.length - 1; i > 0; i--) {
    const l = lines[i]!;
    const tries: (string | undefined)[] = [];
    const v = /^  (v\d+): ([\w?]+) = (.*)$/.exec(l);
    if (v && !/^constant/.test(v[3]!)) tries.push(`  ${v[1]}: raw = constant 0`, `  ${v[1]}: raw = constant 5`);
    const br = /^  branch .* \? (.*) : (.*)$/.exec(l);
    if (br) tries.push(`  jump ${br[1]}`, `  jump ${br[2]}`);
    if (/^  (store|slot store|guard)/.test(l) || (v && !lines.some((o) => o !== l && new RegExp(`\\b${v[1]}\\b`).test(o)))) tries.push(undefined);
    const inv = /^  invoke (.*)\((.*)\) to (b\d+) handler/.exec(l); void inv;
    for (const t of tries) {
      const next = [...lines]; if (t === undefined) next.splice(i, 1); else next[i] = t;
      if (fails(next.join("\n"))) { lines = next; changed = true; break; }
    }
  }
}
console.log(lines.join("\n"));
const ir = readIr(lines.join("\n")); const m = new Metal([leaf, mid, ir]);
for (const [a, d] of sets) { const w = interpreted([leaf, mid, ir], "main", a, d).outcome; console.log(a, m.call("main", a, d), w); }
console.log(m.disassembly("main"));
