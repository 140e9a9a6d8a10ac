// A typed array's index, large.
export function start(): void {
  const bytes = new Uint8Array(4);
  bytes[3] = 7;
  console.log(`${bytes[3]}`);
  const i = 4294967296;
  console.log(`${bytes[i]!}`);
}
