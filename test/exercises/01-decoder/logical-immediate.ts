import type { Gate } from "../gate";

const header = `import type { DecoderParts } from "../../src/machine/decoder/parts";`;

export const gate: Gate = {
  wrong: [
    // what is wrong                              find                                        replace
    ["does not rotate",                           "immr % cell",                              "0"],
    ["rotates to the left",                       "rotateRight(ones, immr % cell, cell)",     "rotateRight(ones, cell - immr % cell, cell)"],
    ["rotates before there is a cell",            "rotateRight(ones, immr % cell, cell)",     "rotateRight(ones, immr % cell, width)"],
    ["makes the run one too short",               "(imms & (cell - 1)) + 1",                  "(imms & (cell - 1))"],
    ["leaves the size in the length",             "(imms & (cell - 1)) + 1",                  "imms + 1"],
    ["ignores N",                                 "(N << 6) | (~imms & 0x3f)",                "(~imms & 0x3f)"],
    ["does not invert imms",                      "(~imms & 0x3f)",                           "(imms & 0x3f)"],
    ["lets a run fill its cell",                  " || run === cell",                         ""],
    ["puts a cell of 64 into a W register",       "cell > width || ",                         ""],
    ["copies the cell once",                      "filled < width; filled *= 2",              "filled < Math.min(width, 2 * cell); filled *= 2"],
    ["fills 64 bits whatever the register",       "filled < width",                           "filled < 64"],
    ["minds the idle bits of immr",               "if (cell < 2",                             "if (immr >= cell || cell < 2"],
  ],
  wrongFiles: {
    "makes masks in numbers": `${header}
      export const decodeLogicalImmediate: DecoderParts["decodeLogicalImmediate"] = (N, immr, imms, width) => {
        const cell = 2 ** (31 - Math.clz32((N << 6) | (~imms & 63)));
        const run = (imms & (cell - 1)) + 1;
        if (cell < 2 || cell > width || run === cell) return undefined;
        const ones = (1 << run) - 1;
        const turn = immr % cell;
        let mask = BigInt(((ones >>> turn) | (ones << (cell - turn))) >>> 0);
        for (let filled = cell; filled < width; filled *= 2) mask |= mask << BigInt(filled);
        return BigInt.asUintN(width, mask);
      };`,
  },
  right: {
    "as strings": `${header}
      export const decodeLogicalImmediate: DecoderParts["decodeLogicalImmediate"] = (N, immr, imms, width) => {
        const text = String(N) + imms.toString(2).padStart(6, "0");
        const found = /^1([01]{6})$|^00([01]{5})$|^010([01]{4})$|^0110([01]{3})$|^01110([01]{2})$|^011110([01])$/.exec(text);
        const length = found?.slice(1).find((digits) => digits !== undefined);
        if (length === undefined) return undefined;
        const cell = 2 ** length.length;
        const run = parseInt(length, 2) + 1;
        if (cell > width || run === cell) return undefined;
        const still = "0".repeat(cell - run) + "1".repeat(run);
        const turn = immr % cell;
        const turned = still.slice(cell - turn) + still.slice(0, cell - turn);
        return BigInt("0b" + turned.repeat(width / cell));
      };`,
    "bit by bit": `${header}
      const SIZES: [N: number, mask: number, value: number, cell: number][] = [
        [1, 0b000000, 0b000000, 64], [0, 0b100000, 0b000000, 32], [0, 0b110000, 0b100000, 16],
        [0, 0b111000, 0b110000, 8], [0, 0b111100, 0b111000, 4], [0, 0b111110, 0b111100, 2],
      ];
      export const decodeLogicalImmediate: DecoderParts["decodeLogicalImmediate"] = (N, immr, imms, width) => {
        const cell = SIZES.find(([n, mask, value]) => n === N && (imms & mask) === value)?.[3];
        if (cell === undefined || cell > width) return undefined;
        const last = imms % cell;
        if (last === cell - 1) return undefined;
        let mask = 0n;
        for (let bit = 0; bit < width; bit++) if ((bit + immr) % cell <= last) mask |= 1n << BigInt(bit);
        return mask;
      };`,
    "by rotating the whole register": `${header}
      export const decodeLogicalImmediate: DecoderParts["decodeLogicalImmediate"] = (N, immr, imms, width) => {
        const cell = [64, 32, 16, 8, 4, 2].find((size) => (size === 64 ? N === 1 : N === 0 && (imms & (64 - size)) === 64 - 2 * size));
        if (cell === undefined || cell > width || imms % cell === cell - 1) return undefined;
        let mask = 0n;
        for (let i = 0; i < width; i += cell) mask |= ((1n << BigInt(imms % cell + 1)) - 1n) << BigInt(i);
        for (let turns = immr % width; turns > 0; turns--) mask = (mask >> 1n) | ((mask & 1n) << BigInt(width - 1));
        return mask;
      };`,
    "as the manual does it": `${header}
      export const decodeLogicalImmediate: DecoderParts["decodeLogicalImmediate"] = (N, immr, imms, width) => {
        const len = 31 - Math.clz32(N * 64 + (63 - imms));
        if (len < 1 || (N === 1 && width === 32)) return undefined;
        const levels = (1 << len) - 1;
        const [S, R] = [imms & levels, immr & levels];
        if (S === levels) return undefined;
        const esize = 1n << BigInt(len);
        const welem = (1n << BigInt(S + 1)) - 1n;
        const elem = ((welem >> BigInt(R)) | (welem << (esize - BigInt(R)))) & ((1n << esize) - 1n);
        let wmask = 0n;
        for (let i = 0n; i < BigInt(width); i += esize) wmask |= elem << i;
        return wmask;
      };`,
  },
};
