// finally, however the block is left.
const log: string[] = [];

function leave(how: string): string {
  for (let i = 0; i < 3; i++) {
    try {
      log.push(`try${i}`);
      if (how === "return") return "returned";
      if (how === "throw") throw new Error("thrown");
      if (how === "break") break;
      if (how === "continue") continue;
      log.push("through");
    } finally {
      log.push("finally");
    }
    log.push("behind");
  }
  return "end";
}

export function start(): void {
  for (const how of ["none", "return", "break", "continue", "throw"]) {
    let result = "";
    try { result = leave(how); } catch (e) { if (e instanceof Error) result = e.message; } finally { log.push("outer"); }
    console.log(`${how}: ${result}: ${log.join(" ")}`);
    while (log.length > 0) log.pop();
  }
}
