/** A machine in a page's address: behind the #, which no server sees. Its bytes are compressed already. */

/** As much as every browser takes as an address, in base64. */
export const linkBytes = 48_000;

const prefix = "#snapshot=";

export function withSnapshot(address: string, snapshot: Uint8Array): string {
  const url = new URL(address);
  url.hash = prefix + toBase64(snapshot);
  return url.toString();
}

/** The machine in a hash; undefined if there is none, or a damaged one. */
export function snapshotIn(hash: string): Uint8Array<ArrayBuffer> | undefined {
  if (!hash.startsWith(prefix)) return undefined;
  const digits = hash.slice(prefix.length).replace(/-/g, "+").replace(/_/g, "/");
  return /^[A-Za-z0-9+/]*$/.test(digits) && digits.length % 4 !== 1 ? Uint8Array.from(atob(digits), (letter) => letter.charCodeAt(0)) : undefined;
}

/** Without what an address would have to escape. */
function toBase64(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
