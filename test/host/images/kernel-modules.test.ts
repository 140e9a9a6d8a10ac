import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UserFault } from "../../../src/base/fault";
import { type KernelModule, moduleName, modulesAlias, modulesDep, modulesFor, readModule } from "../../../src/host/images/kernel-modules";

const recorded = (name: string): Uint8Array => readFileSync(join(__dirname, "recorded", name));

const NONE = new Uint8Array(0);
const moduleOf = (name: string, depends: readonly string[] = [], aliases: readonly string[] = []): KernelModule =>
  ({ name, contents: NONE, depends, aliases, release: "6.1.0-56-arm64" });

/** What Debian's modules say of themselves in linux-image-6.1.0-56-arm64. */
const MODULES = [
  moduleOf("virtio_mmio"), moduleOf("virtio_blk"), moduleOf("virtio_net", ["net_failover"]), moduleOf("net_failover", ["failover"]),
  moduleOf("failover"), moduleOf("virtio_console"), moduleOf("virtio_rng"), moduleOf("crc32c_generic"), moduleOf("ext4", ["jbd2", "mbcache", "crc16"]),
  moduleOf("jbd2"), moduleOf("mbcache"), moduleOf("crc16"), moduleOf("gpio_keys"), moduleOf("evdev"),
];
const byName = (name: string): KernelModule | undefined => MODULES.find((each) => each.name === name);

describe("kernel modules", () => {
  it("are called by their file's name", () => {
    expect(moduleName("./lib/modules/6.1.0-56-arm64/kernel/drivers/char/hw_random/virtio-rng.ko")).to.equal("virtio_rng");
  });

  it("say what they need and what they are for", () => {
    const { contents, ...told } = readModule("tiny_one", recorded("tiny-one.ko")); // .modinfo as the kernel's build writes it, by GNU as.
    expect(told).to.deep.equal({ name: "tiny_one", depends: ["tiny_two", "three"], aliases: ["virtio:d00000001v*", "net-one"], release: "6.1.0-56-arm64" });
    expect(contents.length).to.equal(632);
  });

  it("stand behind what they need", () => {
    const names = modulesFor(["virtio_net", "ext4", "failover"], byName).map(({ name }) => name);
    expect(names).to.deep.equal(["failover", "net_failover", "virtio_net", "jbd2", "mbcache", "crc16", "ext4"]);
  });

  it("are missed", () => {
    expect(() => modulesFor(["nowhere"], byName)).to.throw(UserFault, "the kernel's package has no module nowhere");
  });

  it("are refused if they are something else", () => {
    expect(() => readModule("bad", new TextEncoder().encode("text"))).to.throw(UserFault, "not an ELF file");
  });

  it("are listed as Debian's depmod lists them", () => {
    const lines = (text: string): string[] => text.trimEnd().split("\n").sort();
    expect(lines(modulesDep(MODULES))).to.deep.equal(lines(Buffer.from(recorded("modules.dep")).toString()));
  });

  it("are found by the devices that they are for", () => {
    expect(modulesAlias([moduleOf("virtio_blk", [], ["virtio:d00000002v*"]), moduleOf("jbd2")])).to.equal("alias virtio:d00000002v* virtio_blk\n");
  });
});
