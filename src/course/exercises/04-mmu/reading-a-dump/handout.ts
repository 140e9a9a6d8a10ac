// The question as the student reads it, made from the variant alone.

import { address, hex } from "../notation";
import type { DumpQuestion, DumpVariant } from "./variant";

const DOES = { read: "reads", write: "writes", fetch: "executes" } as const;

export function dumpHandout(variant: DumpVariant): string {
  const { TCR_EL1, TTBR0_EL1, TTBR1_EL1, memory, questions } = variant;
  return [
    "A machine has stopped. Its MMU is on, and these are its registers; SCTLR_EL1.WXN and PSTATE.PAN are 0:",
    "",
    ...indented([`TCR_EL1    ${hex(TCR_EL1)}`, `TTBR0_EL1  ${hex(TTBR0_EL1)}`, `TTBR1_EL1  ${hex(TTBR1_EL1)}`]),
    "",
    "And this is what is in its translation tables. Every doubleword that is not listed is 0:",
    "",
    ...indented(memory.map(([at, bits]) => `${hex(at)}   ${bits.toString(16).padStart(16, "0")}`)),
    "",
    "Its TLB is empty. What becomes of each of these accesses?",
    "",
    ...indented(questions.map(questionText)),
    "",
    "Write `readDump(va, purpose, level)`, which gives the physical address of the byte, a number, or the fault:",
    "{ kind: \"translation\", level: 2 }, where kind is one of \"translation\", \"access flag\", \"address size\", \"permission\".",
    "It is asked about these accesses and no others, so a list of answers will do. So will a program that looks them up.",
  ].join("\n");
}

/** "EL0 writes   0x12_3456_7890" */
const questionText = ({ va, purpose, level }: DumpQuestion): string => `${level} ${DOES[purpose].padEnd(8)} ${address(va)}`;

const indented = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`);
