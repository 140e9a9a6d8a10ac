import { readFileSync } from "node:fs";
import { runOnBoard } from "../compiler/machines";
const t = Date.now(); console.log(runOnBoard(readFileSync(process.argv[2]!), 2e9), Date.now() - t);
