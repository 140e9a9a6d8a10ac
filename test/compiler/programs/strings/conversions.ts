// String() of every primitive, and + of strings alone.
export function start(): void {
  console.log(String(0) + String(-1) + String(9007199254740991) + String(true) + String(false) + String(10n) + String("s"));
  let s = "";
  s += "a";
  s += s + "b";
  s = s + s + String(s.length);
  console.log(s);
  console.log([String(1 + 1), String(1n), `${1}`].join("/"));
}
