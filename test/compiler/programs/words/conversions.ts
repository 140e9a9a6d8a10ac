// From numbers to words and back, and to fewer bits.
export function start(): void {
  for (const n of [0, 1, 255, 4294967296, 9007199254740991]) {
    const w = BigInt(n);
    console.log(`${w} ${Number(w)} ${Number(w) === n} ${String(w)} ${w.toString()} ${w.toString(16)} ${w.toString(2)}`);
  }
  const w = 0x1234_5678_9abc_def0n;
  console.log(`${BigInt.asUintN(8, w)} ${BigInt.asUintN(16, w)} ${BigInt.asUintN(32, w)} ${BigInt.asUintN(1, w)} ${BigInt.asUintN(63, w)}`);
  console.log(`${Number(BigInt.asUintN(32, w))} ${Number(w >> 32n)} ${Number(w & 0xfn)} ${w.toString(36)} ${0xffff_ffff_ffff_ffffn.toString(2)}`);
  console.log(`${Number(9007199254740991n)} ${BigInt(Number.MAX_SAFE_INTEGER)}`);
}
