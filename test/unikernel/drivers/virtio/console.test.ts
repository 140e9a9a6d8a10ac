// The console and entropy drivers against our own devices ("Virtual I/O Device (VIRTIO) Version
// 1.2", sections 5.3 and 5.4).

import { expect } from "chai";
import { hostBoard, leaveBoard } from "../../../../src/host/board-metal/with-board";
import type { VirtioConsole } from "../../../../src/machine/devices/virtio/console";
import { claimConsoleDevice, type ConsoleDevice } from "../../../../src/unikernel/drivers/virtio/console";
import { claimEntropyDevice } from "../../../../src/unikernel/drivers/virtio/entropy";
import { forgetVirtioDevices } from "../../../../src/unikernel/drivers/virtio/probe";
import { probeSlots } from "./probe-slots";

const text = (characters: string): Uint8Array => Uint8Array.from(characters, (c) => c.charCodeAt(0));

interface Rig {
  readonly card: VirtioConsole;
  readonly driver: ConsoleDevice;
  readonly sent: () => string;
  readonly typed: () => string;
}

function rigOf(): Rig {
  let [sent, typed] = ["", ""];
  const twin = hostBoard({ console: (bytes) => { sent += String.fromCharCode(...bytes); } });
  probeSlots(twin);
  const driver = claimConsoleDevice((bytes) => { typed += String.fromCharCode(...bytes); });
  if (driver === null) throw new Error(twin.printed);
  return { card: twin.board.console!, driver, sent: () => sent, typed: () => typed };
}

describe("the virtio console's driver", () => {
  afterEach(leaveBoard);

  it("sends, and what was given may be changed at once", () => {
    const { driver, sent } = rigOf();
    const bytes = text("hello\n");
    expect(driver.write(bytes)).to.equal(true);
    bytes.fill(0);
    expect(driver.writeNow(text("world\n"))).to.equal(true);
    expect(sent()).to.equal("hello\nworld\n");
  });

  it("has no room for a seventeenth write until somebody polls", () => {
    const { driver, sent } = rigOf();
    for (let i = 0; i < 16; i++) expect(driver.write(text("x"))).to.equal(true);
    expect(driver.write(text("y"))).to.equal(false);
    expect(driver.poll()).to.equal(16);
    expect(driver.write(text("y"))).to.equal(true);
    expect(sent()).to.equal(`${"x".repeat(16)}y`);
  });

  it("hears what is typed, in order, in eight buffers of 256 bytes that come round again", () => {
    const { card, driver, typed } = rigOf();
    const much = Array.from({ length: 3000 }, (_, i) => String.fromCharCode(97 + (i % 26))).join("");
    expect(card.receive(text(much))).to.equal(2048);
    expect(driver.poll()).to.equal(8);
    expect(card.receive(text(much.slice(2048)))).to.equal(952);
    driver.poll();
    expect(typed()).to.equal(much);
  });

  it("knows the screen's size", () => {
    const { card, driver } = rigOf();
    card.resize({ cols: 132, rows: 43 });
    expect([driver.columns, driver.rows]).to.deep.equal([132, 43]);
  });
});

describe("the entropy driver", () => {
  afterEach(leaveBoard);

  it("fills all of what it is given, also what is more than a request gets", () => {
    const twin = hostBoard({ random: (room) => { room.fill(0x5a); } });
    probeSlots(twin);
    const bytes = new Uint8Array(200_000);
    expect([claimEntropyDevice()?.fillNow(bytes), twin.printed]).to.deep.equal([200_000, ""]);
    expect(bytes.every((byte) => byte === 0x5a)).to.equal(true);
  });

  it("is not there where nothing was found", () => {
    hostBoard();
    forgetVirtioDevices();
    expect(claimEntropyDevice()).to.equal(null);
  });
});
