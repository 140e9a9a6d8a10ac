// Bytes as text.
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function encode(bytes: Uint8Array): string {
  let out = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const left = Math.min(bytes.length - i, 3);
    const n = bytes[i]! << 16 | (left > 1 ? bytes[i + 1]! : 0) << 8 | (left > 2 ? bytes[i + 2]! : 0);
    for (let k = 0; k < 4; k++) {
      const letter = (n >> (18 - 6 * k)) & 63;
      out += k <= left ? LETTERS.slice(letter, letter + 1) : "=";
    }
  }
  return out;
}

function decode(text: string): Uint8Array {
  const out: number[] = [];
  let [bits, n] = [0, 0];
  for (let i = 0; i < text.length && text.charCodeAt(i) !== 61; i++) {
    n = ((n << 6) | LETTERS.indexOf(text.slice(i, i + 1))) & 0xfffff;
    bits += 6;
    if (bits >= 8) { bits -= 8; out.push((n >> bits) & 0xff); }
  }
  return new Uint8Array(out);
}

export function start(): void {
  for (let length = 0; length < 8; length++) {
    const bytes = new Uint8Array(length);
    for (let i = 0; i < length; i++) bytes[i] = i * 83 + 200;
    const text = encode(bytes);
    let same = decode(text).length === length;
    for (let i = 0; i < length; i++) same &&= (decode(text)[i]!) === bytes[i]!;
    console.log(`${text} ${same}`);
  }
}
