/** What stands beside the lines of a program that a board runs: where each is in RAM, which is next, what is wrong. */
import type { Known } from "../computer/remote-computer";
import type { LineNote } from "../machine/program-notes";

/** `pc` is where the machine stands; undefined while it runs. */
export function notesOf(text: string, { lines, fault }: Pick<Known, "lines" | "fault">, pc: bigint | undefined): readonly LineNote[] {
  const notes: LineNote[] = text.split("\n").map(() => ({}));
  for (const { line, address } of fault === undefined ? lines : []) {
    if (line <= notes.length) notes[line - 1] = { address: offsetText(address), isNext: pc === BigInt(address) };
  }
  if (fault?.line !== undefined && fault.line <= notes.length) notes[fault.line - 1] = { fault: fault.what };
  return notes;
}

const imageBase = 0x4008_0000;

/** From the image's first byte: "1c". */
const offsetText = (address: number): string => (address - imageBase).toString(16).padStart(2, "0");
