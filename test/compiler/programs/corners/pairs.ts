// An element that is a tuple, taken apart where it stands.
const pairs: [number, string][] = [[1, "one"], [2, "two"]];

export function start(): void {
  const [number, name] = pairs[1]!;
  console.log(`${number} ${name}`);
  let [a, b] = pairs[0]!;
  [a, b] = pairs[a]!;
  console.log(`${a} ${b}`);
}
