// Sums and differences up to both ends of the safe integers.
export function start(): void {
  const values = [0, 1, -1, 7, -7, 255, 256, 65535, 2147483647, -2147483648, 4294967295, 9007199254740991, -9007199254740991];
  for (const a of values) {
    console.log(`${a} ${0 - a} ${a - a}`);
    if (a < 9007199254740991) console.log(`next ${a + 1}`);
    if (a > -9007199254740991) console.log(`last ${a - 1}`);
  }
  const most = Number.MAX_SAFE_INTEGER;
  const least = Number.MIN_SAFE_INTEGER;
  console.log(`${most + least} ${most - 1 + 1} ${least + 1 - 1} ${most + -1}`);
}
