// The solution to a variant, as somebody with a pencil would write it.

import { address, hex } from "../notation";
import { answerTo, type DumpQuestion, type DumpVariant } from "./variant";

export function dumpSolution(variant: DumpVariant): string {
  return `import type { MmuQuestions } from "../../src/course/exercises/04-mmu/questions";

type Answer = ReturnType<MmuQuestions["readDump"]>;

const ANSWERS: readonly (readonly [va: bigint, answer: Answer])[] = [
${variant.questions.map((question) => `  [${address(question.va)}n, ${answerText(variant, question)}],`).join("\n")}
];

const NOT_ASKED = -1;

/** What the dump says: no address is asked about twice. */
export const readDump: MmuQuestions["readDump"] = (va) => ANSWERS.find(([asked]) => asked === va)?.[1] ?? NOT_ASKED;
`;
}

function answerText(variant: DumpVariant, question: DumpQuestion): string {
  const answer = answerTo(variant, question);
  return typeof answer === "number" ? hex(answer) : `{ kind: "${answer.kind}"${"level" in answer ? `, level: ${answer.level}` : ""} }`;
}
