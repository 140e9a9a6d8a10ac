// A table whose rows have names, and constants in a record.
const COLOR = { red: 1, green: 2, blue: 4 } as const;

type Color = (typeof COLOR)[keyof typeof COLOR];

function mix(a: Color, b: Color): number {
  return a | b;
}

export function start(): void {
  console.log(`${mix(COLOR.red, COLOR.blue)} ${mix(COLOR.green, COLOR.green)} ${COLOR.red + COLOR.green + COLOR.blue}`);
  let c: Color = COLOR.green;
  if (mix(c, COLOR.red) === 3) c = COLOR.blue;
  console.log(`${c}`);
}
