// Unions of literals: numbers, strings, booleans.
type Level = 0 | 1 | 2 | 3;
type Size = "small" | "large";

function up(level: Level): Level {
  switch (level) {
    case 0: return 1;
    case 1: return 2;
    default: return 3;
  }
}

function flip(size: Size): Size {
  return size === "small" ? "large" : "small";
}

export function start(): void {
  let level: Level = 0;
  let size: Size = "small";
  for (let i = 0; i < 5; i++) {
    console.log(`${level} ${size} ${size.length}`);
    level = up(level);
    size = flip(size);
  }
}
