// A remainder has the dividend's sign.
export function start(): void {
  const above = [0, 1, 5, -5, 8, -8, 9007199254740991, -9007199254740991, 4294967296];
  const below = [1, -1, 2, 3, -3, 5, 8, -8, 16, 1000, 9007199254740991];
  for (const a of above) {
    let line = `${a}:`;
    for (const b of below) line += ` ${a % b}`;
    console.log(line);
  }
  const n = -7;
  console.log(`${n % 2 === -1} ${n % 7 === 0} ${(n % 3 + 3) % 3}`);
}
