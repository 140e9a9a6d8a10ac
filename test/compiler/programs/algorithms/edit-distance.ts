// How far two words are apart.
function distance(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (let j = 0; j <= b.length; j++) row[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      next.push(Math.min(row[j - 1]! + change, Math.min(row[j]!, next[j - 1]!) + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

export function start(): void {
  for (const [a, b] of [["kitten", "sitting"], ["", "abc"], ["same", "same"], ["flaw", "lawn"]] as const) console.log(`${a} ${b} ${distance(a, b)}`);
}
