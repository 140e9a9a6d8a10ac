// The entropy device: Virtual I/O Device (VIRTIO) Version 1.2, section 5.4.

import { expect } from "chai";
import { VirtioEntropy } from "../../../../src/machine/devices/virtio/entropy";
import { Driver } from "./driver";

describe("virtio-rng", () => {
  it("fills the driver's room, and says how much it has filled (5.4.6.2)", () => {
    let next = 0;
    const driver = new Driver(new VirtioEntropy({ fill: (bytes) => { for (let i = 0; i < bytes.length; i++) bytes[i] = next++; } })).begin();
    const at = driver.post(0, 3, 2);
    driver.post(0, 4);
    expect(driver.takeUsed(0)).to.deep.equal([{ id: 0, len: 5 }, { id: 2, len: 4 }]);
    expect([...driver.bytesAt(at[0]!, 3), ...driver.bytesAt(at[1]!, 2)]).to.deep.equal([0, 1, 2, 3, 4]);
  });

  it("gives 64 KiB at the most, however much is asked for", () => {
    const driver = new Driver(new VirtioEntropy({ fill: (bytes) => { bytes.fill(1); } })).begin();
    const [at] = driver.post(0, 100_000);
    expect(driver.takeUsed(0)).to.deep.equal([{ id: 0, len: 65_536 }]);
    expect([...driver.bytesAt(at! + 65_535, 2)]).to.deep.equal([1, 0xee]);
  });

  it("has nothing to give where there is no room", () => {
    const driver = new Driver(new VirtioEntropy({ fill: () => undefined })).begin();
    driver.post(0, new Uint8Array(8));
    expect(driver.takeUsed(0)).to.deep.equal([{ id: 0, len: 0 }]);
  });
});
