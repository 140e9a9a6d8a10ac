// public, protected, private, readonly, override, and a semicolon among members.
class Base {
  public a = 1;
  protected b = 2;
  private c = 3;
  readonly d = 4;;

  public sum(): number { return this.a + this.b + this.c + this.d; }
  protected more(): number { return this.b * 10; }
  private less(): number { return this.c - 10; }
  both(): number { return this.more() + this.less(); }
}

class Heir extends Base {
  public override sum(): number { return super.sum() * 2; }
  protected override more(): number { return this.b + this.a; }
}

export function start(): void {
  const [base, heir] = [new Base(), new Heir()];
  heir.a = 100;
  console.log(`${base.sum()} ${heir.sum()} ${base.both()} ${heir.both()}`);
}
