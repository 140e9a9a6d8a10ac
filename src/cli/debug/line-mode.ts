// The debugger without a screen: a line in, some lines out. What a script or a pipe gets.
//
//   3: 0x1008 <again+0x4>  str w1, [x0, #8]  mem32[x0 + 8] = w1
//   |  where the program is, what comes next, and what that does
//   instructions executed

import { UserFault } from "../../base/fault";
import { hex } from "../../base/word";
import { obey, type Outcome } from "./commands";
import { instructionAt } from "./instruction-lines";
import { reasonText } from "./reasons";
import type { Session } from "./session";
import { changeLines } from "./state-lines";

/** What is printed in front of a line that was read, as a terminal would show it. */
const PROMPT = "(o2p) ";

/**
 * Obeys each of `lines`, and echoes it. Returns whether each was understood. `write` gets whole lines
 * without their ends.
 */
export async function debugByLines(
  session: Session, lines: AsyncIterable<string>, write: (line: string) => void,
): Promise<boolean> {
  let isUnderstood = true;
  write(whereLine(session));
  for await (const line of lines) {
    if (line.trim() === "" || line.trim().startsWith("//")) continue;
    write(PROMPT + line.trim());
    try {
      const outcome = await obey(session, line);
      if (outcome.kind === "quit") break;
      for (const each of outcomeLines(session, outcome)) write(each);
    } catch (error) {
      if (!(error instanceof UserFault)) throw error;
      write(`? ${error.message}`);
      isUnderstood = false;
    }
  }
  return isUnderstood;
}

function outcomeLines(session: Session, outcome: Exclude<Outcome, { readonly kind: "quit" }>): readonly string[] {
  if (outcome.kind === "text") return outcome.lines;
  const { reason } = outcome;
  const said = reason === "interrupted" ? "interrupted" : reasonText(reason, session.program.symbols);
  return [
    ...changeLines(session.stepping.before).map((line) => `   ${line}`),
    ...(said === undefined ? [] : [`-- ${said}`]),
    whereLine(session),
  ];
}

function whereLine({ stepping, program }: Session): string {
  const { address, label, assembly, meaning } = instructionAt(stepping.cpu, program.symbols, stepping.cpu.pc);
  const place = [hex(address), label].join(" ").trim();
  return `${stepping.time}: ${[place, assembly, meaning].filter((each) => each !== "").join("  ")}`;
}
