// Patterns on the left of an assignment: names, fields, elements.
class Pair { a = 1; b = 2; }

export function start(): void {
  const p = new Pair();
  const xs = [1, 2, 3];
  [p.a, p.b] = [p.b, p.a];
  [xs[0], p.a] = [p.a * 10, xs[0]!];
  console.log(`${p.a} ${p.b} ${xs.join()}`);
  let [i, j] = [0, 1];
  [i, j, xs[2]] = [j, i, i + j];
  console.log(`${i} ${j} ${xs.join()}`);
  const t: [number, [number, string]] = [1, [2, "s"]];
  let s = "";
  [i, [j, s]] = t;
  console.log(`${i} ${j} ${s}`);
}
