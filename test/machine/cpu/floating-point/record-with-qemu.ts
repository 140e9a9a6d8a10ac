// Makes recorded/answers.txt: of many random questions, for each operation, the first one to each kind of answer.
//   npx ts-node test/machine/cpu/floating-point/record-with-qemu.ts
// A kind is which flags were set, in which rounding mode, by operands that are zeros, denormals, normal, ...

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { FPCR, FPSR } from "../../../../src/machine/cpu/floating-point/context";
import { FORMATS, type FpWidth } from "../../../../src/machine/cpu/floating-point/format";
import { operations } from "./operations";
import { askQemu, type Answer, type Question } from "./qemu";
import { Bits, question } from "./questions";

const QUESTIONS_EACH = 1000;
const KEPT_EACH = 24;
const KEPT_EACH_CONVERSION = 6; // There are so many of them.

function main(): void {
  const all = operations();
  const bits = new Bits(0x0123_4567_89ab_cdefn);
  const questions = all.flatMap((operation) => Array.from({ length: QUESTIONS_EACH }, () => question(bits, operation)));
  const kinds = new Map<string, Set<string>>(all.map(({ name }) => [name, new Set()]));
  const lines = askQemu(all, questions).flatMap((answer, i) => {
    const asked = questions[i]!;
    const seen = kinds.get(asked.operation.name)!;
    const kind = kindOf(asked, answer);
    const limit = /Fixed/.test(asked.operation.name) ? KEPT_EACH_CONVERSION : KEPT_EACH;
    if (seen.has(kind) || seen.size === limit) return [];
    seen.add(kind);
    return [lineOf(asked, answer)];
  });
  const version = /version ([\d.]+)/.exec(execFileSync("qemu-aarch64-static", ["--version"], { encoding: "utf8" }))![1]!;
  const head = [
    `# What QEMU ${version} (qemu-aarch64-static -cpu max) answers; made by record-with-qemu.ts.`,
    "# operation  FPCR FPSR operands -> result FPSR, all in hexadecimal",
  ];
  writeFileSync(join(__dirname, "recorded", "answers.txt"), `${[...head, ...lines].join("\n")}\n`);
}

/** An inexact answer also depends on the rounding mode. */
function kindOf({ operation: { width, operands }, fpcr, fpsr, x, y, z }: Question, answer: Answer): string {
  const flags = answer.fpsr & ~fpsr;
  const rounding = (answer.fpsr & FPSR.IXC) !== 0 && fpsr === 0 ? fpcr & FPCR.RMode : 0;
  const classes = [x, y, z].slice(0, operands).map((operand) => (width === 0 ? "integer" : classOf(width, operand)));
  return `${flags} ${rounding} ${classes.join(" ")}`;
}

function classOf(width: FpWidth, operand: bigint): string {
  const { signBit, infinity, quietBit } = FORMATS[width];
  const magnitude = operand & (signBit - 1n);
  if (magnitude === 0n) return "zero";
  if ((magnitude & infinity) === 0n) return "denormal";
  if (magnitude < infinity) return "normal";
  return magnitude === infinity ? "infinity" : (magnitude & quietBit) !== 0n ? "quiet" : "signalling";
}

function lineOf({ operation, fpcr, fpsr, x, y, z }: Question, answer: Answer): string {
  const operands = [x, y, z].slice(0, operation.operands);
  const hex = (numbers: readonly (number | bigint)[]): string => numbers.map((n) => n.toString(16)).join(" ");
  return `${operation.name} ${hex([fpcr, fpsr, ...operands])} -> ${hex([answer.result, answer.fpsr])}`;
}

main();
