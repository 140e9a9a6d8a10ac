import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["counts bytes in a call",           "(S - place) >> 2n",                        "S - place"],
    ["calls from the next instruction",  "(S - place) >> 2n",                        "(S - place - 4n) >> 2n"],
    ["calls an address",                 "(S - place) >> 2n",                        "S >> 2n"],
    ["has no sign",                      "BigInt.asUintN(26, words)",                "(words < 0n ? -words : words)"],
    ["has a field of 25 bits",           "BigInt.asUintN(26, words)",                "BigInt.asUintN(25, words)"],
    ["subtracts addresses, then cuts",   "(S >> 12n) - (place >> 12n)",              "(S - place) >> 12n"],
    ["forgets where the instruction is", "(S >> 12n) - (place >> 12n)",              "S >> 12n"],
    ["puts all of the page at bit 5",    "put(put(word, pages & 3n, 29n), pages >> 2n, 5n)", "put(word, pages & 0x7ffffn, 5n)"],
    ["puts the upper two bits at 29",    "put(put(word, pages & 3n, 29n), pages >> 2n, 5n)", "put(put(word, pages >> 19n, 29n), pages & 0x7ffffn, 5n)"],
    ["puts a distance into ADD",         "put(word, S & 0xfffn, 10n)",               "put(word, (S - place) & 0xfffn, 10n)"],
    ["puts ADD's at bit 5",              "put(word, S & 0xfffn, 10n)",               "put(word, S & 0xfffn, 5n)"],
    ["has a word with a sign",           "Number(BigInt(word) | (field << shift))",  "Number(BigInt.asIntN(32, BigInt(word) | (field << shift)))"],
  ],
  right: {
    "in numbers": `
      import type { LinkParts } from "../../src/compiler/link/parts";
      export const relocate: LinkParts["relocate"] = (kind, word, S, place) => {
        const [to, from] = [Number(S), Number(place)];
        const page = (address: number): number => Math.floor(address / 4096);
        const modulo = (value: number, bits: number): number => ((value % 2 ** bits) + 2 ** bits) % 2 ** bits;
        if (kind === "CALL26") return word + modulo((to - from) / 4, 26);
        if (kind === "ADD_ABS_LO12_NC") return word + (to % 4096) * 1024;
        const pages = modulo(page(to) - page(from), 21);
        return word + (pages % 4) * 2 ** 29 + Math.floor(pages / 4) * 32;
      };`,
  },
};
