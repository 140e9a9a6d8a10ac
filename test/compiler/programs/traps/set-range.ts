// More elements than there is room for.
export function start(): void {
  const bytes = new Uint8Array(4);
  bytes.set([1, 2], 2);
  console.log(`${bytes[3]!}`);
  bytes.set([1, 2], 3);
  console.log("never");
}
