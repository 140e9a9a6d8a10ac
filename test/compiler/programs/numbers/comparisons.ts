// Every comparison of numbers, where the signs and sizes differ.
export function start(): void {
  const values = [-9007199254740991, -4294967296, -1, 0, 1, 2147483648, 9007199254740991];
  for (const a of values) {
    for (const b of values) {
      let line = `${a} ${b}:`;
      if (a < b) line += " <";
      if (a <= b) line += " <=";
      if (a > b) line += " >";
      if (a >= b) line += " >=";
      if (a === b) line += " ===";
      if (a !== b) line += " !==";
      console.log(line);
    }
  }
}
