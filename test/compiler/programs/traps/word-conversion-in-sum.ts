// The first check that fails is the one that is told.
export function start(): void {
  const n = "ab".length - 3;
  const w = BigInt.asUintN(64, 5n + BigInt(n + 1));
  console.log(`${w}`);
  const v = BigInt.asUintN(64, 5n + BigInt(n));
  console.log(`${v}`);
}
