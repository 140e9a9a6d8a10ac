import { UserFault } from "../../base/fault";
import { hex } from "../../base/word";

/** Bytes made a string in one step: an argument each, so not too many. */
const CHUNK = 4096;

/**
 * A section of NUL-terminated names, which others refer to by the offset of their first byte.
 * Offsets may point into the middle of a name, so a bad file can ask for one long name from each of
 * its bytes: a name is therefore a slice of one string, and where it ends is looked up.
 */
export class StringTable {
  readonly #text: string;
  /** The offsets of the NULs, ascending. */
  readonly #ends: readonly number[];
  readonly #what: string;

  /** `what` names the table in faults. */
  constructor(bytes: Uint8Array, what: string) {
    if (bytes.length > 0 && bytes.at(-1) !== 0) {
      throw new UserFault(`${what} does not end in a NUL`);
    }
    let text = "";
    for (let i = 0; i < bytes.length; i += CHUNK) {
      text += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
    }
    const ends: number[] = [];
    for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) ends.push(i);
    this.#text = text;
    this.#ends = ends;
    this.#what = what;
  }

  /** The name at `offset`, one character a byte. `whose` names the reader in the fault. */
  at(offset: number, whose: string): string {
    if (offset === 0 && this.#text === "") return ""; // An empty table still has the empty name.
    if (offset >= this.#text.length) {
      const place = `${hex(offset)} of ${this.#what}`;
      const size = hex(this.#text.length);
      throw new UserFault(`the name of ${whose} is at ${place}, which has only ${size} bytes`);
    }
    return this.#text.slice(offset, this.#endFrom(offset));
  }

  /** The first NUL at or after `offset`; there is one, as the last byte is a NUL. */
  #endFrom(offset: number): number {
    let low = 0;
    let high = this.#ends.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#ends[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return this.#ends[low]!;
  }
}
