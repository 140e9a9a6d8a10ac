// SHA-256 (FIPS 180-4) of some texts.
const K = constants();

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
function constants(): Uint32Array {
  const k = new Uint32Array(64);
  let [n, prime] = [0, 2];
  while (n < 64) {
    let isPrime = true;
    for (let d = 2; d * d <= prime; d++) if (prime % d === 0) isPrime = false;
    if (isPrime) k[n++] = root(prime, 3);
    prime++;
  }
  return k;
}

/** 32 bits of the fractional part of a root, by halving. */
function root(prime: number, power: number): number {
  let [low, high] = [0n, 0x10_0000_0000n];
  const wanted = BigInt(prime);
  while (BigInt.asUintN(64, high - low) > 1n) {
    const middle = BigInt.asUintN(64, low + high) >> 1n;
    if (isAbove(middle, wanted, power)) high = middle;
    else low = middle;
  }
  return Number(low & 0xffff_ffffn);
}

/** Whether (x / 2^32) to the power is above n: in three digits of 24 bits, to have room. */
function isAbove(x: bigint, n: bigint, power: number): boolean {
  let digits = [1n];
  for (let i = 0; i < power; i++) digits = times(digits, x);
  const limit = shifted(n, 32 * power);
  for (let i = Math.max(digits.length, limit.length) - 1; i >= 0; i--) {
    const a = i < digits.length ? digits[i]! : 0n;
    const b = i < limit.length ? limit[i]! : 0n;
    if (a !== b) return a > b;
  }
  return false;
}

function times(digits: readonly bigint[], x: bigint): bigint[] {
  const result: bigint[] = [];
  let carry = 0n;
  for (const digit of digits) {
    const sum = BigInt.asUintN(64, digit * x + carry);
    result.push(sum & 0xff_ffffn);
    carry = sum >> 24n;
  }
  while (carry !== 0n) {
    result.push(carry & 0xff_ffffn);
    carry >>= 24n;
  }
  return result;
}

function shifted(n: bigint, by: number): bigint[] {
  let digits = [n];
  for (let i = 0; i < by; i++) digits = times(digits, 2n);
  return digits;
}

function rotate(x: number, n: number): number {
  return (x >>> n) | (x << (32 - n));
}

function padded(text: string): Uint8Array {
  const length = Math.trunc((text.length + 8) / 64) * 64 + 64;
  const bytes = new Uint8Array(length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  bytes[text.length] = 0x80;
  for (let i = 0; i < 4; i++) bytes[length - 1 - i] = (text.length * 8) >>> (8 * i);
  return bytes;
}

function sha256(text: string): string {
  const h = new Uint32Array([2, 3, 5, 7, 11, 13, 17, 19].map((p) => root(p, 2)));
  const bytes = padded(text);
  const w = new Uint32Array(64);
  for (let block = 0; block < bytes.length; block += 64) {
    for (let t = 0; t < 16; t++) {
      const i = block + 4 * t;
      w[t] = bytes[i]! << 24 | bytes[i + 1]! << 16 | bytes[i + 2]! << 8 | bytes[i + 3]!;
    }
    for (let t = 16; t < 64; t++) {
      const [a, b] = [w[t - 15]!, w[t - 2]!];
      const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
      const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
      w[t] = w[t - 16]! + s0 + w[t - 7]! + s1;
    }
    const v = h.slice();
    for (let t = 0; t < 64; t++) {
      const [a, e] = [v[0]!, v[4]!];
      const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const choice = (e & v[5]!) ^ (~e & v[6]!);
      const t1 = v[7]! + s1 + choice + K[t]! + w[t]!;
      const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const majority = (a & v[1]!) ^ (a & v[2]!) ^ (v[1]! & v[2]!);
      v.set(v.subarray(0, 7), 1);
      v[4]! += t1;
      v[0] = t1 + s0 + majority;
    }
    for (let i = 0; i < 8; i++) h[i]! += v[i]!;
  }
  let out = "";
  for (const x of h) out += x.toString(16).padStart(8, "0");
  return out;
}

export function start(): void {
  for (const text of ["", "abc", "a".repeat(64), "The quick brown fox jumps over the lazy dog"]) console.log(sha256(text));
}
