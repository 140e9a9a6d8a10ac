// charCodeAt behind the end.
export function start(): void {
  const s = "abc";
  let i = 0;
  while (true) {
    console.log(`${s.charCodeAt(i)}`);
    i++;
  }
}
