// Tricks with bits.
function ones(n: number): number {
  let count = 0;
  for (let rest = n; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function reversed(n: number): number {
  let r = 0;
  for (let i = 0; i < 32; i++) r = (r << 1) | ((n >>> i) & 1);
  return r >>> 0;
}

export function start(): void {
  for (const n of [0, 1, 5, 255, 0x80000001 | 0, -1, 0x12345678]) {
    console.log(`${n} ${ones(n)} ${reversed(n)} ${n ^ (n >> 1)} ${31 - Math.clz32(n & -n)} ${n & -n}`);
  }
}
