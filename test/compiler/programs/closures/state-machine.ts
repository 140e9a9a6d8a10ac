// States as closures that give the next one.
class State {
  readonly name: string;
  readonly next: (code: number) => State;
  constructor(name: string, next: (code: number) => State) { this.name = name; this.next = next; }
}

function machine(): State {
  let [words, letters] = [0, 0];
  const outside: State = new State("outside", (code) => {
    if (code === 32) return outside;
    words++;
    letters++;
    return inside;
  });
  const inside: State = new State("inside", (code) => {
    if (code === 32) return outside;
    if (code === 46) return new State(`end ${words} ${letters}`, () => outside);
    letters++;
    return inside;
  });
  return outside;
}

export function start(): void {
  let state = machine();
  const text = " two  words. and";
  let line = "";
  for (let i = 0; i < text.length; i++) {
    state = state.next(text.charCodeAt(i));
    line += `${state.name};`;
  }
  console.log(line);
}
