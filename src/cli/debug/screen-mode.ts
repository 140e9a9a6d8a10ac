// The debugger on a terminal: the screen is drawn anew after each line that is typed.

import { createInterface } from "node:readline/promises";
import type { ReadStream, WriteStream } from "node:tty";
import { UserFault } from "../../base/fault";
import { obey } from "./commands";
import { reasonText } from "./reasons";
import { type Style, screenLines } from "./screen";
import type { Session } from "./session";

const PROMPT = "(o2p) ";
/** The terminal's other screen, so that what was there before comes back. */
const ENTER = "\x1b[?1049h";
const LEAVE = "\x1b[?1049l";
const CLEAR = "\x1b[H\x1b[2J";
/** What leaves room for the panels; more is shown alone. */
const FEW_LINES = 6;
const GREETING = ["s step, b step back, c continue, rc reverse-continue, break ADDR, watch REG|ADDR, help, q"];

export async function debugOnScreen(session: Session, input: ReadStream, output: WriteStream, style: Style): Promise<void> {
  const lines = createInterface({ input, output, terminal: true });
  const gone = new Promise<undefined>((resolve) => { lines.once("close", () => { resolve(undefined); }); });
  lines.on("SIGINT", () => { session.interrupt(); });
  output.write(ENTER);
  try {
    let last = "";
    let said: readonly string[] = GREETING;
    for (;;) {
      output.write(CLEAR + drawing(session, said, output, style).join("\n") + "\n");
      const isAlone = said.length > FEW_LINES;
      const line = await Promise.race([lines.question(isAlone ? "Enter shows the program again. " + PROMPT : PROMPT), gone]);
      if (line === undefined) return; // Ctrl-D
      said = [];
      if (line.trim() === "" && (isAlone || last === "")) continue;
      last = line.trim() === "" ? last : line;
      const answer = await answerTo(session, last);
      if (answer === undefined) return;
      said = answer;
    }
  } finally {
    lines.close();
    output.write(LEAVE);
  }
}

function drawing(session: Session, said: readonly string[], { columns, rows }: WriteStream, style: Style): readonly string[] {
  return said.length > FEW_LINES ? said : screenLines(session, said, { columns, rows }, style);
}

/** What to say; undefined: good bye. */
async function answerTo(session: Session, line: string): Promise<readonly string[] | undefined> {
  try {
    const outcome = await obey(session, line);
    if (outcome.kind === "quit") return undefined;
    if (outcome.kind === "text") return outcome.lines;
    if (outcome.reason === "interrupted") return ["interrupted"];
    return [reasonText(outcome.reason, session.program.symbols)].filter((each) => each !== undefined);
  } catch (error) {
    if (error instanceof UserFault) return [error.message];
    throw error;
  }
}
