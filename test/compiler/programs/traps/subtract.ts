// A difference below the least safe integer.
export function start(): void {
  const n = Number.MIN_SAFE_INTEGER;
  console.log(`${n}`);
  const m = n - 0;
  console.log(`${m - 1}`);
}
