// Functions that capture variables and have defaults or a rest: whoever calls them by name knows.
export function start(): void {
  let trail = "";
  const step = (n: number): number => { trail += `${n}`; return n; };
  function sum(a = step(1), b = a + step(2), c = step(3)): number {
    trail += "|";
    return a + b + c;
  }
  console.log(`${sum()} ${sum(9)} ${sum(undefined, 5)} ${sum(1, 2, 3)} ${trail}`);
  let calls = 0;
  function count(...values: number[]): number {
    calls++;
    return values.length > 2 ? calls : count(...values, 0);
  }
  console.log(`${count()} ${count(1, 2, 3)} ${calls}`);
  let base = 1;
  const add = (n: number, to = base): number => n + to;
  const outer = (): number => add(10) + add(1, 2);
  base = 5;
  console.log(`${add(1)} ${outer()}`);
  const repeat = (n: number, text = ""): string => (n === base ? text : repeat(n - 1, `${text}x`));
  console.log(repeat(8));
}
