// Tuples of different types, read, written, passed, returned.
function divide(a: number, b: number): [number, number] {
  return [Math.trunc(a / b), a % b];
}

function person(name: string, age: number): [string, number, boolean] {
  return [name, age, age >= 18];
}

export function start(): void {
  const [q, r] = divide(17, 5);
  const p = person("Ann", 17);
  p[1]++;
  p[2] = p[1] >= 18;
  console.log(`${q} ${r} ${p[0]} ${p[1]} ${p[2]} ${p.length} ${divide(9, 2)[1]}`);
  const [name, , adult] = p;
  console.log(`${name} ${adult}`);
  const t: [number, [string, bigint]] = [1, ["two", 3n]];
  const [a, [b, c]] = t;
  console.log(`${a}${b}${c} ${t[1][0]}`);
}
