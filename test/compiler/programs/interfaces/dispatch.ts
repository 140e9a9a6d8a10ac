// One interface, several classes that have nothing else in common.
interface Talker {
  readonly name: string;
  talk(to: string): string;
}

class Cat implements Talker {
  padding = 1;
  readonly name = "cat";
  talk(to: string): string { return `${this.name} ignores ${to}`; }
}

class Robot implements Talker {
  readonly name: string;
  serial = 5;
  constructor(serial: number) { this.name = `robot ${serial}`; this.serial = serial; }
  talk(to: string): string { return `${this.name} greets ${to} ${this.serial++}`; }
}

class Mute implements Talker {
  get name(): string { return "mu" + "te"; }
  talk(): string { return ""; }
}

function all(talkers: readonly Talker[]): void {
  for (const t of talkers) console.log(`${t.name}: ${t.talk("you")}`);
}

export function start(): void {
  const r = new Robot(7);
  all([new Cat(), r, new Mute(), r]);
}
