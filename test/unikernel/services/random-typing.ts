// Whatever may come over the monitor's serial line, the same for the same seed: any bytes at all, and among them keys, and
// words that begin a command of which the answer is the same on every machine.

/** Numerical Recipes' generator of 32 bits: its upper byte. */
function bytesFrom(seed: number): () => number {
  let word = seed >>> 0;
  return () => {
    word = (Math.imul(word, 1_664_525) + 1_013_904_223) >>> 0;
    return word >>> 24;
  };
}

const PIECES = [
  "\r", "\n", "\r\n", "\x7f", "\x08", "\x01", "\x05", "\x0b", "\x15", "\x17", "\x03", "\x0c", "\x1b", "\x1b[", "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D",
  "\x1b[H", "\x1b[F", "\x1b[3~", "\x1bOD", " ", "echo ", "echo a b\r", "help", "read ", "read 0xffffff8040200000 ", "walk 0\r", "0x", "99", "timers\r",
  "random 0\r", "crash \r",
];

export function randomTyping(count: number, seed: number): Uint8Array {
  const next = bytesFrom(seed);
  const bytes: number[] = [];
  while (bytes.length < count) {
    const kind = next();
    if (kind < 128) bytes.push(next());
    else for (const letter of PIECES[next() % PIECES.length]!) bytes.push(letter.charCodeAt(0));
  }
  return Uint8Array.from(bytes.slice(0, count));
}
