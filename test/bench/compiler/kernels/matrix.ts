// The product of two integer matrices, 64 by 64.

const N = 64;

function multiply(a: Int32Array, b: Int32Array, product: Int32Array): void {
  for (let row = 0; row < N; row++) {
    for (let column = 0; column < N; column++) {
      let sum = 0;
      for (let k = 0; k < N; k++) sum = (sum + Math.imul(a[row * N + k]!, b[k * N + column]!)) | 0;
      product[row * N + column] = sum;
    }
  }
}

export function start(): void {
  const a = new Int32Array(N * N);
  const b = new Int32Array(N * N);
  const product = new Int32Array(N * N);
  for (let i = 0; i < N * N; i++) {
    a[i] = (i * 7) % 101;
    b[i] = (i * 13) % 97;
  }
  for (let round = 0; round < 3; round++) {
    multiply(a, b, product);
    for (let i = 0; i < N * N; i++) a[i] = product[i]! & 0xff;
  }
  let sum = 0;
  for (let i = 0; i < N * N; i++) sum = (Math.imul(sum, 31) + product[i]!) | 0;
  console.log(`${sum >>> 0}`);
}
