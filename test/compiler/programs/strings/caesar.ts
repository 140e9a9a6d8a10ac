// Letters moved round.
function shift(text: string, by: number): string {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const base = c >= 97 && c <= 122 ? 97 : c >= 65 && c <= 90 ? 65 : 0;
    out += String.fromCharCode(base === 0 ? c : base + (c - base + by + 26) % 26);
  }
  return out;
}

export function start(): void {
  const text = "The Quick Brown Fox, 42!";
  for (const by of [0, 1, 13, 25, -1, -26]) console.log(`${shift(text, by)} ${shift(shift(text, by), -by) === text}`);
}
