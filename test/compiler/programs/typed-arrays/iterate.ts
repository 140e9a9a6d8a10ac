// for...of while the array changes, and loops from both ends.
export function start(): void {
  const a = new Uint16Array([1, 2, 3, 4]);
  let line = "";
  for (const v of a) {
    line += `${v} `;
    a[3] = a[3]! + v;
  }
  console.log(line);
  for (let i = 0, j = a.length - 1; i < j; i++, j--) [a[i], a[j]] = [a[j]!, a[i]!];
  line = "";
  for (const v of a) line += `${v} `;
  console.log(line);
  let product = 1n;
  for (const w of new BigUint64Array([3n, 5n, 7n])) product = BigInt.asUintN(64, product * w);
  console.log(`${product}`);
}
