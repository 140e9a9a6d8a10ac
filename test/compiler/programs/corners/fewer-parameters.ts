// A function that takes less than its type says: the other arguments are computed all the same.
export function start(): void {
  let trail = "";
  const say = (text: string): string => { trail += text; return text; };
  const first: (a: string, b: string) => string = (a) => a;
  console.log(`${first(say("x"), say("y"))} ${trail}`);
  const none: (a: string) => number = () => 7;
  console.log(`${none(say("z"))} ${trail} ${[1, 2].map(() => 3).join()}`);
}
