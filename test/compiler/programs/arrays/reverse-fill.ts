// reverse and fill change the array and give it back.
export function start(): void {
  const a = [1, 2, 3, 4];
  console.log(`${a.reverse().join()} ${a.join()} ${a.reverse() === a} ${[].length} ${[7].reverse().join()}`);
  console.log(`${a.slice().fill(9).join()} ${a.slice().fill(9, 2).join()} ${a.slice().fill(9, 1, 3).join()} ${a.slice().fill(9, -1).join()} ${a.slice().fill(9, -9, -2).join()} ${a.slice().fill(9, 3, 1).join()}`);
  const odd = [1, 2, 3, 4, 5].reverse();
  console.log(odd.join());
  const zeros = new Array<number>(5).fill(0);
  const words = new Array<string>(3).fill("w");
  words[1] = "x";
  console.log(`${zeros.length} ${zeros.join("")} ${words.join("")} ${new Array<boolean>(2).fill(true).join()} ${new Array<number>(0).fill(1).length}`);
  const rows = new Array<number[]>(2).fill([1]);
  rows[0]!.push(2);
  console.log(`${rows[1]!.length} ${rows[0] === rows[1]}`);
}
