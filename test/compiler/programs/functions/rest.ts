// Rest parameters, and spread of a tuple into arguments.
function sum(...values: number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function tag(name: string, ...parts: string[]): string {
  return `${name}${parts.length}:${parts.join("+")}`;
}

function add3(a: number, b: number, c: number): number {
  return a * 100 + b * 10 + c;
}

export function start(): void {
  console.log(`${sum()} ${sum(1)} ${sum(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)}`);
  console.log(`${tag("a")} ${tag("b", "x")} ${tag("c", "x", "y", "z")}`);
  const pair: [number, number] = [4, 5];
  console.log(`${add3(3, ...pair)}`);
}
