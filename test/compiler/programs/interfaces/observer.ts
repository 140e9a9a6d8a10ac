// Objects that tell others, by an interface.
interface Listener { heard(what: string, from: Source): void }

class Source {
  readonly name: string;
  readonly #listeners: Listener[] = [];
  constructor(name: string) { this.name = name; }
  listen(listener: Listener): void { this.#listeners.push(listener); }
  say(what: string): void { for (const l of this.#listeners) l.heard(what, this); }
}

class Log implements Listener {
  readonly lines: string[] = [];
  heard(what: string, from: Source): void { this.lines.push(`${from.name}: ${what}`); }
}

class Echo implements Listener {
  #left: number;
  constructor(times: number) { this.#left = times; }
  heard(what: string, from: Source): void {
    if (this.#left-- > 0) from.say(`${what}!`);
  }
}

export function start(): void {
  const [source, log] = [new Source("s"), new Log()];
  source.listen(new Echo(2));
  source.listen(log);
  source.listen(new Echo(1));
  source.say("hey");
  console.log(log.lines.join(" | "));
}
