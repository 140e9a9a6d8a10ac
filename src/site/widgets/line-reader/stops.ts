/** Where the two fingers stop, on the line and on the template, and what is known of the word there. */
import type { Cube } from "../../../machine/decoder/cube";
import { fieldNames } from "../bit-field/fields";
import type { LineReading, Try } from "./line-reading";

export interface Stop {
  readonly kind: "mnemonic" | "operand" | "end" | "failure";
  /** What lies under the finger on the line, from start to end. */
  readonly start: number;
  readonly end: number;
  /** The piece of the template under the other: an index, -1 for the mnemonic, the number of pieces at the end. */
  readonly piece: number;
  readonly template: string;
  readonly known: Cube;
  /** The bits that became known here, a one for each. */
  readonly fresh: number;
  /** The fields that have such bits. */
  readonly fields: readonly string[];
}

/** A comma says nothing of the word: only what decides bits is a stop, and the end. */
export function stopsOf({ line, mnemonic: [start, end] }: LineReading, tried: Try): readonly Stop[] {
  const { row, pieces, read, word } = tried;
  const stopAt = (stop: Omit<Stop, "fields">): Stop => ({ ...stop, fields: fieldNames(row, stop.fresh) });
  const stops = [stopAt({ kind: "mnemonic", start, end, piece: -1, template: tried.mnemonic, known: tried.start, fresh: tried.start.mask })];
  for (const [index, { piece, fresh, known, ...place }] of read.entries()) {
    if (piece.mask !== 0) stops.push(stopAt({ kind: "operand", ...place, piece: index, template: piece.text, known, fresh }));
  }
  const known = stops.at(-1)?.known ?? tried.start;
  if (word === undefined) {
    const at = Math.max(0, tried.failedAt);
    const next = /^\s*(?:[\w.#-]+|\S)?/.exec(line.slice(at))?.[0].length ?? 0;
    stops.push(stopAt({ kind: "failure", start: at, end: at + next, piece: read.length, template: pieces[read.length]?.text ?? "", known, fresh: 0 }));
  } else {
    stops.push(stopAt({
      kind: "end", start: line.length, end: line.length, piece: pieces.length, template: "",
      known: { mask: 0xffffffff, value: word }, fresh: ~known.mask >>> 0,
    }));
  }
  return stops;
}
