// Errors of several classes, told apart.
class NotFound extends Error {
  readonly key: string;
  constructor(key: string) { super(`no ${key}`); this.key = key; }
}
class Denied extends Error { level = 3; }
class VeryDenied extends Denied { override level = 9; }

function open(key: string): string {
  if (key === "x") throw new NotFound(key);
  if (key === "y") throw new Denied("denied");
  if (key === "z") throw new VeryDenied("denied again");
  if (key === "w") throw new Error("plain");
  return `opened ${key}`;
}

function attempt(key: string): string {
  try {
    return open(key);
  } catch (e) {
    if (e instanceof NotFound) return `not found: ${e.key} (${e.message})`;
    if (e instanceof VeryDenied) return `very denied ${e.level}`;
    if (e instanceof Denied) return `denied ${e.level} ${e.message}`;
    throw e;
  }
}

export function start(): void {
  for (const key of ["a", "x", "y", "z"]) console.log(attempt(key));
  try {
    console.log(attempt("w"));
  } catch (e) {
    if (e instanceof Error) console.log(`outside: ${e.message}`);
  }
}
