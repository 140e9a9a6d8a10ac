// The images that other people made: what each is called here, and in which package of Debian's it comes.

import type { ImageCache } from "./cache";

/** A package of Debian 12, for arm64. */
export interface Source {
  readonly title: string;
  /** The package, or the one that depends on the newest package whose name begins with `newest`. */
  readonly package: string;
  readonly newest?: string;
  /** The image in the package. */
  readonly image: RegExp;
}

export const SOURCES = {
  "linux": {
    title: "Debian's arm64 kernel, and its modules",
    package: "linux-image-arm64", newest: "linux-image-", image: /^\.\/boot\/vmlinuz-/,
  },
  "u-boot": {
    title: "U-Boot for QEMU's virt board",
    package: "u-boot-qemu", image: /^\.\/usr\/lib\/u-boot\/qemu_arm64\/u-boot\.bin$/,
  },
  "busybox": {
    title: "busybox, linked statically",
    package: "busybox-static", image: /^\.\/bin\/busybox$/,
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceName = keyof typeof SOURCES;

/** What can be booted, or goes with it, and its file in the cache. The initramfs is built here, of busybox and modules. */
export const IMAGES = {
  "linux": "linux",
  "initramfs": "initramfs.cpio.gz",
  "u-boot": "u-boot.bin",
  "busybox": "busybox",
} as const satisfies Readonly<Record<SourceName | "initramfs", string>>;

export type ImageName = keyof typeof IMAGES;

/** Contents of an image that is as it was brought; a UserFault if it is not. */
export function readImage(cache: ImageCache, name: ImageName): Uint8Array {
  return cache.read(IMAGES[name], `npx o2p images fetch ${name === "initramfs" ? "linux" : name}`);
}

/** The path of such an image. */
export function imagePath(cache: ImageCache, name: ImageName): string {
  readImage(cache, name);
  return cache.at(IMAGES[name]);
}

/** The kernel's modules that the initramfs has, beside those that they need. */
export const MODULES = [
  "virtio_mmio", "virtio_blk", "virtio_net", "virtio_console", "virtio_rng",
  "ext4", "crc32c_generic", // Which ext4 asks the kernel for by what it does, and not by its name.
  "gpio_keys", "evdev",     // The power button.
] as const;
