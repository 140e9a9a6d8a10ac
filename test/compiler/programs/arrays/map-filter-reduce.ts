// map, filter, reduce and forEach, with the index.
export function start(): void {
  const a = [1, 2, 3, 4, 5, 6];
  console.log(a.map((n, i) => n * i).join(" "));
  console.log(a.filter((n) => n % 2 === 0).map((n) => `${n}!`).join(" "));
  console.log(a.filter((_, i) => i % 3 === 0).join(" "));
  console.log(`${a.reduce((sum, n) => sum + n, 0)} ${a.reduce((text, n, i) => text + `${i}${n};`, "")}`);
  console.log(`${a.reduce((all, n) => (n > 3 ? all.concat([n]) : all), [0]).join()}`);
  let line = "";
  a.forEach((n, i) => { line += `${i}:${n} `; });
  console.log(line);
  const none: number[] = [];
  console.log(`${none.map((n) => n).length} ${none.filter(() => true).length} ${none.reduce((s, n) => s + n, 42)}`);
  console.log(a.map((n) => [n, n * n]).map((p) => p.join("^")).join(" "));
}
