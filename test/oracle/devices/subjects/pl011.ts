import { PL011, UARTINT, UARTLCR_H } from "../../../../src/formats/devices/pl011";
import { Pl011 } from "../../../../src/machine/devices/pl011/pl011";
import type { Random } from "../../words";
import { LINE, read, SENT, write, type Access } from "../step";
import { QEMU_OBJECT, type Drawn, type Subject } from "../subject";
import { anyRead, anyWrite, drawBytes, laned, oneOf } from "./drawing";

const STEPS = 7000;
const { UARTDR, UARTRSR, UARTLCR_H: LCR_H, UARTCR, UARTIMSC, UARTRIS, UARTMIS, UARTICR } = PL011;
/** UARTEN, TXE and RXE: without them QEMU does as with them. What is in HARMLESS goes nowhere. */
const ENABLED = 0x301;
const HARMLESS = 0x7c00;

/** Bits of registers that keep what is written; of the others no bit can be reserved and 1. */
const KEPT: readonly (readonly [offset: number, bits: bigint])[] = [
  [PL011.UARTILPR.offset, 0xffn], [PL011.UARTIBRD.offset, 0xffffn], [PL011.UARTFBRD.offset, 0x3fn], [LCR_H.offset, 0xffn],
  [UARTCR.offset, 0xff87n], [PL011.UARTIFLS.offset, 0x3fn], [UARTIMSC.offset, 0x7ffn], [PL011.UARTDMACR.offset, 7n],
];
const PLAIN = [PL011.UARTILPR, PL011.UARTIBRD, PL011.UARTFBRD, PL011.UARTIFLS, PL011.UARTDMACR].map(({ offset }) => offset);
const READ_ONLY = [PL011.UARTFR.offset, UARTRIS.offset, UARTMIS.offset, 0x00c, 0x04c, 0xfe0, 0xffc];
/** Where reading changes nothing, and no interrupt is seen. */
const QUIET = Object.values(PL011).map(({ offset }) => offset).filter((at) => ![UARTDR.offset, UARTRIS.offset, UARTMIS.offset].includes(at as never));

export const PL011_SUBJECT: Subject = {
  name: "pl011",
  options: [],
  base: 0x0900_0000,
  line: [QEMU_OBJECT.GIC, 1],
  ours() {
    let isHigh = false;
    const sent: number[] = [];
    const device = new Pl011({ line: (high) => { isHigh = high; }, transmit: (byte) => { sent.push(byte); } });
    return {
      device,
      isHigh: () => isHigh,
      receive: (words) => { device.receive(Uint8Array.from(words)); },
      takeSent: () => sent.splice(0),
    };
  },
  draw(random) {
    const world: World = { words: 0, lineControl: 0, mask: 0 };
    return [{ step: write(UARTCR.offset, ENABLED) }, ...Array.from({ length: STEPS }, () => drawStep(random, world)).flat(), { step: SENT }];
  },
};

/** What the generator must know to ask QEMU as it does. */
interface World {
  /** In the receive FIFO. */
  words: number;
  lineControl: number;
  mask: number;
}

const hasFifos = ({ lineControl }: World): boolean => (lineControl & UARTLCR_H.FEN) !== 0;

function drawStep(random: Random, world: World): Drawn[] {
  switch (random.below(13)) {
    case 0: case 1: return receive(random, world);
    case 2: case 3: return [take(random, world)];
    case 4: return [laned(anyWrite(random, UARTDR.offset, random.next()))];
    case 5: return [setLine(random, world)];
    case 6: return [unmask(random, world)];
    case 7: return [laned(anyWrite(random, UARTICR.offset, random.next()))];
    case 8: return [{ step: write(UARTCR.offset, ENABLED | (random.next() & HARMLESS)) }];
    case 9: return [laned(anyWrite(random, oneOf(random, [UARTRSR.offset, ...PLAIN, ...READ_ONLY]), random.next()))];
    case 10: return interrupts(random, world);
    case 11: return [kept(anyRead(random, 8 + 4 * random.below(0x3fe)))].filter(({ step }) => !isInterrupts(step as Access));
    default: return [kept(anyRead(random, oneOf(random, QUIET.filter((at) => at >= 8))))].filter(({ step }) => !isInterrupts(step as Access));
  }
}

function receive(random: Random, world: World): Drawn[] {
  const room = (hasFifos(world) ? 16 : 1) - world.words;
  const count = Math.min(room, 1 + random.below(6));
  if (count === 0) return [{ step: read(PL011.UARTFR.offset) }];
  world.words += count;
  return [{ step: { do: "wire", words: drawBytes(random, count) } }, { step: read(PL011.UARTFR.offset) }];
}

function take(random: Random, world: World): Drawn {
  const step = read(UARTDR.offset, oneOf(random, [1, 2, 4, 8]));
  if (world.words === 0) return { step, erratum: "data of an empty FIFO", spared: 0xfffn };
  world.words--;
  return { step };
}

function setLine(random: Random, world: World): Drawn {
  const value = random.below(0x100) & ~UARTLCR_H.BRK;
  const step = write(LCR_H.offset, value);
  const changed = world.lineControl ^ value;
  world.lineControl = value;
  if ((changed & UARTLCR_H.FEN) === 0) return { step };
  world.words = 0;
  return { step, erratum: "enabling FIFOs", asked: [...Array.from({ length: 16 }, () => read(UARTDR.offset)), step] };
}

function unmask(random: Random, world: World): Drawn {
  const step = anyWrite(random, UARTIMSC.offset, random.next());
  world.mask = step.do === "write" ? (Number(step.value) << (8 * (step.at % 4))) & 0x7ff : 0;
  return laned(step);
}

const isInterrupts = ({ at, bytes }: Access): boolean => at < UARTMIS.offset + 4 && at + bytes > UARTRIS.offset;

/** UARTRIS, UARTMIS, or the interrupt line, of which they say the same while QEMU's interrupts are ours. */
function interrupts(random: Random, world: World): Drawn[] {
  const spared = UARTINT.RT | (hasFifos(world) ? UARTINT.RX : 0);
  if (random.below(2) === 0) return (world.mask & spared) === 0 ? [{ step: LINE }] : [];
  const step = read(oneOf(random, [UARTRIS.offset, UARTMIS.offset]), oneOf(random, [1, 2, 4]));
  return [{ step, erratum: "receive levels", spared: BigInt(spared) }];
}

/** A read of registers that QEMU lets keep their reserved bits. */
function kept(step: Access): Drawn {
  const drawn = laned(step);
  const from = step.at - (step.at % 4);
  const words = step.bytes === 8 ? [from, from + 4] : [from];
  const masks = words.map((at) => KEPT.find(([offset]) => offset === at)?.[1] ?? 0xffff_ffffn);
  const mask = ((masks[1] ?? 0n) << 32n) | masks[0]!;
  const lane = BigInt(8 * (step.at % 4));
  if (mask === 0xffff_ffffn) return drawn;
  const narrowed = drawn.correct ?? ((answer: bigint) => answer);
  return { ...drawn, erratum: drawn.erratum ?? "reserved bits", correct: (answer) => narrowed(answer) & BigInt.asUintN(8 * step.bytes, mask >> (step.bytes < 4 ? lane : 0n)) };
}
