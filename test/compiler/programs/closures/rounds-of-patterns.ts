// Each round of a loop has variables of its own, those of a pattern too.

export function start(): void {
  const entries = new Map<string, number>();
  entries.set("one", 1);
  entries.set("two", 2);
  entries.set("three", 3);
  const later: (() => string)[] = [];
  for (let [key, value] of entries) {
    later.push(() => `${key} ${value}`);
    value += 10;
    key = `${key}!`;
  }
  for (const each of later) console.log(each());

  const counts: (() => number)[] = [];
  for (let [i, step] = [0, 1]; i < 20; i += step, step++) {
    counts.push(() => {
      step += 100;
      return i * 1000 + step;
    });
  }
  for (const each of counts) console.log(`${each()} ${each()}`);
}
