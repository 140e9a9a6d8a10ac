/** Instructions a second, over the last second or so: what a speedometer shows. */
const windowMs = 1000;

export class SpeedMeter {
  readonly #now: () => number;
  #marks: { readonly ms: number; readonly time: number }[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The machine goes on at `time`. */
  begin(time: number): void {
    this.#marks = [{ ms: this.#now(), time }];
  }

  /** It has come to `time`. */
  at(time: number): number {
    const ms = this.#now();
    this.#marks.push({ ms, time });
    while (this.#marks.length > 2 && this.#marks[1]!.ms <= ms - windowMs) this.#marks.shift();
    const first = this.#marks[0]!;
    return ms === first.ms ? 0 : ((time - first.time) * 1000) / (ms - first.ms);
  }
}
