// A trap in a closure called by an array method.
export function start(): void {
  const by = [2, 1, 0];
  console.log("before");
  console.log(by
    .map((n) => 10 * n)
    .map((n) =>
      Math.trunc(10 / n))
    .join());
}
