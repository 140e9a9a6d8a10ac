// Fewer than no times.
export function start(): void {
  for (let n = 2; n > -2; n--) console.log("ab".repeat(n));
}
