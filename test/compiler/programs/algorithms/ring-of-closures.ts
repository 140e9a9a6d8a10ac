// A pipeline of closures that hand values on.
type Sink = (n: number) => void;

function only(test: (n: number) => boolean, next: Sink): Sink {
  return (n) => { if (test(n)) next(n); };
}

function each(f: (n: number) => number, next: Sink): Sink {
  return (n) => { next(f(n)); };
}

function first(count: number, next: Sink): Sink {
  let left = count;
  return (n) => {
    if (left === 0) return;
    left--;
    next(n);
  };
}

export function start(): void {
  const out: number[] = [];
  const pipe = only((n) => n % 3 === 0, each((n) => n * n, first(5, (n) => { out.push(n); })));
  for (let i = 1; i < 100; i++) pipe(i);
  console.log(out.join(" "));
}
