// Words compare unsigned.
export function start(): void {
  const values = [0n, 1n, 0x7fff_ffff_ffff_ffffn, 0x8000_0000_0000_0000n, 0xffff_ffff_ffff_ffffn];
  for (const a of values) {
    let line = "";
    for (const b of values) line += `${a < b} ${a <= b} ${a > b} ${a >= b} ${a === b} ${a !== b};`;
    console.log(line);
  }
}
