// -- at the least safe integer, in an element.
export function start(): void {
  const a = [Number.MIN_SAFE_INTEGER + 1];
  console.log(`${--a[0]!}`);
  console.log(`${--a[0]!}`);
}
