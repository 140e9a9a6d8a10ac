/** The reader's work as the zip that `o2p grade` takes: the files of the working copy, at their paths. */
import { strToU8, zipSync } from "fflate";
import { currentWork } from "./work-store";

/** Zip files know no earlier day, in whatever time zone; a fixed one makes the same work the same file. */
const epoch = new Date(1980, 0, 1);

export function workAsZip(): Uint8Array<ArrayBuffer> {
  const files = Object.entries(currentWork().files).sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(files.map(([path, text]) => [path, strToU8(text)])), { mtime: epoch });
}

export function downloadWork(): void {
  const url = URL.createObjectURL(new Blob([workAsZip()], { type: "application/zip" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "opcode-to-packet-work.zip";
  link.click();
  URL.revokeObjectURL(url);
}
