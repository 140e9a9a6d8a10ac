// Codes from both ends.
function isPalindrome(s: string): boolean {
  for (let i = 0, j = s.length - 1; i < j; i++, j--) {
    if (s.charCodeAt(i) !== s.charCodeAt(j)) return false;
  }
  return true;
}

function reversed(s: string): string {
  let r = "";
  for (let i = s.length - 1; i >= 0; i--) r += s.slice(i, i + 1);
  return r;
}

export function start(): void {
  for (const s of ["", "a", "ab", "aba", "abba", "abca", "racecar"]) console.log(`${s} ${reversed(s)} ${isPalindrome(s)} ${reversed(s) === s}`);
}
