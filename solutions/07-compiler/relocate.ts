import type { LinkParts } from "../../src/compiler/link/parts";

/**
 * An instruction that was left open, with the address `S` of what it means. It stands at the address `place`, and its field is
 * 0 so far. What goes where:
 *
 *   CALL26             BL: bits 0 to 25 are the distance from the instruction to S, in words, with a sign
 *   ADR_PREL_PG_HI21   ADRP: the distance from the instruction's page to that of S, in pages of 4 KiB, with a sign: its lowest
 *                      two bits are bits 29 and 30, the other 19 are bits 5 to 23
 *   ADD_ABS_LO12_NC    ADD (immediate): bits 10 to 21 are where in its page S is
 *
 * Both ends are within reach of each other. The result is from 0 to 2^32 - 1.
 */
export const relocate: LinkParts["relocate"] = (kind, word, S, place) => {
  switch (kind) {
    case "CALL26": {
      const words = (S - place) >> 2n;
      return put(word, BigInt.asUintN(26, words), 0n);
    }
    case "ADR_PREL_PG_HI21": {
      const pages = BigInt.asUintN(21, (S >> 12n) - (place >> 12n));
      return put(put(word, pages & 3n, 29n), pages >> 2n, 5n);
    }
    case "ADD_ABS_LO12_NC": return put(word, S & 0xfffn, 10n);
  }
};

/** `word` with `field` at `shift`. */
const put = (word: number, field: bigint, shift: bigint): number => Number(BigInt(word) | (field << shift));
