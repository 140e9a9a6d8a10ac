// Bitwise operators look at the lowest 32 bits, signed.
export function start(): void {
  const values = [0, 1, -1, 5, 0x7fffffff, 0x80000000, 0xffffffff, 0x100000000, 0x1_2345_6789, -0x80000001, 9007199254740991, -9007199254740991];
  for (const a of values) {
    console.log(`${a}: ~${~a} |${a | 0} >>>${a >>> 0} &${a & 0xff} ^${a ^ 0x55}`);
    for (const b of [0x0f0f0f0f, -2, 0x180000000]) console.log(`  ${a & b} ${a | b} ${a ^ b}`);
  }
}
