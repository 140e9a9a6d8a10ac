// Knuth, Morris and Pratt.
function prefixes(pattern: string): number[] {
  const table = [0];
  let k = 0;
  for (let i = 1; i < pattern.length; i++) {
    while (k > 0 && pattern.charCodeAt(i) !== pattern.charCodeAt(k)) k = table[k - 1]!;
    if (pattern.charCodeAt(i) === pattern.charCodeAt(k)) k++;
    table.push(k);
  }
  return table;
}

function search(text: string, pattern: string): number[] {
  const table = prefixes(pattern);
  const found: number[] = [];
  let k = 0;
  for (let i = 0; i < text.length; i++) {
    while (k > 0 && text.charCodeAt(i) !== pattern.charCodeAt(k)) k = table[k - 1]!;
    if (text.charCodeAt(i) === pattern.charCodeAt(k)) k++;
    if (k === pattern.length) {
      found.push(i - k + 1);
      k = table[k - 1]!;
    }
  }
  return found;
}

export function start(): void {
  const text = "aabaabaaabaabaabaab";
  for (const pattern of ["a", "aab", "aabaab", "baaab", "b"]) console.log(`${pattern}: ${search(text, pattern).join(" ")} (${prefixes(pattern).join("")})`);
}
