/**
 * What a dropped file is for, guessed from its name and its first bytes, so that whoever drops a kernel, an initramfs
 * and a disk at once need not say which is which. The reader can always say otherwise.
 */
export const roles = ["kernel", "firmware", "initrd", "disk"] as const;
export type FileRole = (typeof roles)[number];

export const roleTitles: Readonly<Record<FileRole, string>> = {
  kernel: "kernel or program", firmware: "firmware, in flash", initrd: "initial RAM disk", disk: "disk",
};

/** How many bytes guessRole() looks at. */
export const headBytes = 0x440;

export function guessRole(name: string, head: Uint8Array): FileRole {
  const lower = name.toLowerCase();
  if (hasAt(head, 0, "\x7fELF") || hasAt(head, 0x38, "ARMd")) return "kernel";
  if (hasAt(head, 0, "070701") || hasAt(head, 0, "070702")) return "initrd";
  if (/initr(d|amfs)|\.cpio|rootfs.*\.gz/.test(lower)) return "initrd";
  if (hasAt(head, 0x438, "\x53\xef") || hasAt(head, 510, "\x55\xaa") || /\.(img|ext[234]|raw|disk|iso|qcow2)$/.test(lower)) return "disk";
  if (/u-?boot|bios|firmware|\.fd$|\.rom$/.test(lower)) return "firmware";
  return "kernel";
}

/** `text` has a letter for each byte. */
function hasAt(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((letter, i) => bytes[at + i] === letter.charCodeAt(0));
}

/** "61.2 MB" */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const [divided, unit] = bytes < 1e6 ? [bytes / 1e3, "kB"] : bytes < 1e9 ? [bytes / 1e6, "MB"] : [bytes / 1e9, "GB"];
  return `${divided < 10 ? divided.toFixed(1) : Math.round(divided)} ${unit}`;
}
