// The first element of nothing.
export function start(): void {
  const a: bigint[] = [];
  console.log(`${a.length}`);
  console.log(`${a[0]!}`);
}
