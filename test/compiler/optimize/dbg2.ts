import { optimize } from "../../../src/compiler/optimize/optimize";
import { behaviour, programOf } from "./behaviour";
import { randomFunction } from "./random-function";
import { verify } from "../../../src/compiler/ir/verify";
const ends = new Map<string, number>(); let lines: number[] = []; let before = 0, after = 0; const dropped: Record<string, [number, number]> = {};
const t0 = Date.now(); let opt = 0;
for (let seed = 1000; seed < 1200; seed++) {
  const p = programOf(verify(randomFunction(seed)));
  const t = Date.now(); const o = optimize(p); opt += Date.now() - t;
  for (const [k, prog] of [[0, p], [1, o]] as const) for (const b of prog.functions[0]!.blocks) for (const i of b.instructions) { const name = i.op === "binary" ? i.operator : i.op === "unary" ? i.operator : i.op; (dropped[name] ??= [0, 0])[k]++; if (k) after++; else before++; }
  for (const inp of [[3, 2, 5, 7n, 8], [1, 1, 1, 1n, 8], [100, -3, 7, 9n, 8], [2 ** 31, 1, 2 ** 40, 1n << 63n, 8]] as const) {
    const e = behaviour(p, inp); const k = e.split(/[ \n]/)[0]!; ends.set(k, (ends.get(k) ?? 0) + 1);
    if (e !== behaviour(o, inp)) console.log("DIFF", seed, inp);
  }
}
console.log(ends, before, after, dropped, opt, "ms opt", Date.now() - t0);
