import type { JitParts } from "../../src/machine/jit/parts";

/**
 * The instruction i32.const (0x41) or i64.const (0x42) with its number. `word` is what is to be on the stack, an unsigned word of
 * 32 or 64 bits. WebAssembly writes the number as a *signed* LEB128 of that width, "uninterpreted integers" being signed ones in
 * its binary format: 0xffff_ffff on the stack is -1, if it is an i32. As few bytes as can be.
 */
export const integerConstant: JitParts["integerConstant"] = (type, word) => {
  throw new Error(`Return the bytes of ${type}.const that puts ${word} on the stack.`);
};
