// A code above 255.
export function start(): void {
  for (let code = 254; code < 260; code++) console.log(`${String.fromCharCode(code).length}`);
}
