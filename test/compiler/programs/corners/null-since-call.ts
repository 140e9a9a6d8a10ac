// A closure that has become null, called in a module of several lines of types.
interface Handler {
  run: (() => number) | null;
}

type Count = number;

class Button implements Handler {
  run: (() => Count) | null = null;
}

export function start(): void {
  const button = new Button();
  button.run = () => 1;
  if (button.run !== null) {
    console.log(`${button.run()}`);
    const off = (): void => { button.run = null; };
    off();
    console.log(`${button.run()}`);
  }
}
