// A class or null, and what narrows it.
class Box { value: number; next: Box | null = null; constructor(value: number) { this.value = value; } }

function value(box: Box | null): number {
  return box === null ? -1 : box.value;
}

function chain(box: Box | null): string {
  if (!box) return "none";
  if (box.next && box.next.next) return "long";
  return box.next !== null ? "two" : "one";
}

function maybe(n: number): Box | undefined {
  return n > 0 ? new Box(n) : undefined;
}

export function start(): void {
  const a = new Box(1);
  console.log(`${value(a)} ${value(null)} ${chain(null)} ${chain(a)}`);
  a.next = new Box(2);
  console.log(chain(a));
  a.next.next = a;
  console.log(`${chain(a)} ${a.next?.next?.value ?? 0} ${a.next.next.next!.value}`);
  const m = maybe(5) ?? new Box(6);
  const k = maybe(-5) ?? new Box(7);
  console.log(`${m.value} ${k.value} ${maybe(0)?.value ?? 99} ${maybe(0) === undefined}`);
  let b: Box | null = null;
  b ??= new Box(3);
  b ??= new Box(4);
  console.log(`${b.value}`);
}
