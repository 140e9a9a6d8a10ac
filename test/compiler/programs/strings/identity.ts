// Equal strings are the same, however they were made.
function pick(i: number): string {
  return i === 0 ? "same" : "sa" + "me".slice(0, 2);
}

export function start(): void {
  const m = new Map<string, number>();
  m.set(pick(0), 1);
  m.set(pick(1), 2);
  console.log(`${m.size} ${m.get("same")!} ${pick(0) === pick(1)}`);
  const a = ["x", "y", pick(1)];
  console.log(`${a.indexOf("same")} ${a.includes("sam" + "e")}`);
  switch (pick(1)) {
    case "sa": console.log("no"); break;
    case "same": console.log("yes"); break;
    default: console.log("neither");
  }
}
