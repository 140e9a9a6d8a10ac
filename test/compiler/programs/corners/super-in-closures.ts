// super in a closure is the base class of the class where it is written.
class Base {
  name(): string {
    return "base";
  }

  twice(n: number): number {
    return 2 * n;
  }
}

class Middle extends Base {
  override name(): string {
    const of = (): string => `middle of ${super.name()}`;
    return of();
  }

  override twice(n: number): number {
    return -n;
  }

  all(values: readonly number[]): string {
    return values.map((each) => super.twice(each)).join();
  }
}

class Last extends Middle {
  override name(): string {
    return [1, 2].map((n) => `${n} ${super.name()}`).join(" and ");
  }
}

export function start(): void {
  const last = new Last();
  console.log(last.name());
  console.log(`${last.all([1, 2, 3])} ${last.twice(4)}`);
}
