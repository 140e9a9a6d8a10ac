import { optimize } from "/work/ch7/src/compiler/optimize/optimize";
import { printFunction } from "/work/ch7/src/compiler/ir/print";
import { verify } from "/work/ch7/src/compiler/ir/verify";
import { behaviour, programOf } from "/work/ch7/test/compiler/optimize/behaviour";
import { randomFunction } from "/work/ch7/test/compiler/optimize/random-function";
const seed = Number(process.argv[2]); 
const inputs = process.argv[3] ? eval(process.argv[3]) : [0,0,0,0n,0];
const size = Number(process.argv[4] ?? 40);
let last = "";
const p = programOf(randomFunction(seed, size));
const want = behaviour(p, inputs);
console.log(want);
let bad = false;
optimize(p, 1, (ir, pass) => {
  if (bad) return;
  const text = printFunction(ir);
  try { verify(ir); const got = ir.symbol === "a.ts#f" ? behaviour(programOf(ir), inputs) : want; if (got !== want) throw new Error("differs " + got); } catch (e) { console.log("BAD after", pass, (e as Error).message.split("\n")[0]); console.log(last); console.log(text); bad = true; }
  last = text;
});
