// Getters and setters, with compound assignment through them.
const trace: string[] = [];

class Temperature {
  #tenths = 0;

  get degrees(): number {
    trace.push("get");
    return Math.trunc(this.#tenths / 10);
  }

  set degrees(value: number) {
    trace.push(`set ${value}`);
    this.#tenths = value * 10;
  }

  get isFreezing(): boolean {
    return this.#tenths <= 0;
  }

  static get zero(): Temperature {
    return new Temperature();
  }
}

export function start(): void {
  const t = new Temperature();
  console.log(`${t.isFreezing}`);
  t.degrees = 5;
  t.degrees += 10;
  t.degrees++;
  console.log(`${t.degrees} ${t.degrees--} ${t.isFreezing} ${Temperature.zero.degrees}`);
  console.log(trace.join(", "));
}
