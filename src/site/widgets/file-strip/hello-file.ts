/** The program of chapter 1, byte by byte: the build puts the file itself in (plugins/theme-plugin.ts). */
import bytes from "@site/chapters/01-decoder/files/hello";

export const helloBytes: Uint8Array = bytes;
