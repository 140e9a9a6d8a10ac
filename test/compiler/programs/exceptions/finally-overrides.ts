// A finally that itself leaves.
function f(n: number): string {
  try {
    if (n === 0) return "try";
    throw new Error("lost");
  } finally {
    if (n < 2) return "finally";
  }
}

function g(): number {
  let x = 1;
  try {
    return x;
  } finally {
    x = 2;
  }
}

function h(): string {
  let out = "";
  for (let i = 0; ; i++) {
    try {
      if (i === 3) return out;
      throw new Error(`${i}`);
    } catch (e) {
      if (e instanceof Error) out += e.message;
      if (i === 1) continue;
      out += "c";
    } finally {
      out += "f";
      if (i === 5) break;
    }
    out += ";";
  }
  return out + "broken";
}

export function start(): void {
  console.log(`${f(0)} ${f(1)} ${g()} ${h()}`);
  try { f(2); } catch (e) { if (e instanceof Error) console.log(e.message); }
}
