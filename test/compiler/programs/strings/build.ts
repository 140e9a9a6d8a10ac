// A string grown code by code, and one doubled.
export function start(): void {
  let s = "";
  for (let i = 0; i < 300; i++) s += String.fromCharCode(33 + i % 90);
  console.log(`${s.length} ${s.slice(0, 20)} ${s.slice(-20)}`);
  let d = "ab";
  for (let i = 0; i < 8; i++) d += d;
  console.log(`${d.length} ${d.slice(509)} ${d.indexOf("ba")} ${d.endsWith("abab")}`);
}
