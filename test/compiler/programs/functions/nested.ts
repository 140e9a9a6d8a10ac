// Functions in functions, and functions used above where they stand.
export function start(): void {
  console.log(`${outer(3)} ${later()}`);
  function local(n: number): number {
    return n <= 0 ? 0 : n + local(n - 1);
  }
  console.log(`${local(4)}`);
}

function outer(n: number): string {
  let log = "";
  note("in");
  function note(text: string): void {
    log += `${text}${n};`;
  }
  n++;
  note("out");
  return log;
}

function later(): string {
  return helper() + "r";
}

function helper(): string {
  return "late";
}
