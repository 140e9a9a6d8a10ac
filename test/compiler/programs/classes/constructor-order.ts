// Base class first: fields, then the constructor's body, then the derived class's fields and body.
const trace: string[] = [];

function t(name: string): string {
  trace.push(name);
  return name;
}

class Base {
  a = t("base a");

  constructor(x: string) {
    t(`base body ${x}`);
  }
}

class Derived extends Base {
  b = t("derived b");

  constructor() {
    super(t("argument"));
    t("derived body");
  }
}

class Last extends Derived {
  c = t("last c");
}

export function start(): void {
  const last = new Last();
  console.log(trace.join("; "));
  console.log(`${last.a} ${last.b} ${last.c}`);
}
