export function start(): void {
  console.log("Hello from TypeScript");
}
