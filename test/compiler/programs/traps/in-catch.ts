// A trap in a catch block, and one in a finally block that a return runs.
function f(): number {
  try {
    return 5;
  } finally {
    console.log("finally");
    console.log(`${[1, 2][2]!}`);
  }
}

export function start(): void {
  try { throw new Error("x"); } catch { console.log("caught"); }
  console.log(`${f()}`);
}
