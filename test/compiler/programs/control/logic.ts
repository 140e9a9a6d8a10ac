// && and || look to the right only if they must; the choice operator looks at one side.
const trace: string[] = [];

function yes(name: string): boolean {
  trace.push(name);
  return true;
}

function no(name: string): boolean {
  trace.push(name);
  return false;
}

export function start(): void {
  const r = [yes("a") && no("b"), no("c") && yes("d"), yes("e") || no("f"), no("g") || yes("h"), !yes("i"), no("j") ? yes("k") : yes("l")];
  console.log(`${r.join(",")} ${trace.join("")}`);
  if (yes("m") && (no("n") || yes("o")) && !no("p")) console.log("in");
  let b = true;
  b &&= no("q");
  b ||= yes("r");
  b &&= yes("s");
  b ||= no("t");
  console.log(`${b} ${trace.join("")} ${b === true} ${b !== false} ${!!b}`);
}
