// A closure in a method has the method's object.
class Button {
  #clicks = 0;
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  handler(): () => string {
    return () => {
      this.#clicks++;
      const show = (): string => `${this.name}:${this.#clicks}`;
      return show();
    };
  }
}

export function start(): void {
  const [a, b] = [new Button("a"), new Button("b")];
  const [f, g] = [a.handler(), b.handler()];
  console.log(`${f()} ${f()} ${g()} ${a.handler()()}`);
}
