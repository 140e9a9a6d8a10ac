// switch over strings, words and booleans; cases that are computed.
function price(what: string): number {
  switch (what) {
    case "apple": return 3;
    case "pear": return 4;
    case "": return 0;
    default: return -1;
  }
}

function bits(w: bigint): string {
  switch (w) {
    case 0n: return "none";
    case 0xffff_ffff_ffff_ffffn: return "all";
    default: return w.toString(2);
  }
}

export function start(): void {
  for (const what of ["apple", "pear", "", "fig", "appl" + "e"]) console.log(`${what} ${price(what)}`);
  for (const w of [0n, 5n, 0xffff_ffff_ffff_ffffn]) console.log(bits(w));
  for (const n of [3, 12, 50, 200]) {
    switch (true) {
      case n < 10: console.log("small"); break;
      case n < 100: console.log("middle"); break;
      default: console.log("large");
    }
  }
}
