// Products, with every pair of signs, and the greatest that is safe.
export function start(): void {
  const values = [0, 1, -1, 3, -3, 1000, -1000, 94906265, -94906265];
  for (const a of values) {
    let line = "";
    for (const b of values) line += `${a * b} `;
    console.log(line);
  }
  console.log(`${94906265 * 94906266} ${4503599627370495 * 2} ${3 * 3002399751580330}`);
  console.log(`${6361 * 69431 * 20394401}`);
}
