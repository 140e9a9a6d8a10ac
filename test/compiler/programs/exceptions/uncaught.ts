// What nobody catches ends the program, behind every finally.
export function start(): void {
  try {
    console.log("before");
    throw new Error("nobody");
  } finally {
    console.log("finally");
  }
}
