import type { JitParts } from "../../src/machine/jit/parts";

/**
 * The instruction i32.const (0x41) or i64.const (0x42) with its number. `word` is what is to be on the stack, an unsigned word of
 * 32 or 64 bits. WebAssembly writes the number as a *signed* LEB128 of that width, "uninterpreted integers" being signed ones in
 * its binary format: 0xffff_ffff on the stack is -1, if it is an i32. As few bytes as can be.
 */
export const integerConstant: JitParts["integerConstant"] = (type, word) => {
  const bytes = [type === "i32" ? 0x41 : 0x42];
  for (let rest = BigInt.asIntN(type === "i32" ? 32 : 64, word); ;) {
    const low = Number(BigInt.asUintN(7, rest));
    rest >>= 7n;
    if (rest === ((low & 0x40) !== 0 ? -1n : 0n)) return Uint8Array.of(...bytes, low);
    bytes.push(low | 0x80);
  }
};
