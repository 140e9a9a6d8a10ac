import type { DecoderQuestions, ForeignInstruction } from "../../src/course/exercises/01-decoder/questions";

/*
 * The question to practise on. If your instructor has given you one of your own, with other numbers in it, write
 * the answer to that one here.
 *
 * The Ember is a computer that was never built. Its instructions have 32 bits, and these are all of them:
 *
 *     wob   0110 rb:5 (01) rd:5 ra:5 011 100100 fn:2          rd, ra, rb, fn
 *     mad   1001 (0) cond:3 (0) 0 hi:6 ra:5 010 010 10 lo:3   ra, cond, by = hi:lo signed *4
 *     gox   1000 rd:5 (100) ra:5 (001) (11) imm:7 110         rd, ra, imm signed
 *     tad   1011 hi:9 10011 10111 (01) lo:6 (0)               by = hi:lo signed *4
 *     zil   1000 00000 (100) 00011 (001) (11) imm:7 110       imm signed
 *     bob   0110 rb:5 (01) rd:5 ra:5 011 100100 11            rd, ra, rb
 *     mod   1000 00000 (100) ra:5 (001) (11) imm:7 110        ra, imm signed
 *     mud   1101 up size:2 off:7 (0100) 0111 ra:5 rd:5        rd, ra, off *8, size, up
 *
 * The diagrams are written as in chapter 1, from bit 31 down: a run of 0s and 1s is fixed, a name is a field of one
 * bit, a name:width a field of that many. Bits in parentheses should be so; a word that has them otherwise is the
 * same instruction.
 *
 * 1. Where two diagrams match a word, the one with more fixed bits has it.
 * 2. "hi:lo" is the two fields side by side, hi above lo. "*4" means that the operand is 4 times what its bits say.
 * 3. A signed operand is kept as its value plus half of what its bits can count: of 3 bits, 000 is -4, 100 is 0,
 *    111 is 3.
 * 4. A word is no instruction if no diagram matches it, or if the row that has it reserves it:
 *    wob reserves fn = 1.
 *    mad reserves cond = 6.
 *    mud reserves size = 3.
 *
 * Write `decodeForeign(word)`: the name of the instruction and its operands, by name; or undefined if the word is no
 * instruction. For example:
 *
 *     decodeForeign(0x65a1eb90)   { name: "wob", operands: { rd: 1, ra: 29, rb: 11, fn: 0 } }
 *     decodeForeign(0x921b8a57)   { name: "mad", operands: { ra: 17, cond: 2, by: -132 } }
 *     decodeForeign(0x8d4d1eb6)   { name: "gox", operands: { rd: 26, ra: 26, imm: 22 } }
 *     decodeForeign(0xbc2cee90)   { name: "tad", operands: { by: 34080 } }
 *     decodeForeign(0x80419d96)   { name: "zil", operands: { imm: -14 } }
 *     decodeForeign(0x6229bb93)   { name: "bob", operands: { rd: 9, ra: 23, rb: 4 } }
 *     decodeForeign(0x804f1d36)   { name: "mod", operands: { ra: 30, imm: -26 } }
 *     decodeForeign(0xdd511d1b)   { name: "mud", operands: { rd: 27, ra: 8, off: 672, size: 2, up: 1 } }
 *     decodeForeign(0x65a1eb91)   undefined
 */

export const decodeForeign: DecoderQuestions["decodeForeign"] = (word): ForeignInstruction | undefined => {
  throw new Error(`Return the name and the operands of 0x${word.toString(16)} by the table above, or undefined.`);
};
