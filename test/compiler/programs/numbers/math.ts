// Math's functions of integers.
export function start(): void {
  const values = [0, 1, -1, 2, 31, -31, 0x7fffffff, 0x80000000, 0xffffffff, 0x100000000, -0x100000000, 9007199254740991, -9007199254740991];
  for (const a of values) {
    console.log(`${a}: ${Math.abs(a)} ${Math.clz32(a)} ${Math.imul(a, 3)} ${Math.imul(a, a)} ${Math.sign(a)}`);
    for (const b of [0, -1, 4294967296]) console.log(`  ${Math.min(a, b)} ${Math.max(a, b)}`);
  }
  console.log(`${Math.imul(0x12345678, 0x9abcdef0)} ${Math.imul(-5, 12)} ${Math.imul(0xffffffff, 5)}`);
}
