// Right before left, and each target in turn.
const trace: string[] = [];

function t<T>(name: string, value: T): T {
  trace.push(name);
  return value;
}

export function start(): void {
  const a = [0, 0];
  [t("a", a)[t("i", 0)], t("b", a)[t("j", 1)]] = [t("x", 5), t("y", 6)];
  console.log(`${trace.join("")} ${a.join()}`);
  let i = 0;
  [i, a[i]] = [1, 9];
  console.log(`${i} ${a.join()}`);
  [a[0], a[1]] = [a[1]!, a[0]!];
  console.log(a.join());
}
