// Exceptions thrown in catch and finally, caught further out.
const log: string[] = [];

function message(e: Error): string {
  return `<${e.message}>`;
}

function inner(n: number): void {
  try {
    try {
      if (n === 1) throw new Error("one");
      log.push("quiet");
    } catch (e) {
      if (e instanceof Error) log.push(message(e));
      throw new Error("two");
    } finally {
      log.push("f1");
      if (n === 2) throw new Error("three");
    }
  } catch (e) {
    if (e instanceof Error) log.push(message(e));
  } finally {
    log.push("f2");
  }
}

export function start(): void {
  for (let n = 0; n < 3; n++) inner(n);
  console.log(log.join(" "));
}
