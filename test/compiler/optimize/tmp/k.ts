export function sieve(n: number): number {
  const composite = new Uint8Array(n + 1);
  let count = 0;
  for (let i = 2; i <= n; i++) {
    if (composite[i] === 0) {
      count++;
      for (let j = i * i; j <= n; j += i) composite[j] = 1;
    }
  }
  return count;
}
export function crc32(bytes: Uint8Array, table: Uint32Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) {
    crc = (crc >>> 8) ^ table[(crc ^ bytes[i]!) & 0xff]!;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
export function sort(a: number[]): void {
  for (let i = 1; i < a.length; i++) {
    const x = a[i]!;
    let j = i - 1;
    while (j >= 0 && a[j]! > x) {
      a[j + 1] = a[j]!;
      j--;
    }
    a[j + 1] = x;
  }
}
function partition(a: number[], low: number, high: number): number {
  const pivot = a[high]!;
  let i = low;
  for (let j = low; j < high; j++) {
    if (a[j]! < pivot) {
      const t = a[i]!;
      a[i] = a[j]!;
      a[j] = t;
      i++;
    }
  }
  a[high] = a[i]!;
  a[i] = pivot;
  return i;
}
export function fib(n: number): number { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
export function matrix(a: Int32Array, b: Int32Array, c: Int32Array, n: number): void {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let s = 0;
      for (let k = 0; k < n; k++) s = (s + Math.imul(a[i * n + k]!, b[k * n + j]!)) | 0;
      c[i * n + j] = s;
    }
  }
}
export function sumTo(s: string): number {
  let h = 5381;
  for (let i = 0; i < s.length; i++) h = (Math.imul(h, 33) + s.charCodeAt(i)) | 0;
  return h;
}
export function start(): void {
  const a = [3, 1, 2];
  sort(a);
  partition(a, 0, 2);
  matrix(new Int32Array(4), new Int32Array(4), new Int32Array(4), 2);
  console.log(`${sieve(100)} ${crc32(new Uint8Array(10), new Uint32Array(256))} ${a.join(",")} ${fib(10)} ${sumTo("abc")}`);
}
