// How the kernel finds its firmware, and what it has it do: on a board whose firmware answers HVC, and has no SMC.

import { expect } from "chai";
import { HardwareFault, MachineReset } from "../../../src/host/board-metal/faults";
import { hostBoard, leaveBoard, type Twin } from "../../../src/host/board-metal/with-board";
import { PowerOff } from "../../../src/host/metal/simulated-metal";
import { deviceTree } from "../../../src/unikernel/device-tree/flattened-tree";
import { findFirmware, powerOff, reset } from "../../../src/unikernel/drivers/psci";
import { store8 } from "../../../src/unikernel/metal/memory";
import { callFirmware, useConduit } from "../../../src/unikernel/runtime/power";

const PSCI_VERSION = 0x8400_0000n;
/** DEN0022, 5.3: 1.1 */
const VERSION = 0x1_0001n;
const MOST = 0x20_0000n;

/** The kernel's tree is that of the board, in which some text may be another. */
function openTree({ board, tree }: Twin, text = "", other = ""): void {
  const at = board.physical.bytes.indexOf(0xd0); // FDT_MAGIC
  const place = Buffer.from(board.physical.bytes.subarray(at, at + 0x1_0000)).indexOf(text, 0, "latin1");
  expect(place, text).to.be.greaterThan(-1);
  for (let i = 0; i < other.length; i++) store8(tree + BigInt(place + i), other.charCodeAt(i));
  expect(deviceTree.open(tree, tree + MOST)).to.equal(true);
}

describe("the firmware", () => {
  let twin: Twin;
  beforeEach(() => { twin = hostBoard({ ramBytes: 4 << 20 }); });
  afterEach(() => {
    useConduit("hvc");
    leaveBoard();
  });

  it("is called by HVC where the tree says so, and answers", () => {
    openTree(twin);
    useConduit("smc");
    findFirmware();
    expect(callFirmware(PSCI_VERSION)).to.equal(VERSION);
  });

  it("is called by SMC where the tree says so: which this board has not", () => {
    openTree(twin, "hvc\0", "smc\0");
    findFirmware();
    expect(() => callFirmware(PSCI_VERSION)).to.throw(HardwareFault, "smc #0: ESR_EL1 2000000"); // EC 0: unknown reason
  });

  it("without a tree, by HVC on a CPU that has no EL2", () => {
    deviceTree.open(twin.tree + MOST, twin.tree + MOST);
    useConduit("smc");
    findFirmware();
    expect(callFirmware(PSCI_VERSION)).to.equal(VERSION);
  });

  it("switches the machine off", () => {
    expect(powerOff).to.throw(PowerOff, "SYSTEM_OFF");
    expect(twin.board.isOff).to.equal(true);
  });

  it("starts the machine anew", () => {
    expect(reset).to.throw(MachineReset, "SYSTEM_RESET");
    expect(twin.board.isOff).to.equal(false);
  });
});
