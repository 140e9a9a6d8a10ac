/** What a reader typed, as a word: eight hexadecimal digits, or an instruction as an assembler takes it. */
import { UserFault } from "../../../base/fault";
import { assembleLine } from "../../../machine/decoder/assembler";
import { parseHex } from "../word/shared-value";

export function wordOf(typed: string): number | { readonly fault: string } {
  const text = typed.trim();
  if (text === "") return { fault: "Type a word, as 8b020020, or an instruction, as add x0, x1, x2." };
  const word = parseHex(text, 32);
  // "add" is an instruction without its operands before it is the number 0xadd.
  if (word !== undefined && /^0x|^[0-9a-f_]{8,}$/i.test(text)) return Number(word);
  try {
    return assembleLine(text);
  } catch (fault) {
    if (fault instanceof UserFault) return { fault: fault.message };
    throw fault;
  }
}

/** The word that a page itself names; a page with a wrong one does not build. */
export function mustBeWord(text: string): number {
  const answer = wordOf(text);
  if (typeof answer === "number") return answer;
  throw new Error(`a figure's word: ${text}: ${answer.fault}`);
}
