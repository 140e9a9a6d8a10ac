// Quotients towards zero, downwards and as 32 bits: each with every pair of signs.
export function start(): void {
  const above = [0, 1, 7, 8, -7, -8, 100, -100, 9007199254740991, -9007199254740991];
  const below = [1, -1, 2, -2, 3, -3, 7, 10, -10, 9007199254740991];
  for (const a of above) {
    for (const b of below) {
      console.log(`${a}/${b}: ${Math.trunc(a / b)} ${Math.floor(a / b)} ${(a / b) | 0} ${(a / b) >>> 0} ${a / b | 0}`);
    }
  }
}
