// The name of an error's class is told.
class Broken extends Error { }

function deep(n: number): number {
  if (n === 0) throw new Broken("deep down");
  return deep(n - 1) + 1;
}

export function start(): void {
  console.log("start");
  console.log(`${deep(5)}`);
}
