// Strings made of every code there is.
export function start(): void {
  let all = "";
  for (let i = 0; i < 256; i++) all += String.fromCharCode(i);
  let [sum, ordered] = [0, true];
  for (let i = 0; i < all.length; i++) {
    sum += all.charCodeAt(i);
    if (all.charCodeAt(i) !== i) ordered = false;
  }
  console.log(`${all.length} ${sum} ${ordered} ${all.indexOf("A")} ${all.slice(48, 58)} ${all.slice(97, 123)}`);
  console.log(`${String.fromCharCode(0).length} ${"\x00" === String.fromCharCode(0)} ${"\xff".charCodeAt(0)} ${"\x80" > "\x7f"}`);
}
