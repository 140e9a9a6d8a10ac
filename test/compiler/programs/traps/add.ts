// A sum that is no safe integer.
export function start(): void {
  let n = Number.MAX_SAFE_INTEGER - 3;
  for (let i = 0; i < 10; i++) {
    console.log(`${n}`);
    n += 1;
  }
}
