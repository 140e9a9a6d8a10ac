// The linker's arithmetic: addresses put into the instructions and words that were left open for
// them (ELF for the Arm 64-bit Architecture, "Relocation").

import { bug } from "../../base/bug";
import type { CodeRelocation, CodeRelocationKind } from "../back/compiled";
import type { DataRelocation } from "../ir/program";
import type { LinkParts } from "./parts";

const PAGE = 0xfffn;

/** `word` at address `place`, with the address S in its field. */
const RELOCATE: Readonly<
  Record<CodeRelocationKind, (word: number, S: bigint, place: bigint) => number>
> = {
  CALL26: (word, S, place) => {
    const words = Number(S - place) / 4;
    if (words < -(2 ** 25) || words >= 2 ** 25) bug("a call of more than 128 MiB");
    return word | (words & 0x3ff_ffff);
  },
  ADR_PREL_PG_HI21: (word, S, place) => {
    const pages = Number(((S & ~PAGE) - (place & ~PAGE)) >> 12n);
    if (pages < -(2 ** 20) || pages >= 2 ** 20) bug("an address more than 4 GiB away");
    return word | ((pages & 3) << 29) | (((pages >> 2) & 0x7_ffff) << 5);
  },
  ADD_ABS_LO12_NC: (word, S) => word | (Number(S & PAGE) << 10),
  ADR_PREL_LO21: (word, S, place) => {
    const bytes = near(S, place);
    return word | ((bytes & 3) << 29) | (((bytes >> 2) & 0x7_ffff) << 5);
  },
  LD_PREL_LO19: (word, S, place) => {
    const bytes = near(S, place);
    if (bytes % 4 !== 0) bug("a word that is no multiple of 4 away");
    return word | (((bytes / 4) & 0x7_ffff) << 5);
  },
};

/** What one instruction reaches of symbols. */
const NEAR = 2 ** 20;

function near(S: bigint, place: bigint): number {
  const bytes = Number(S - place);
  if (bytes < -NEAR || bytes >= NEAR) bug("an address more than 1 MiB away");
  return bytes;
}

export const relocate = (
  kind: CodeRelocationKind, word: number, S: bigint, place: bigint,
): number => RELOCATE[kind](word, S, place) >>> 0;

export type AddressOf = (symbol: string) => bigint;

/** Relocates code that stands at `address`, in place. */
export function relocateCode(
  words: Uint32Array, relocations: readonly CodeRelocation[], address: bigint, addressOf: AddressOf,
  part: LinkParts["relocate"] = relocate,
): void {
  const fill = (kind: CodeRelocationKind, word: number, S: bigint, place: bigint): number =>
    kind === "ADR_PREL_LO21" || kind === "LD_PREL_LO19"
      ? relocate(kind, word, S, place) : part(kind, word, S, place);
  for (const { offset, kind, symbol } of relocations) {
    const at = offset / 4;
    const place = address + BigInt(offset);
    words[at] = fill(kind, words[at] ?? bug("beyond the code"), addressOf(symbol), place);
  }
}

/** Relocates data, in place. */
export function relocateData(
  bytes: Uint8Array, relocations: readonly DataRelocation[], addressOf: AddressOf,
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const { offset, symbol, addend } of relocations) {
    view.setBigUint64(offset, addressOf(symbol) + BigInt(addend), true);
  }
}
