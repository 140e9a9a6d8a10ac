// A write behind a typed array's end, or before a subarray's start.
export function start(): void {
  const words = new BigUint64Array(4).subarray(1, 3);
  words[1] = 9n;
  console.log(`${words[1]} ${words.length}`);
  words[2] = 1n;
  console.log("never");
}
