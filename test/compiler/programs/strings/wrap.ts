// A text broken into lines, left, right and in the middle.
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) { lines.push(line); line = ""; }
    line += line === "" ? word : ` ${word}`;
  }
  lines.push(line);
  return lines;
}

export function start(): void {
  const lines = wrap("it was the best of times, it was the worst of times, it was the age of wisdom", 22);
  for (const line of lines) {
    const left = (22 - line.length) >> 1;
    console.log(`|${line.padEnd(22)}|${line.padStart(22)}|${" ".repeat(left)}${line}${" ".repeat(22 - line.length - left)}|`);
  }
}
