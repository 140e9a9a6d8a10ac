// Numbers as text in other bases.
export function start(): void {
  const values = [0, 1, -1, 9, 10, 35, 36, 255, -255, 4294967295, 9007199254740991, -9007199254740991];
  for (const n of values) {
    console.log(`${n.toString()} ${n.toString(2)} ${n.toString(8)} ${n.toString(10)} ${n.toString(16)} ${n.toString(36)} ${n.toString(3)}`);
  }
}
