// Length, codes, equality.
export function start(): void {
  const s = `Hello, ${"world"}`;
  let sum = 0;
  for (let i = 0; i < s.length; i++) sum += s.charCodeAt(i) * (i + 1);
  console.log(`${s.length} ${sum} ${"".length}`);
  const t = "Hello" + ", " + "world";
  console.log(`${s === t} ${s !== t} ${s === "hello, world".slice(0)} ${"" === t.slice(0, 0)}`);
  console.log("quotes \" ' ` back\\slash tab\tend");
  console.log("\x41\u0042\u{43}");
}
