// The same object, thrown again.
class Counted extends Error {
  times = 0;
}

function level(n: number, e: Counted): void {
  if (n === 0) throw e;
  try {
    level(n - 1, e);
  } catch (caught) {
    if (caught instanceof Counted) caught.times++;
    throw caught;
  }
}

export function start(): void {
  const e = new Counted("again");
  try {
    level(5, e);
  } catch (caught) {
    if (caught instanceof Counted) console.log(`${caught === e} ${e.times} ${caught.message}`);
  }
}
