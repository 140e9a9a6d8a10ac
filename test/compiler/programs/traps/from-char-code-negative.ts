// A code below zero.
export function start(): void {
  const code = "".length - 1;
  console.log("before");
  console.log(String.fromCharCode(code));
}
