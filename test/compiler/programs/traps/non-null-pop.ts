// `!` of what pop did not find.
export function start(): void {
  const a = ["x"];
  console.log(a.pop()!);
  console.log(a.pop()!);
}
