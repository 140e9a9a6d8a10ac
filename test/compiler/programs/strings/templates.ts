// Templates of every primitive.
function name(): string {
  return "N";
}

export function start(): void {
  const [n, w, b, s] = [-42, 42n, true, "text"];
  console.log(`${n}${w}${b}${s}`);
  console.log(`a${n}b${w}c${b}d${s}e`);
  console.log(`${`nested ${`${n + 1}`} deep`} ${name()}${name() + name()}`);
  console.log(`\${no} \`tick\` ${"in" + "side"}
second line`);
  console.log(`${!b} ${n > 0 ? "plus" : "minus"} ${s.length} ${Number.MAX_SAFE_INTEGER}`);
  console.log(``);
}
