import { checkedProgram } from "../program";
import { validate } from "./validate";
import { refusalText } from "./refusal";
import { readFileSync } from "node:fs";
const text = readFileSync(process.argv[2]!, "utf8");
const p = checkedProgram({ read: (f) => (f === "m.ts" ? text : undefined) }, ["m.ts"]);
for (const r of validate(p)) console.log(`[${r.rule}] ` + refusalText(r));
