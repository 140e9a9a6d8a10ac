// Code for an image of less than 1 MiB: one instruction reaches every symbol (Arm ARM, C6.2, "ADR" and "LDR (literal)":
// immhi is bits 23 to 5, immlo bits 30 and 29 of ADR; imm19 is bits 23 to 5 of LDR and counts words).

import { expect } from "chai";
import { compileFunction } from "../../../src/compiler/back/compile";
import { relocate } from "../../../src/compiler/link/relocate";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { readIr } from "../ir/read-ir";

const PLACE = 0x4020_0000n;

const words: readonly (readonly [kind: "ADR_PREL_LO21" | "LD_PREL_LO19", open: number, distance: bigint, word: number])[] = [
  // llvm-mc's words for adr x0, #distance and ldr x0, #distance
  ["ADR_PREL_LO21", 0x1000_0000,          0n, 0x1000_0000],
  ["ADR_PREL_LO21", 0x1000_0000,          1n, 0x3000_0000],
  ["ADR_PREL_LO21", 0x1000_0007,          4n, 0x1000_0027],
  ["ADR_PREL_LO21", 0x1000_0000,         -1n, 0x70ff_ffe0],
  ["ADR_PREL_LO21", 0x1000_0000,  1_048_575n, 0x707f_ffe0],
  ["ADR_PREL_LO21", 0x1000_0000, -1_048_576n, 0x1080_0000],
  ["LD_PREL_LO19",  0x5800_0000,          0n, 0x5800_0000],
  ["LD_PREL_LO19",  0x5800_0003,          8n, 0x5800_0043],
  ["LD_PREL_LO19",  0x5800_0000,         -4n, 0x58ff_ffe0],
  ["LD_PREL_LO19",  0x5800_0000,  1_048_572n, 0x587f_ffe0],
  ["LD_PREL_LO19",  0x5800_0000, -1_048_576n, 0x5880_0000],
];

/** What a function becomes, and which symbols its open words are of. */
function code(body: string, isNear: boolean): string[] {
  const compiled = compileFunction(readIr(`function a.ts#f(v0: raw)\nb9:\n${body}`), {}, { isNear });
  const open = new Map(compiled.relocations.map(({ offset, kind, symbol }) => [offset / 4, ` ${kind} ${symbol}`]));
  return [...compiled.words].map((word, i) => standardDecoder().disassemble(word).replace("\t", " ") + (open.get(i) ?? ""));
}

const bodies: readonly (readonly [what: string, body: string, far: readonly string[], near: readonly string[]])[] = [
  ["an address", "v1: raw = symbol table\nreturn v1",
    ["adrp x0, #0 ADR_PREL_PG_HI21 table", "add x0, x0, #0 ADD_ABS_LO12_NC table", "ret"],
    ["adr x0, #0 ADR_PREL_LO21 table", "ret"]],
  ["a variable of 64 bits", "v1: raw = symbol variable\nv2: number = load u64 [v1]\nreturn v2",
    ["adrp x8, #0 ADR_PREL_PG_HI21 variable", "add x8, x8, #0 ADD_ABS_LO12_NC variable", "ldr x0, [x8]", "ret"],
    ["ldr x0, #0 LD_PREL_LO19 variable", "ret"]],
  ["of 32 bits, it is an address first", "v1: raw = symbol variable\nv2: raw = load u32 [v1]\nreturn v2",
    ["adrp x8, #0 ADR_PREL_PG_HI21 variable", "add x8, x8, #0 ADD_ABS_LO12_NC variable", "ldr w0, [x8]", "ret"],
    ["adr x8, #0 ADR_PREL_LO21 variable", "ldr w0, [x8]", "ret"]],
  ["and behind the symbol,", "v1: raw = symbol variable\nv2: number = load u64 [v1 + 8]\nreturn v2",
    ["adrp x8, #0 ADR_PREL_PG_HI21 variable", "add x8, x8, #0 ADD_ABS_LO12_NC variable", "ldr x0, [x8, #8]", "ret"],
    ["adr x8, #0 ADR_PREL_LO21 variable", "ldr x0, [x8, #8]", "ret"]],
];

describe("code that is near its data", () => {
  for (const [kind, open, distance, word] of words) {
    it(`${kind}: ${distance} bytes away`, () => {
      expect(relocate(kind, open, BigInt.asUintN(64, PLACE + distance), PLACE).toString(16)).to.equal(word.toString(16));
    });
  }

  for (const [kind, distance, why] of [
    ["ADR_PREL_LO21", 1_048_576n, "more than 1 MiB away"], ["ADR_PREL_LO21", -1_048_577n, "more than 1 MiB away"],
    ["LD_PREL_LO19", 1_048_576n, "more than 1 MiB away"], ["LD_PREL_LO19", 6n, "no multiple of 4 away"],
  ] as const) {
    it(`${kind} does not reach ${distance} bytes`, () => {
      expect(() => relocate(kind, 0, PLACE + distance, PLACE)).to.throw(why);
    });
  }

  for (const [what, body, far, near] of bodies) {
    it(`${what}: ${near[0]}`, () => {
      expect(code(body, false)).to.deep.equal(far);
      expect(code(body, true)).to.deep.equal(near);
    });
  }
});
