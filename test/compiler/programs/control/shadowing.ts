// The same name at several depths.
const x = "module";

function f(x: number): string {
  let r = `${x}`;
  {
    const x = "block";
    r += x;
    for (let x = 0; x < 2; x++) {
      r += `${x}`;
      const y = x * 2;
      { const x = y + 5; r += `(${x})`; }
    }
    r += x;
  }
  return r + `${x}`;
}

export function start(): void {
  console.log(x + f(3));
  const g = (x: string): string => {
    const h = (): string => x + "!";
    { const x = h(); return x; }
  };
  console.log(g("inner") + x);
}
