// Each round of a loop has a variable of its own; what closures of earlier rounds do is theirs.
const texts = (all: readonly (() => number)[]): string => all.map((each) => `${each()} ${each()}`).join(", ");

export function start(): void {
  const plain: (() => number)[] = [];
  for (let i = 0; i < 6; i++) { plain.push(() => i); i++; }
  console.log(texts(plain));
  const changing: (() => number)[] = [];
  for (let i = 0; i < 3; i++) changing.push(() => { i += 10; return i; });
  console.log(texts(changing));
  const inStep: (() => number)[] = [];
  for (let i = 0; i < 3; inStep.push(() => i), i++) { /* The step belongs to the next round. */ }
  console.log(texts(inStep));
  const inStart: (() => number)[] = [];
  for (let i = 0, get = (): number => i; i < 3; i++) inStart.push(get);
  console.log(texts(inStart));
  const hoisted: (() => number)[] = [];
  for (let i = 0; i < 3; i++) {
    hoisted.push(late);
    function late(): number { return i; }
  }
  console.log(texts(hoisted));
}
