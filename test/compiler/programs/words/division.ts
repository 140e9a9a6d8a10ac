// Quotients and remainders of words are unsigned.
export function start(): void {
  const values = [0n, 1n, 2n, 10n, 0x7fff_ffff_ffff_ffffn, 0x8000_0000_0000_0000n, 0xffff_ffff_ffff_ffffn];
  for (const a of values) {
    for (const b of values) {
      if (b !== 0n) console.log(`${a / b} ${a % b}`);
    }
  }
}
