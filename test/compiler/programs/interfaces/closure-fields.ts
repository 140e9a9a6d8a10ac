// An interface whose properties are functions.
interface Device {
  readonly name: string;
  readonly read: (register: number) => number;
  readonly write: (register: number, value: number) => void;
}

function memory(size: number): Device {
  const words = new Array<number>(size).fill(0);
  return { name: "memory", read: (r) => words[r]!, write: (r, v) => { words[r] = v; } };
}

function doubler(): Device {
  let last = 1;
  return { name: "doubler", read: () => (last *= 2), write: (_, v) => { last = v; } };
}

export function start(): void {
  for (const d of [memory(4), doubler()]) {
    d.write(2, 7);
    console.log(`${d.name} ${d.read(2)} ${d.read(2)} ${d.read(1)}`);
  }
}
