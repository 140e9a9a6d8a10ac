import { expect } from "chai";
import { gunzipSync } from "node:zlib";
import { initramfs } from "../../../src/host/images/initramfs";
import type { KernelModule } from "../../../src/host/images/kernel-modules";

const BUSYBOX = new TextEncoder().encode("a program");
const MODULE: KernelModule = { name: "tiny", contents: new TextEncoder().encode("a module"), depends: [], aliases: ["virtio:d00000001v*"], release: "6.1.0" };

/** The names and modes in a "newc" archive, by the format's description. */
function listing(archive: Buffer): string[] {
  const lines: string[] = [];
  for (let at = 0; ;) {
    const field = (i: number): number => parseInt(archive.toString("latin1", at + 6 + 8 * i, at + 14 + 8 * i), 16);
    const [mode, size, nameSize] = [field(1), field(6), field(11)];
    const name = archive.toString("latin1", at + 110, at + 110 + nameSize - 1);
    if (name === "TRAILER!!!") return lines;
    lines.push(`${mode.toString(8)} ${name}`);
    const contents = (at + 110 + nameSize + 3) & ~3;
    at = (contents + size + 3) & ~3;
  }
}

describe("initramfs", () => {
  const built = initramfs(BUSYBOX, [MODULE]);

  it("has what the kernel starts, and what that needs, each directory before what is in it", () => {
    expect(listing(gunzipSync(built))).to.deep.equal([
      "40755 bin", "40755 dev", "40755 etc", "40755 etc/acpi", "40755 etc/acpi/PWRF", "40755 etc/udhcpc", "40755 lib", "40755 lib/modules", "40755 lib/modules/6.1.0",
      "40755 mnt", "40755 proc", "40755 root", "40755 sys", "40755 tmp", "40755 var", "40755 var/log", "40755 var/run",
      "100755 bin/busybox", "120777 sbin", "100755 init", "100644 etc/inittab", "100644 etc/profile", "100644 etc/filesystems", "100755 etc/acpi/PWRF/00000080",
      "100755 etc/udhcpc/default.script", "100644 lib/modules/6.1.0/modules.dep", "100644 lib/modules/6.1.0/modules.alias", "100644 lib/modules/6.1.0/tiny.ko",
    ]);
  });

  it("is the same each time", () => {
    expect(Buffer.from(initramfs(BUSYBOX, [MODULE])).equals(Buffer.from(built))).to.equal(true);
    expect([...built.subarray(4, 8)]).to.deep.equal([0, 0, 0, 0]); // gzip's time
  });
});
