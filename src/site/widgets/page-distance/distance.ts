/** ADRP and ADD at one address, for a symbol at another: what the linker puts into both words, and what it would put there if it subtracted first. */
import { relocate } from "../../../compiler/link/relocate";
import { standardDecoder } from "../../../machine/decoder/decoder";

export const PAGE_BYTES = 4096;
/** Pages that the figure shows, from the image's first byte on. */
export const shownPages = 4;
export const begin = 0x4020_0000;

const ADRP_X0 = 0x9000_0000;
const ADD_X0_X0 = 0x9100_0000;

export interface Distance {
  readonly bytes: number;
  /** From the instruction's page to the symbol's. */
  readonly pages: number;
  /** The bytes divided by 4096, and rounded down. */
  readonly subtractedFirst: number;
  /** What X0 holds if ADRP is given that, and ADD the lowest twelve bits. */
  readonly arrivesAt: number;
  readonly words: readonly { readonly word: number; readonly text: string }[];
}

export function distance(place: number, symbol: number): Distance {
  const decoder = standardDecoder();
  const bytes = symbol - place;
  const pages = pageOf(symbol) - pageOf(place);
  const subtractedFirst = Math.floor(bytes / PAGE_BYTES);
  const adrp = relocate("ADR_PREL_PG_HI21", ADRP_X0, BigInt(symbol), BigInt(place));
  const add = relocate("ADD_ABS_LO12_NC", ADD_X0_X0, BigInt(symbol), BigInt(place + 4));
  return {
    bytes, pages, subtractedFirst,
    arrivesAt: (pageOf(place) + subtractedFirst) * PAGE_BYTES + (symbol % PAGE_BYTES),
    words: [[adrp, place], [add, place + 4]].map(([word, at]) => ({ word: word!, text: decoder.disassemble(word!, BigInt(at!)).replace("\t", " ") })),
  };
}

const pageOf = (address: number): number => Math.floor(address / PAGE_BYTES);

export const hex = (value: number): string => `0x${value.toString(16)}`;
