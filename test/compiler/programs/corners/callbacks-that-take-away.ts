// A function that takes elements away while it is called with each: they are left out.
export function start(): void {
  const sum = (take: (all: number[]) => string): void => {
    const all = [1, 2, 3, 4];
    console.log(`${take(all)} ${all.join()}`);
  };
  sum((all) => {
    let n = 0;
    all.forEach((each) => { all.pop(); n += each; });
    return `${n}`;
  });
  sum((all) => all.filter((each) => { all.pop(); return each > 0; }).join());
  sum((all) => `${all.some((each) => { all.pop(); return each > 2; })}`);
  sum((all) => `${all.every((each) => { all.pop(); return each < 9; })}`);
  sum((all) => `${all.reduce((total, each) => { all.pop(); return total + each; }, 0)}`);
  sum((all) => all.sort((a, b) => { all.pop(); return b - a; }).join());
  sum((all) => all.map((each) => { if (all.length < 6) all.push(each); return each; }).join());
  sum((all) => `${all.findIndex((each) => { if (each === 1) all.pop(); return each === 3; })}`);
}
