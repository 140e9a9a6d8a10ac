// Bytes as a dump: pad, base sixteen, printable or a dot.
function dump(bytes: Uint8Array): void {
  for (let row = 0; row < bytes.length; row += 16) {
    let [hex, text] = ["", ""];
    for (let i = row; i < Math.min(row + 16, bytes.length); i++) {
      const b = bytes[i]!;
      hex += `${b.toString(16).padStart(2, "0")} `;
      text += b >= 32 && b < 127 ? String.fromCharCode(b) : ".";
    }
    console.log(`${row.toString(16).padStart(8, "0")}  ${hex.padEnd(48)} |${text}|`);
  }
}

export function start(): void {
  const bytes = new Uint8Array(45);
  for (let i = 0; i < bytes.length; i++) bytes[i] = i * 7 + 20;
  dump(bytes);
}
