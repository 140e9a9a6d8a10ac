/** The program of chapter 1, byte by byte: the build puts the file itself in (plugins/theme-plugin.ts). */
import url from "@site/chapters/01-decoder/files/hello";

export function helloBytes(): Uint8Array {
  const base64 = url.slice(url.indexOf(",") + 1);
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
