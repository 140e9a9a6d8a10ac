// Variables captured through several closures.
export function start(): void {
  let a = 1;
  const f = (): (() => (() => string)) => {
    let b = a + 1;
    a++;
    return () => {
      let c = a + b;
      b++;
      return () => {
        c++;
        a += 10;
        return `${a} ${b} ${c}`;
      };
    };
  };
  const g = f();
  const h = g();
  console.log(h());
  console.log(h());
  console.log(g()());
  console.log(f()()());
  console.log(`${a}`);
}
