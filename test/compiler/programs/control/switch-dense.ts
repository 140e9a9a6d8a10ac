// A switch with many cases in a row.
function name(n: number): string {
  switch (n) {
    case 0: return "nought";
    case 1: return "one";
    case 2: return "two";
    case 3: return "three";
    case 4: return "four";
    case 5: return "five";
    case 6: return "six";
    case 7: return "seven";
    case 8: return "eight";
    case 9: return "nine";
    case 1000000007: return "prime";
    default: return "?";
  }
}

export function start(): void {
  let line = "";
  for (let n = -1; n < 12; n++) line += `${name(n)} `;
  console.log(line + name(1000000007) + name(4294967296));
}
