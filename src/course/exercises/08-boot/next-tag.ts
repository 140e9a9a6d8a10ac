import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import type { InMemory } from "./adapters/in-memory";
import { hex, memoryCase, memoryNotation } from "./memory-cases";

const BEGIN = 0xffff_ff80_4400_0038n;

// Tokens as the Devicetree Specification 0.4 writes them, section 5.4.1.
const BEGIN_NODE = 1;
const END_NODE = 2;
const PROP = 3;
const NOP = 4;
const END = 9;

const word = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
const padded = (bytes: readonly number[]): number[] => [...bytes, ...Array.from({ length: -bytes.length & 3 }, () => 0)];
const textOf = (name: string): number[] => [...name].map((letter) => letter.charCodeAt(0));

const node = (name: string): number[] => [...word(BEGIN_NODE), ...padded([...textOf(name), 0])];
const property = (value: readonly number[], nameAt = 0): number[] => [...word(PROP), ...word(value.length), ...word(nameAt), ...padded(value)];
const zeros = (bytes: number): number[] => Array.from({ length: bytes }, () => 0);
const endNode = word(END_NODE);
const nop = word(NOP);

/** From the first of the pieces; the next token is at the one whose number is `to`. */
function caseOf(pieces: readonly (readonly number[])[], to: number, why?: string, most?: number): Case<InMemory> {
  const before = Uint8Array.from([...pieces.flat(), ...word(END)]);
  const answer = BEGIN + BigInt(pieces.slice(0, to).flat().length);
  return memoryCase({ begin: BEGIN, before, args: [BEGIN], answer, ...(why !== undefined && { why }), ...(most !== undefined && { most }) });
}

const TELLING: readonly Case<InMemory>[] = [
  caseOf([endNode, endNode], 1, "FDT_END_NODE has nothing behind it"),
  caseOf([endNode], 1, "FDT_END is a token, too"),
  caseOf([node(""), property([1])], 1, "the root's name is empty: its NUL, and three bytes of padding"),
  caseOf([node("abc"), endNode], 1, "three letters and a NUL are four bytes: no padding"),
  caseOf([node("cpus"), endNode], 1, "four letters and a NUL are five bytes, padded to eight"),
  caseOf([node("memory@40000000"), property([0])], 1, "15 letters and a NUL"),
  caseOf([property([]), endNode], 1, "a property of no bytes: token, len and nameoff"),
  caseOf([property([0, 0, 0, 2]), endNode], 1, "a property of four bytes"),
  caseOf([property([0x61, 0x62, 0x63, 0x64, 0]), endNode], 1, "a property of five bytes, padded to eight"),
  caseOf([property([0, 0, 0, 1, 0, 0, 0, 4]), endNode], 1, "what stands in a property only looks like tokens"),
  caseOf([property(zeros(300)), node("uart")], 1, "len is big-endian, and more than a byte"),
  caseOf([property([0, 0, 0, 4], 0x104), endNode], 1, "nameoff is no length"),
];

const WITH_NOPS: readonly Case<InMemory>[] = [
  caseOf([endNode, nop, endNode], 2, "an FDT_NOP is passed over"),
  caseOf([property([7]), nop, nop, nop, property([8])], 4, "and more of them"),
  caseOf([node("a"), nop], 2, "and then comes FDT_END"),
  caseOf([nop, endNode], 1, "from an FDT_NOP"),
  caseOf([nop, nop, node("")], 2, "from an FDT_NOP, past another"),
];

function drawn(draw: Draw): Case<InMemory> {
  const letters = "abcdefghijklmnopqrstuvwxyz0123456789,-@";
  const name = (): string => draw.times(draw.below(20), () => letters.charAt(draw.below(letters.length))).join("");
  const value = (): number[] => draw.pick([draw.times(draw.below(40), () => draw.below(256)), draw.times(draw.below(6), () => word(draw.between(1, 9))).flat()]);
  const piece = (): number[] => draw.pick([node(name()), property(value(), draw.below(0x400)), endNode]);
  const nops = draw.pick([0, 0, 1, draw.below(6)]);
  return caseOf([piece(), ...draw.times(nops, () => nop), piece(), piece()], 1 + nops);
}

/** A property's bytes are nobody's business: eight accesses do, however many they are. */
const LONG: readonly Case<InMemory>[] = [caseOf([property(zeros(4096)), endNode], 1, "4 KiB in a property, and none of them is read", 8)];

/** The tokens at `begin`, as words: as many as are telling. */
const firstWords = (memory: Uint8Array): string =>
  Array.from({ length: Math.min(memory.length >> 2, 8) }, (_, i) => [...memory.subarray(4 * i, 4 * i + 4)].map((byte) => byte.toString(16).padStart(2, "0")).join("")).join(" ");

export const nextTag: Trial<InMemory> = {
  show: {
    ...memoryNotation("nextToken", (answer) => (typeof answer === "bigint" ? hex(answer) : String(answer))),
    call: (_begin, memory, at) => `nextToken(${hex(at as bigint)}), where ${firstWords(memory)}${memory.length > 32 ? " ..." : ""} stands`,
  },
  properties: [
    { title: "finds the token behind each kind of token", cases: () => TELLING },
    { title: "passes over FDT_NOP", cases: () => WITH_NOPS },
    { title: "agrees with the reference", cases: (draw) => draw.times(400, () => drawn(draw)) },
    { title: "does not read what it passes over", cases: () => LONG },
  ],
};
