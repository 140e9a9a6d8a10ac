/** The cross product of (a, b, c) and (d, e, f), in 32 bits, its three numbers mixed to one. */
function cross(a: number, b: number, c: number, d: number, e: number, f: number): number {
  const x = Math.imul(b, f) - Math.imul(c, e);
  const y = Math.imul(c, d) - Math.imul(a, f);
  const z = Math.imul(a, e) - Math.imul(b, d);
  const mixed = x ^ y ^ z;
  return (mixed << 5) + (mixed >>> 3) + Math.imul(mixed, 31);
}

export function start(): void {
  console.log(`${cross(1, 2, 3, 4, 5, 6)}`);
}
