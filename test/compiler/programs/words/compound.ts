// Compound assignments of words that cannot leave them.
export function start(): void {
  let w = 0xffff_ffff_ffff_ffffn;
  w /= 3n;
  console.log(`${w}`);
  w %= 1000n;
  console.log(`${w}`);
  w |= 0xff00n;
  w ^= 0x0ff0n;
  w &= 0xfff0n;
  w >>= 4n;
  console.log(`${w}`);
  const a = [100n, 7n];
  a[0]! /= 9n;
  a[1]! %= 4n;
  console.log(a.join());
}
