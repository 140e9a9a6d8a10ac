import { expect } from "chai";
import { imagesFolder } from "../../src/course/root";
import { ImageCache } from "../../src/host/images/cache";
import { IMAGES } from "../../src/host/images/images";
import { Dialogue } from "./dialogue";
import { COMMAND } from "./o2p";

const PROMPT = /\n=> $/;
const PATIENCE = 600;

describe("U-Boot, of Debian's", () => {
  const cache = new ImageCache(imagesFolder());
  if (!cache.has(IMAGES["u-boot"])) {
    it("is not here (npx o2p images fetch u-boot): the tests without it have to do, but not in CI", () =>
      expect(process.env["CI"]).to.equal(undefined));
    return;
  }

  it("comes to its prompt, says its version, and switches the machine off", async () => {
    const computer = new Dialogue(process.execPath, [COMMAND, "boot", "--bios", cache.at(IMAGES["u-boot"])]);
    try {
      await computer.until(/DRAM: {2}512 MiB\r\n.*\r\nFlash: 64 MiB\r\n/, PATIENCE); // As on QEMU with -m 512.
      await computer.until(/Hit any key to stop autoboot/, PATIENCE);
      computer.type(" ");
      await computer.until(PROMPT, PATIENCE);
      computer.type("version\r");
      const { input } = await computer.until(PROMPT, PATIENCE);
      expect(input).to.match(/^version\r\nU-Boot 20\d\d\.\d\d.* \(.*\)\r\n\r\naarch64-linux-gnu-gcc \(Debian /);
      computer.type("poweroff\r");
      expect(await computer.ended(PATIENCE), computer.complaints).to.equal(0);
    } finally {
      await computer.kill();
    }
  }).timeout(PATIENCE * 1000);
});
