// A simulation: events in order of time, and what they cause.
interface Event {
  readonly time: number;
  run(at: Simulation): void;
}

class Simulation {
  readonly #waiting: Event[] = [];
  readonly log: string[] = [];
  now = 0;

  add(event: Event): void {
    this.#waiting.push(event);
    this.#waiting.sort((a, b) => b.time - a.time);
  }

  run(until: number): void {
    while (this.#waiting.length > 0) {
      const event = this.#waiting.pop()!;
      if (event.time > until) return;
      this.now = event.time;
      event.run(this);
    }
  }
}

class Tick implements Event {
  readonly time: number;
  readonly #period: number;
  constructor(time: number, period: number) { this.time = time; this.#period = period; }
  run(at: Simulation): void {
    at.log.push(`tick${this.#period}@${at.now}`);
    at.add(new Tick(this.time + this.#period, this.#period));
  }
}

class Once implements Event {
  readonly time: number;
  readonly #action: (now: number) => string;
  constructor(time: number, action: (now: number) => string) { this.time = time; this.#action = action; }
  run(at: Simulation): void { at.log.push(this.#action(at.now)); }
}

export function start(): void {
  const simulation = new Simulation();
  simulation.add(new Tick(3, 5));
  simulation.add(new Tick(0, 7));
  simulation.add(new Once(10, (now) => `once at ${now}`));
  simulation.run(25);
  console.log(simulation.log.join(" "));
}
