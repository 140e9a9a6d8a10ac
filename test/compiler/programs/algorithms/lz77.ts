// A compressor that refers back, and its opposite.
function compress(bytes: Uint8Array): number[] {
  const out: number[] = [];
  for (let i = 0; i < bytes.length;) {
    let [best, from] = [0, 0];
    for (let j = Math.max(0, i - 255); j < i; j++) {
      let n = 0;
      while (n < 255 && i + n < bytes.length && (bytes[j + n]!) === bytes[i + n]!) n++;
      if (n > best) { best = n; from = i - j; }
    }
    if (best >= 3) { out.push(1, from, best); i += best; } else { out.push(0, bytes[i]!); i++; }
  }
  return out;
}

function expand(codes: readonly number[]): Uint8Array {
  const out: number[] = [];
  for (let i = 0; i < codes.length;) {
    if ((codes[i]!) === 0) { out.push(codes[i + 1]!); i += 2; continue; }
    const start = out.length - codes[i + 1]!;
    for (let k = 0; k < codes[i + 2]!; k++) out.push(out[start + k]!);
    i += 3;
  }
  return new Uint8Array(out);
}

export function start(): void {
  const text = "abracadabra abracadabra aaaaaaaaaaaaaaaa the end, the end";
  const bytes = new Uint8Array(text.split("").map((c) => c.charCodeAt(0)));
  const packed = compress(bytes);
  let back = "";
  for (const b of expand(packed)) back += String.fromCharCode(b);
  console.log(`${bytes.length} ${packed.length} ${packed.join(" ")}`);
  console.log(`${back === text}`);
}
