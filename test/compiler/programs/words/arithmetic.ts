// Words wrap round inside of BigInt.asUintN.
export function start(): void {
  const values = [0n, 1n, 2n, 0x7fff_ffff_ffff_ffffn, 0x8000_0000_0000_0000n, 0xffff_ffff_ffff_ffffn, 0x1234_5678_9abc_def0n];
  for (const a of values) {
    for (const b of values) {
      console.log(`${BigInt.asUintN(64, a + b)} ${BigInt.asUintN(64, a - b)} ${BigInt.asUintN(64, a * b)}`);
    }
  }
}
