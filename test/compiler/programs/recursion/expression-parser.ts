// A parser of sums and products by descent.
class Parser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(): number {
    const result = this.#sum();
    if (this.#at < this.#text.length) throw new Error(`unexpected '${this.#text.slice(this.#at)}'`);
    return result;
  }

  #next(): string {
    return this.#text.slice(this.#at, this.#at + 1);
  }

  #sum(): number {
    let left = this.#product();
    for (;;) {
      const operator = this.#next();
      if (operator !== "+" && operator !== "-") return left;
      this.#at++;
      const right = this.#product();
      left = operator === "+" ? left + right : left - right;
    }
  }

  #product(): number {
    let left = this.#atom();
    while (this.#next() === "*" || this.#next() === "/") {
      const isTimes = this.#next() === "*";
      this.#at++;
      const right = this.#atom();
      left = isTimes ? left * right : Math.trunc(left / right);
    }
    return left;
  }

  #atom(): number {
    const c = this.#next();
    if (c === "-") { this.#at++; return -this.#atom(); }
    if (c === "(") {
      this.#at++;
      const inner = this.#sum();
      if (this.#next() !== ")") throw new Error(") expected");
      this.#at++;
      return inner;
    }
    let digits = 0;
    let n = 0;
    while (this.#next() >= "0" && this.#next() <= "9") {
      n = n * 10 + this.#text.charCodeAt(this.#at++) - 48;
      digits++;
    }
    if (digits === 0) throw new Error(`a number expected at ${this.#at}`);
    return n;
  }
}

export function start(): void {
  for (const text of ["1+2*3", "(1+2)*3", "-7/2", "100-10-1", "2*(3+(4-5))*-6", "1+", "(1", "2x"]) {
    try {
      console.log(`${text} = ${new Parser(text).value()}`);
    } catch (e) {
      if (e instanceof Error) console.log(`${text}: ${e.message}`);
    }
  }
}
