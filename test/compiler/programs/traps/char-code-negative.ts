// charCodeAt before the start.
export function start(): void {
  console.log(`${"a".charCodeAt(0)}`);
  console.log(`${"a".charCodeAt("a".length - 2)}`);
}
