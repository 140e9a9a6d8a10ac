// The bits of words, all 64.
export function start(): void {
  const values = [0n, 1n, 0xffn, 0xf0f0_f0f0_f0f0_f0f0n, 0x8000_0000_0000_0000n, 0xffff_ffff_ffff_ffffn];
  for (const a of values) {
    for (const b of values) console.log(`${a & b} ${a | b} ${a ^ b}`);
    console.log(`${BigInt.asUintN(64, ~a)} ${BigInt.asUintN(64, ~a + 1n)} ${BigInt.asUintN(64, -a)}`);
  }
}
