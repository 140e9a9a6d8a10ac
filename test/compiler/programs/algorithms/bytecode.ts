// A machine with a stack, and programs for it.
class Machine {
  readonly #stack: number[] = [];
  readonly #output: string[] = [];
  steps = 0;

  #pop(): number {
    if (this.#stack.length === 0) throw new Error("the stack is empty");
    return this.#stack.pop()!;
  }

  run(code: readonly number[]): string {
    let at = 0;
    while (at < code.length) {
      this.steps++;
      const operation = code[at++]!;
      switch (operation) {
        case 0: return this.#output.join(" ");
        case 1: this.#stack.push(code[at++]!); break;
        case 2: this.#stack.push(this.#pop() + this.#pop()); break;
        case 3: { const b = this.#pop(); this.#stack.push(this.#pop() - b); break; }
        case 4: this.#stack.push(this.#pop() * this.#pop()); break;
        case 5: { const a = this.#pop(); this.#stack.push(a, a); break; }
        case 6: at = this.#pop() !== 0 ? code[at]! : at + 1; break;
        case 7: this.#output.push(`${this.#pop()}`); break;
        default: throw new Error(`no operation ${operation} at ${at - 1}`);
      }
    }
    return `fell off after ${this.#output.join(" ")}`;
  }
}

function attempt(code: readonly number[]): string {
  const machine = new Machine();
  try {
    return `${machine.run(code)} in ${machine.steps}`;
  } catch (e) {
    return e instanceof Error ? `${e.message} after ${machine.steps}` : "";
  }
}

export function start(): void {
  console.log(attempt([1, 6, 5, 7, 1, 1, 3, 5, 6, 2, 0]));
  console.log(attempt([1, 2, 1, 3, 4, 7]));
  console.log(attempt([1, 2, 9]));
  console.log(attempt([2]));
}
