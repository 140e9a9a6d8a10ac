// Compound assignments narrow what they write, not what they give.
export function start(): void {
  const a = new Uint8Array([250, 0, 128]);
  console.log(`${(a[0]! += 10)} ${a[0]} ${a[1]!--} ${a[1]} ${++a[1]!} ${a[1]} ${(a[2]! <<= 1)} ${a[2]}`);
  const s = new Int8Array([127]);
  console.log(`${s[0]!++} ${s[0]} ${(s[0]! -= 1)} ${s[0]}`);
  const w = new Int32Array([2147483647]);
  w[0]! += 1;
  console.log(`${w[0]}`);
  let sum = 0;
  const big = new Uint32Array(4).fill(4000000000);
  for (const v of big) sum += v;
  console.log(`${sum} ${(a[0] = 300)} ${a[0]}`);
}
