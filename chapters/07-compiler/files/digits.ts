/** A line of the digits' sums, from `first` to `last`. */
function digitSums(first: number, last: number): string {
  let line = "";
  for (let n = first; n <= last; n++) {
    let sum = 0;
    for (let rest = n; rest > 0; rest = Math.trunc(rest / 10)) {
      sum += rest % 10;
    }
    line = `${line} ${sum}`;
  }
  return line;
}

export function start(): void {
  console.log(digitSums(95, 105));
}
