// Work to be done later, which makes more work.
export function start(): void {
  const queue: (() => void)[] = [];
  let done = 0;
  const later = (name: string, again: number): void => {
    queue.push(() => {
      done++;
      console.log(`${name} ${again}`);
      if (again > 0) later(`${name}'`, again - 1);
    });
  };
  later("a", 2);
  later("b", 1);
  let at = 0;
  while (at < queue.length) queue[at++]!();
  console.log(`${done} of ${queue.length}`);
}
