// Shifts take the count's lowest five bits.
export function start(): void {
  const values = [1, -1, 3, -3, 0x40000000, 0x7fffffff, -0x80000000, 0xffffffff, 0x1_0000_0001];
  const counts = [0, 1, 4, 15, 30, 31, 32, 33, 63, -1];
  for (const a of values) {
    for (const n of counts) console.log(`${a} ${n}: ${a << n} ${a >> n} ${a >>> n}`);
  }
  let x = 1;
  x <<= 5;
  x |= 3;
  x >>= 1;
  x ^= 0xff;
  x &= 0xf7;
  x >>>= 1;
  console.log(`${x}`);
}
