// Words and pairs.
export function start(): void {
  const a = [5n, 0xffff_ffff_ffff_ffffn, 0n, 0x8000_0000_0000_0000n, 7n];
  console.log(a.sort((x, y) => (x < y ? -1 : x > y ? 1 : 0)).join());
  const pairs: [string, bigint][] = [["b", 2n], ["a", 2n], ["c", 1n]];
  pairs.sort(([, x], [, y]) => (x === y ? 0 : x < y ? -1 : 1));
  console.log(pairs.map(([name]) => name).join(""));
}
