// Elements exchanged through tuples.
export function start(): void {
  const a = [1, 2, 3, 4];
  [a[0], a[3]] = [a[3]!, a[0]!];
  let i = 1;
  [a[i], a[i + 1]] = [a[i + 1]!, a[i]!];
  console.log(a.join());
  [i, a[i]] = [2, 50];
  console.log(`${i} ${a.join()}`);
  let [x, y, z] = [1, 2, 3];
  [x, y, z] = [z, x, y];
  [x, y] = [y, x];
  console.log(`${x} ${y} ${z}`);
}
