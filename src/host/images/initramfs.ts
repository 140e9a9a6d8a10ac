// The first file system of the kernel, and here the only one: busybox, the modules for our board's devices, and the
// few scripts between the kernel's first process and a shell.

import { gzipSync } from "fflate";
import { cpio, type CpioEntry } from "./cpio";
import { type KernelModule, modulesAlias, modulesDep } from "./kernel-modules";

/** The kernel's first process. What is in sysfs names the devices that there are, and modules.alias who drives them. */
const INIT = `#!/bin/busybox sh
/bin/busybox --install -s /bin
export PATH=/bin
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev
mkdir -p /dev/pts && mount -t devpts devpts /dev/pts
drive() { cat "$@" | sort -u | xargs modprobe -a -q; } 2>/dev/null
drive /sys/bus/platform/devices/*/modalias
drive /sys/bus/virtio/devices/*/modalias
modprobe evdev
hostname o2p
exec init
`;

/** For busybox's init: a shell that has the console as its terminal, and so job control; and acpid for the power button. */
const INITTAB = `::sysinit:/bin/acpid
::respawn:/bin/cttyhack /bin/sh -l
::shutdown:/bin/umount -a -r -t ext4
`;

/** A serial line does not say how large the terminal behind it is; \`resize\` asks it. */
const PROFILE = `export HOME=/root PS1='# '
stty rows 24 cols 80
cd
`;

const POWER_BUTTON = `#!/bin/sh
poweroff
`;

/** udhcpc calls it with what the network has told. */
const UDHCPC = `#!/bin/sh
case $1 in
  deconfig)
    ip addr flush dev $interface
    ip link set $interface up ;;
  bound | renew)
    ip addr flush dev $interface
    ip addr add $ip/\${mask:-24} dev $interface
    for gateway in $router; do ip route add default via $gateway dev $interface && break; done
    for server in $dns; do echo nameserver $server; done > /etc/resolv.conf ;;
esac
`;

const FILES: Readonly<Record<string, string>> = {
  "init": INIT,
  "etc/inittab": INITTAB,
  "etc/profile": PROFILE,
  "etc/filesystems": "ext4\n", // What mount tries, if nobody says.
  "etc/acpi/PWRF/00000080": POWER_BUTTON,
  "etc/udhcpc/default.script": UDHCPC,
};

const EMPTY_DIRECTORIES = ["dev", "mnt", "proc", "root", "sys", "tmp", "var/log", "var/run"];

/** A gzip-compressed cpio archive; the same busybox and modules give the same bytes. */
export function initramfs(busybox: Uint8Array, modules: readonly KernelModule[]): Uint8Array {
  const at = `lib/modules/${modules[0]!.release}`;
  const files: CpioEntry[] = [
    executable("bin/busybox", busybox),
    { path: "sbin", kind: "link", target: "bin" }, // The kernel asks for /sbin/modprobe.
    ...Object.entries(FILES).map(([path, text]) => (text.startsWith("#!") ? executable(path, bytes(text)) : plain(path, bytes(text)))),
    plain(`${at}/modules.dep`, bytes(modulesDep(modules))),
    plain(`${at}/modules.alias`, bytes(modulesAlias(modules))),
    ...modules.map(({ name, contents }) => plain(`${at}/${name}.ko`, contents)),
  ];
  const directories = new Set([...EMPTY_DIRECTORIES.flatMap((path) => [...parentsOf(path), path]), ...files.flatMap(({ path }) => parentsOf(path))]);
  const archive = cpio([...[...directories].sort().map((path): CpioEntry => ({ path, kind: "directory" })), ...files]);
  return gzipSync(archive, { level: 9, mtime: 0 });
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const executable = (path: string, contents: Uint8Array): CpioEntry => ({ path, kind: "file", contents, executable: true });

const plain = (path: string, contents: Uint8Array): CpioEntry => ({ path, kind: "file", contents, executable: false });

/** "a/b" and "a" for "a/b/c". */
function parentsOf(path: string): string[] {
  const names = path.split("/").slice(0, -1);
  return names.map((_, i) => names.slice(0, i + 1).join("/"));
}
