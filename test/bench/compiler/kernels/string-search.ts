// Where a word stands in a text, letter by letter: Horspool would be faster, and another program.

function countOf(text: string, word: string): number {
  let count = 0;
  for (let i = 0; i + word.length <= text.length; i++) {
    let k = 0;
    while (k < word.length && text.charCodeAt(i + k) === word.charCodeAt(k)) k++;
    if (k === word.length) count++;
  }
  return count;
}

export function start(): void {
  const text = "abcabdabeabcabcabfabcaabcabcabcdabcd".repeat(2000);
  console.log(`${countOf(text, "abcabcd") * 1000 + countOf(text, "aabc")}`);
}
