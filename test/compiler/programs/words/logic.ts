// Words as flags.
const READ = 1n;
const WRITE = 2n;
const RUN = 0x8000_0000_0000_0000n;

function name(flags: bigint): string {
  const r = (flags & READ) !== 0n ? "r" : "-";
  const w = (flags & WRITE) !== 0n ? "w" : "-";
  return r + w + ((flags & RUN) === 0n ? "-" : "x");
}

export function start(): void {
  for (const flags of [0n, READ, WRITE, RUN, READ | WRITE, READ | RUN, 0xffff_ffff_ffff_ffffn]) console.log(`${name(flags)} ${flags}`);
  let f = 0n;
  f |= READ;
  f |= RUN;
  f &= RUN;
  f ^= WRITE;
  f >>= 1n;
  console.log(`${f}`);
}
