/** What the figure says in a line: of the program as a whole, and of one of its lines. */
import { counted, withCommas } from "../machine/numbers";
import type { CompiledView } from "./compiled-view";
import type { RefusedLine } from "./messages";
import type { CompilerNews } from "./remote-compiler";

const mostSaid = 3;

export function viewText({ ownBytes, runtimeFunctions, runtimeBytes, imageBytes }: CompiledView): string {
  return `${withCommas(ownBytes)} bytes are the program's own. With ${counted(runtimeFunctions, "function")} of the runtime that it needs, ${withCommas(runtimeBytes)} bytes, `
    + `the image has ${withCommas(imageBytes)}.`;
}

/** The first few; all of them stand at their lines. */
export function refusedText(lines: readonly RefusedLine[]): string {
  const said = lines.slice(0, mostSaid).map(({ line, what }) => `Line ${line}: ${what}.`).join(" ");
  return lines.length > mostSaid ? `${said} And ${lines.length - mostSaid} more.` : said;
}

export function newsText({ isBusy, isThere, fault }: CompilerNews): string | undefined {
  if (fault !== undefined) return fault;
  if (!isBusy) return undefined;
  return isThere ? "Compiling." : "The compiler comes, and with it TypeScript: a few seconds, once.";
}

/** "Line 3: 4 operations, 7 instructions." */
export function lineText(line: number, { functions }: CompiledView): string {
  const count = (form: "ir" | "assembly"): number => functions.reduce((sum, each) => sum + each[form].filter((row) => row.line === line).length, 0);
  const [operations, instructions] = [count("ir"), count("assembly")];
  if (operations + instructions === 0) return `Line ${line}: nothing is left of it.`;
  return `Line ${line}: ${counted(operations, "operation")}, ${counted(instructions, "instruction")}.`;
}
