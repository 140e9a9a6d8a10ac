// Statements that do nothing, and loops that do all in their head.
export function start(): void {
  let i = 0;
  ;
  for (; i < 10; i += 3);
  while (i-- > 5);
  {}
  if (i === 4) { } else console.log("no");
  console.log(`${i}`);
}
