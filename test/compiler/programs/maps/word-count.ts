// How often each word stands in a text.
export function start(): void {
  const text = "the cat and the dog and the bird and a fish";
  const counts = new Map<string, number>();
  for (const word of text.split(" ")) counts.set(word, (counts.get(word) ?? 0) + 1);
  const pairs = [...counts].sort((a, b) => (a[1] === b[1] ? (a[0] < b[0] ? -1 : 1) : b[1] - a[1]));
  for (const [word, count] of pairs) console.log(`${word.padEnd(6)}${count}`);
}
