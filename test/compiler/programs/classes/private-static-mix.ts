// Private methods, private static members, and objects of the same class looking into each other.
class Money {
  static readonly #RATES = [100, 87, 110];
  readonly #cents: number;

  private constructor(cents: number) {
    this.#cents = cents;
  }

  static of(whole: number, cents: number): Money {
    return new Money(whole * 100 + cents);
  }

  plus(other: Money): Money {
    return new Money(this.#cents + other.#cents);
  }

  #converted(rate: number): number {
    return Math.trunc(this.#cents * rate / 100);
  }

  equals(other: Money): boolean {
    return this.#cents === other.#cents;
  }

  text(currency: number): string {
    const cents = this.#converted(Money.#RATES[currency]!);
    return `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
  }
}

export function start(): void {
  const [a, b] = [Money.of(3, 50), Money.of(0, 5)];
  const sum = a.plus(b);
  console.log(`${sum.text(0)} ${sum.text(1)} ${sum.text(2)} ${sum.equals(Money.of(3, 55))} ${a.equals(b)}`);
}
