// Maps of closures, and a map as a table of commands.
export function start(): void {
  const stack: number[] = [];
  const commands = new Map<string, () => void>();
  commands.set("add", () => { stack.push(stack.pop()! + stack.pop()!); });
  commands.set("mul", () => { stack.push(stack.pop()! * stack.pop()!); });
  commands.set("dup", () => { const n = stack.pop()!; stack.push(n, n); });
  for (const word of "3 4 add dup mul 100 add what".split(" ")) {
    const command = commands.get(word);
    if (command !== undefined) command();
    else if (word.charCodeAt(0) <= 57) stack.push(word.charCodeAt(0) - 48 + (word.length - 1) * 99);
    else console.log(`no ${word}`);
  }
  console.log(stack.join());
}
