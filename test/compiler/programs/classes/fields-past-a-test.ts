// Fields that only one of two classes has as references: what is read of them before a loop must not be believed.
class Leaf {
  value = 0;
  constructor(v: number) {
    this.value = v;
  }
}

class A {
  readonly kind = "a";
  one: Leaf;
  two: Leaf;
  constructor(a: Leaf, b: Leaf) {
    this.one = a;
    this.two = b;
  }
}

class B {
  readonly kind = "b";
  one = 4503599627370497;
  two = 9007199254740991;
}

function total(it: A | B, n: number, flag: boolean): number {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    if (it instanceof A) {
      const p = it.one;
      const q = it.two;
      const k = flag ? p : q;
      sum += k.value;
    } else sum += 1;
  }
  return sum;
}

export function start(): void {
  const a = new A(new Leaf(3), new Leaf(4));
  console.log(`${total(a, 5, true)} ${total(a, 5, false)} ${total(new B(), 5, true)} ${total(new B(), 5, false)}`);
}
