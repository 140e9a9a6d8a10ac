// Arrays put together of others.
export function start(): void {
  const a = [1, 2];
  const b = [...a, 3, ...a, ...[4, 5], ...[]];
  console.log(`${b.join()} ${b.length} ${[...b].length}`);
  const copy = [...a];
  copy.push(9);
  console.log(`${a.join()} ${copy.join()}`);
  const words = ["x", ..."y z".split(" "), `w${a.length}`];
  console.log(words.join(""));
  const bytes = [...new Uint8Array([7, 8])];
  console.log(bytes.join());
}
