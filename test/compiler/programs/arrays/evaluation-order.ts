// What is computed first: array, index, value.
const trace: string[] = [];

function arr(a: number[], name: string): number[] {
  trace.push(name);
  return a;
}

function num(n: number, name: string): number {
  trace.push(name);
  return n;
}

export function start(): void {
  const a = [1, 2, 3];
  arr(a, "a")[num(0, "i")] = num(9, "v");
  arr(a, "b")[num(1, "j")]! += num(5, "w");
  arr(a, "c")[num(2, "k")]!++;
  console.log(`${trace.join("")} ${a.join()}`);
  let i = 0;
  a[i] = i = 2;
  console.log(`${a.join()} ${i}`);
  i = 0;
  a[i++] = a[i++]! + a[i]!;
  console.log(`${a.join()} ${i}`);
  i = 0;
  a[i]! += (i = 1) + a[i]!;
  console.log(`${a.join()} ${i}`);
  console.log([num(1, "x"), num(2, "y"), [num(3, "z")].length].join() + trace.slice(-3).join(""));
}
