// QEMU as the oracle: one program with every operation in it, compiled here and run under qemu-aarch64-static.
// Needs gcc-aarch64-linux-gnu and qemu-user-static; the tests do not, they read what it has answered (recorded/).

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Operation } from "./operations";

export interface Question {
  readonly operation: Operation;
  readonly fpcr: number;
  readonly fpsr: number;
  readonly x: bigint;
  readonly y: bigint;
  readonly z: bigint;
}

export interface Answer {
  readonly result: bigint;
  readonly fpsr: number;
}

const QUESTION_SIZE = 40;
const ANSWER_SIZE = 16;

/** What QEMU answers to each question, in order. */
export function askQemu(operations: readonly Operation[], questions: readonly Question[]): Answer[] {
  const folder = mkdtempSync(join(tmpdir(), "floating-point-"));
  try {
    const program = join(folder, "program");
    writeFileSync(`${program}.c`, sourceFor(operations));
    execFileSync("aarch64-linux-gnu-gcc", ["-static", "-O1", "-march=armv8.5-a+fp16", "-o", program, `${program}.c`]);
    const input = Buffer.alloc(questions.length * QUESTION_SIZE);
    const numbers = new Map(operations.map(({ name }, number) => [name, number]));
    questions.forEach(({ operation, fpcr, fpsr, x, y, z }, i) => {
      const at = i * QUESTION_SIZE;
      input.writeUInt32LE(numbers.get(operation.name)!, at);
      input.writeUInt32LE(fpcr, at + 4);
      input.writeUInt32LE(fpsr, at + 8);
      [x, y, z].forEach((operand, n) => input.writeBigUInt64LE(operand, at + 16 + 8 * n));
    });
    const output = execFileSync("qemu-aarch64-static", ["-cpu", "max", program], { input, maxBuffer: 2 ** 30 });
    return questions.map((_, i) => ({
      result: output.readBigUInt64LE(i * ANSWER_SIZE),
      fpsr: output.readUInt32LE(i * ANSWER_SIZE + 8),
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sourceFor(operations: readonly Operation[]): string {
  return `
#include <stdio.h>
#include <stdint.h>
struct question { uint32_t operation, fpcr, fpsr, unused; uint64_t x, y, z; } q;
struct answer { uint64_t result; uint32_t fpsr, unused; } a;
#define DO(CODE) asm volatile( \\
  "msr fpcr, %[fpcr]; msr fpsr, %[fpsr]; fmov d0, %[x]; fmov d1, %[y]; fmov d2, %[z]; mov x9, %[x]; isb;" \\
  CODE "; mov %[result], x10; isb; mrs %[flags], fpsr; msr fpcr, xzr" \\
  : [result] "=&r" (result), [flags] "=&r" (flags) \\
  : [fpcr] "r" ((uint64_t)q.fpcr), [fpsr] "r" ((uint64_t)q.fpsr), [x] "r" (q.x), [y] "r" (q.y), [z] "r" (q.z) \\
  : "x9", "x10", "x11", "v0", "v1", "v2", "v3", "cc", "memory")
int main(void) {
  while (fread(&q, sizeof q, 1, stdin) == 1) {
    uint64_t result = 0, flags = 0;
    switch (q.operation) {
${operations.map(({ assembly }, number) => `    case ${number}: DO("${withResult(assembly)}"); break;`).join("\n")}
    default: return 1;
    }
    a.result = result; a.fpsr = flags;
    fwrite(&a, sizeof a, 1, stdout);
  }
  return 0;
}
`;
}

/** What leaves its result in register 3 has it moved to X10. */
function withResult(assembly: string): string {
  return /\b[wx]10\b/.test(assembly) ? assembly : `${assembly}; fmov x10, d3`;
}
