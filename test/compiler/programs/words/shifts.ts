// Shifts of words: to the right by anything, to the left by a constant.
export function start(): void {
  const values = [1n, 0x8000_0000_0000_0001n, 0xffff_ffff_ffff_ffffn, 0x1234_5678_9abc_def0n];
  const counts = [0n, 1n, 8n, 31n, 32n, 33n, 63n, 64n, 65n, 1000n, 0xffff_ffff_ffff_ffffn];
  for (const a of values) {
    for (const n of counts) console.log(`${a} >> ${n} = ${a >> n}`);
    console.log(`${BigInt.asUintN(64, a << 0n)} ${BigInt.asUintN(64, a << 1n)} ${BigInt.asUintN(64, a << 32n)} ${BigInt.asUintN(64, a << 63n)}`);
  }
}
