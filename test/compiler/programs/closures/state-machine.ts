// States as closures that give the next one.
class State {
  readonly name: string;
  next: (code: number) => State = nowhere;
  constructor(name: string) { this.name = name; }
}

function nowhere(): State {
  return new State("nowhere");
}

function machine(): State {
  let [words, letters] = [0, 0];
  const [outside, inside] = [new State("outside"), new State("inside")];
  outside.next = (code) => {
    if (code === 32) return outside;
    words++;
    letters++;
    return inside;
  };
  inside.next = (code) => {
    if (code === 32) return outside;
    if (code === 46) return new State(`end ${words} ${letters}`);
    letters++;
    return inside;
  };
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
