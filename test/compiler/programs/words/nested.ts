// Inside of one asUintN, sums and products need not be words themselves.
function rotate(w: bigint): bigint {
  return BigInt.asUintN(64, (w << 13n) | (w >> 51n));
}

function mix(a: bigint, b: bigint): bigint {
  return BigInt.asUintN(64, (a * 31n + b) * (a - b) + ~(a ^ b) - (a << 7n) * 3n);
}

export function start(): void {
  let [a, b] = [1n, 0xdead_beef_cafe_f00dn];
  for (let i = 0; i < 20; i++) {
    a = mix(a, b);
    b = rotate(BigInt.asUintN(64, b - a));
    console.log(`${a.toString(16)} ${b.toString(16)} ${a > b}`);
  }
}
