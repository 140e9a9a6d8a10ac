// Consoles and sources of entropy that lie: as lies.test.ts, for what is particular about them.

import { expect } from "chai";
import { hostBoard, leaveBoard, type Twin } from "../../../../src/host/board-metal/with-board";
import { VirtioConsole } from "../../../../src/machine/devices/virtio/console";
import { VirtioEntropy } from "../../../../src/machine/devices/virtio/entropy";
import { claimConsoleDevice, type ConsoleDevice } from "../../../../src/unikernel/drivers/virtio/console";
import { claimEntropyDevice } from "../../../../src/unikernel/drivers/virtio/entropy";
import { Liar, PlayedQueue } from "./liar";
import { probeSlots } from "./probe-slots";

const SLOWLY = 10_000_000;

function rigOf(kind: typeof VirtioConsole | typeof VirtioEntropy): { twin: Twin; liar: Liar } {
  let liar: Liar | undefined;
  const twin = hostBoard({
    ramBytes: 4 << 20, console: () => undefined, extraCycles: SLOWLY,
    inFrontOf: (device) => device.card instanceof kind ? liar = new Liar(device) : null,
  });
  probeSlots(twin);
  return { twin, liar: liar! };
}

describe("a source of entropy that lies", () => {
  afterEach(leaveBoard);

  /** The device ends its one request with this length, while the driver waits. */
  function filled(length: number | "never"): { count: number; printed: string; again: number } {
    const { twin, liar } = rigOf(VirtioEntropy);
    const device = claimEntropyDevice()!;
    const queue = new PlayedQueue(liar, twin.memory);
    liar.isDeaf = true;
    const write = liar.write.bind(liar);
    liar.write = (offset, bytes, value) => {
      if (offset === 0x50 && length !== "never") for (const head of queue.take()) queue.use(head, length);
      return write(offset, bytes, value);
    };
    const count = device.fillNow(new Uint8Array(64));
    return { count, printed: twin.printed.replace("virtio entropy at 0xa003c00 is given up: ", ""), again: device.fillNow(new Uint8Array(64)) };
  }

  const rows: readonly (readonly [length: number | "never", count: number, line: string])[] = [
    [64,          64, ""],
    [8,           64, ""],
    [0,           0,  "it gives a buffer back empty\n"],
    [65,          0,  "65 bytes are said to be in 64\n"],
    [0xffff_ffff, 0,  "4294967295 bytes are said to be in 64\n"],
    ["never",     0,  "no answer for 5 seconds\n"],
  ];
  for (const [length, count, line] of rows) {
    it(`a buffer of 64 comes back with ${length}: ${line || "all is well\n"}`.trimEnd(), () => {
      expect(filled(length)).to.deep.equal({ count, printed: line, again: line === "" ? 64 : 0 });
    });
  }
});

describe("a console that lies", () => {
  afterEach(leaveBoard);

  const SAID = "virtio console at 0xa003e00 is given up: ";
  let typed = "";

  /** The liar knows the queue that was set up last: the one for what is written. */
  function claimed(): { twin: Twin; liar: Liar; driver: ConsoleDevice; transmit: PlayedQueue } {
    const { twin, liar } = rigOf(VirtioConsole);
    typed = "";
    const driver = claimConsoleDevice((bytes) => { typed += String.fromCharCode(...bytes); })!;
    liar.isDeaf = true;
    return { twin, liar, driver, transmit: new PlayedQueue(liar, twin.memory) };
  }

  it("and never takes what is written: given up after 5 seconds", () => {
    const { twin, driver } = claimed();
    expect(driver.writeNow(Uint8Array.of(65))).to.equal(false);
    expect(twin.printed).to.equal(`${SAID}no answer for 5 seconds\n`);
    expect(driver.write(Uint8Array.of(65)), "from now on").to.equal(false);
  });

  it("and says that it has written into what was for it to read", () => {
    const { twin, driver, transmit } = claimed();
    driver.write(Uint8Array.of(65));
    for (const head of transmit.take()) transmit.use(head, 1);
    driver.poll();
    expect(twin.printed).to.equal(`${SAID}1 bytes are said to be in 0\n`);
  });

  it("and says that more was typed than there was room for", () => {
    let receive: PlayedQueue | undefined;
    const { twin, liar } = rigOf(VirtioConsole);
    // The first queue that gets ready is the one for what is typed.
    const write = liar.write.bind(liar);
    liar.write = (offset, bytes, value) => {
      const isTaken = write(offset, bytes, value);
      if (offset === 0x44 && receive === undefined) {
        const first = new Liar(liar);
        [first.size, first.descriptors, first.available, first.used] = [liar.size, liar.descriptors, liar.available, liar.used];
        receive = new PlayedQueue(first, twin.memory);
      }
      return isTaken;
    };
    const driver = claimConsoleDevice(() => { typed += "?"; })!;
    const [head] = receive!.take();
    typed = "";
    receive!.use(head!, 257);
    driver.poll();
    expect([typed, twin.printed]).to.deep.equal(["", `${SAID}257 bytes are said to be in 256\n`]);
  });
});
