// What an object is, in a tree of classes.
class A { x = 1; }
class B extends A { y = 2; }
class C extends A { z = 3; }
class D extends B { w = 4; }

function name(a: A): string {
  let text = "";
  if (a instanceof D) text += `D${a.w}`;
  if (a instanceof B) text += `B${a.y}`;
  if (a instanceof C) text += `C${a.z}`;
  if (a instanceof A) text += `A${a.x}`;
  return text;
}

export function start(): void {
  for (const a of [new A(), new B(), new C(), new D()]) console.log(name(a));
  const none: A | null = [new A()].length > 5 ? new A() : null;
  console.log(`${none instanceof A} ${none === null}`);
}
