// fw_cfg's mechanism. The items are few, and the same on both sides; what QEMU has besides, nobody selects.

import { FW_CFG, FW_CFG_DMA, FW_CFG_KEY } from "../../../../src/formats/devices/fw-cfg";
import { EMPTY_BUS, PhysicalMemory } from "../../../../src/machine/cpu/physical-memory";
import { RAM_OFFSET } from "../../../../src/machine/cpu/layout";
import { FwCfg } from "../../../../src/machine/devices/fw-cfg";
import { fwCfgItems } from "../../../../src/machine/devices/fw-cfg-items";
import { GuestRam } from "../../../../src/machine/devices/guest-ram";
import type { Random } from "../../words";
import { read, write, type Step } from "../step";
import type { Subject } from "../subject";
import { draw64, oneOf, SIZES } from "./drawing";

const STEPS = 4000;
const RAM = 0x4000_0000;
const RAM_SIZE = 0x10_0000;
/** Behind the device tree, which QEMU puts into RAM's first bytes. */
const REQUEST = RAM + 0x8_0000;
const BUFFER = REQUEST + 0x100;
const WASM_PAGE = 0x1_0000;
const FILES = [["opt/a-word", "word"], ["opt/the-alphabet", "abcdefghijklmnopqrstuvwxyz0123456789"]] as const;
/** Where QEMU's directory has the first of them: behind its own. */
const FIRST_FILE = 0x29;
const { DATA, SELECTOR, DMA } = FW_CFG;

const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));

/** Keys whose items are the same here and there: some have none. */
const KEYS = [
  FW_CFG_KEY.SIGNATURE, FW_CFG_KEY.ID, FW_CFG_KEY.NB_CPUS, 0x3f, 0x40, 0x1234, 0xffff, 0x8000, 0x4000, 0x4001, FIRST_FILE, FIRST_FILE, FIRST_FILE + 1, FIRST_FILE + 1,
];

export const FW_CFG_SUBJECT: Subject = {
  name: "fw-cfg",
  options: FILES.flatMap(([name, text]) => ["-fw_cfg", `name=${name},string=${text}`]),
  base: 0x0902_0000,
  ours() {
    const ram = new WebAssembly.Memory({ initial: Math.ceil((RAM_OFFSET + RAM_SIZE) / WASM_PAGE) });
    const memory = new GuestRam(new PhysicalMemory(ram, RAM, RAM_SIZE, EMPTY_BUS));
    const items = new Map([...fwCfgItems({ cpus: 1 }), ...FILES.map(([, text], i) => [FIRST_FILE + i, latin1(text)] as const)]);
    return { device: new FwCfg({ memory, items }), memory };
  },
  draw: (random) => Array.from({ length: STEPS }, () => drawStep(random)).flat().map((step) => ({ step })),
};

function drawStep(random: Random): Step[] {
  switch (random.below(8)) {
    case 0: return [write(SELECTOR.offset, swapped(oneOf(random, KEYS)), 2)];
    case 1: case 2: return [read(DATA.offset, oneOf(random, SIZES))];
    case 3: return [oddAccess(random)];
    case 4: return [read(DMA.offset + 4 * random.below(2), 4), read(DMA.offset, 8), read(DMA.offset + random.below(8), 1)];
    default: return request(random);
  }
}

const swapped = (key: number): number => ((key & 0xff) << 8) | (key >> 8);

/** Of a size, or at a place, that no register takes. */
function oddAccess(random: Random): Step {
  const bytes = oneOf(random, SIZES);
  const at = bytes * random.below(0x18 / bytes);
  const isTaken = (at === SELECTOR.offset && bytes === 2) || (at >= DMA.offset && bytes >= 4);
  return random.below(2) === 0 || isTaken ? read(at, bytes) : write(at, random.next(), bytes);
}

/** DMA, to places in RAM and to places where nothing is. */
function request(random: Random): Step[] {
  const at = oneOf(random, [REQUEST, REQUEST, RAM + RAM_SIZE - 16, RAM + RAM_SIZE - 8, RAM + RAM_SIZE]);
  const buffer = oneOf(random, [BigInt(BUFFER), BigInt(BUFFER + 3), BigInt(BUFFER), BigInt(RAM + RAM_SIZE), 1n << 40n, draw64(random) | (1n << 62n)]);
  const length = oneOf(random, [0, 1, 3, 7, 16, 40, 0x60, 0x1_2345]);
  const verbs = oneOf(random, [FW_CFG_DMA.READ, FW_CFG_DMA.READ, FW_CFG_DMA.SKIP, FW_CFG_DMA.WRITE, random.below(32)]);
  const control = random.below(2) === 0 ? verbs : ((oneOf(random, KEYS) << 16) | FW_CFG_DMA.SELECT | verbs) >>> 0;
  const words = Buffer.alloc(16);
  words.writeUInt32BE(control, 0);
  words.writeUInt32BE(length, 4);
  words.writeBigUInt64BE(buffer, 8);
  const inRam = Math.min(16, RAM + RAM_SIZE - at);
  return [
    ...(inRam > 0 ? [{ do: "store", address: BigInt(at), words: [...words.subarray(0, inRam)] } as const] : []),
    ...start(random, at),
    ...(inRam > 0 ? [load(at, inRam)] : []), load(BUFFER, 0x70),
  ];
}

const load = (at: number, length: number): Step => ({ do: "load", address: BigInt(at), length });

/** In one write, or in two. */
function start(random: Random, at: number): Step[] {
  const low = Buffer.alloc(4);
  low.writeUInt32BE(at);
  if (random.below(2) === 0) return [write(DMA.offset, 0), write(DMA.offset + 4, low.readUInt32LE())];
  return [write(DMA.offset, BigInt(low.readUInt32LE()) << 32n, 8)];
}
