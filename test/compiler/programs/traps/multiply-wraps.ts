// A product whose lowest 64 bits would look safe.
export function start(): void {
  let n = 4294967296;
  console.log(`${n}`);
  n = n * n;
  console.log(`${n}`);
}
