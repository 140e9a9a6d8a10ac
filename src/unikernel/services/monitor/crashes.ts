// `crash`: what a kernel must not do, done on purpose.

import { asm } from "../../metal/assembly";
import { symbol } from "../../metal/linker";
import { load64, store32 } from "../../metal/memory";
import { Complaint } from "./arguments";

export function crash(words: readonly string[]): void {
  const how = words.length === 0 ? "how" : words[0]!;
  switch (how) {
    case "null": return readNull();
    case "stack": return fillStack();
    case "write-text": return store32(symbol("link/image"), 0);
    case "execute-data": return executeData();
    case "undefined": return undefinedInstruction();
    default: throw new Complaint("null, stack, write-text, execute-data or undefined?");
  }
}

/** Page 0 is nobody's. */
function readNull(): void {
  console.log(`null is ${load64(0n)}`);
}

function fillStack(): void {
  console.log(`the stack has room for ${deeper(1)} calls`);
}

function deeper(depth: number): number {
  return depth === 0 ? 0 : deeper(depth + 1) + 1;
}

/** Variables are no code. */
function executeData(): void {
  return asm`
        adrp  x9, ${symbol("link/data")}
        br    x9
  `;
}

function undefinedInstruction(): void {
  return asm`
        udf   #0
  `;
}
