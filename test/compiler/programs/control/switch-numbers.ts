// switch over numbers: falling through empty cases, default in the middle, break and return.
function f(n: number): string {
  switch (n) {
    case 0: return "zero";
    case 1:
    case 2: return "few";
    default: return "many";
    case -1: return "minus";
  }
}

export function start(): void {
  for (let n = -2; n < 5; n++) console.log(`${n} ${f(n)}`);
  for (let n = 0; n < 6; n++) {
    switch (n % 3) {
      case 0: console.log("third"); continue;
      case 1: break;
      case 2: {
        const twice = n * 2;
        console.log(`two ${twice}`);
        break;
      }
    }
    console.log(`behind ${n}`);
  }
}
