// Functions that return nothing, and one that never returns.
const log: string[] = [];

function note(text: string): void {
  if (text === "") return;
  log.push(text);
}

function fail(text: string): never {
  throw new Error(text);
}

function check(n: number): number {
  return n > 0 ? n : fail(`bad ${n}`);
}

export function start(): void {
  note("a");
  note("");
  note("b");
  console.log(log.join());
  try {
    console.log(`${check(1)}`);
    console.log(`${check(-1)}`);
  } catch (e) {
    if (e instanceof Error) console.log(e.message);
  }
}
