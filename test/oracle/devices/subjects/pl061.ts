// Behind each write to GPIODIR, edges are cleared, as the manual advises: what a pin that turns has for an edge, it does
// not say.

import { PL061 } from "../../../../src/formats/devices/pl061";
import { Pl061 } from "../../../../src/machine/devices/pl061";
import type { Random } from "../../words";
import { LINE, write, type Step } from "../step";
import { QEMU_OBJECT, type Drawn, type Subject } from "../subject";
import { anyRead, anyWrite, laned, oneOf } from "./drawing";

const STEPS = 6000;
const PINS = 8;
/** GPIODATA, with a mask that leaves none out. */
const ALL_PINS = 0x3fc;
const { GPIODIR, GPIOIS, GPIOIBE, GPIOIEV, GPIOIE, GPIORIS, GPIOMIS, GPIOIC, GPIOAFSEL } = PL061;
const READ = Object.values(PL061).map(({ offset }) => offset);

export const PL061_SUBJECT: Subject = {
  name: "pl061",
  options: [],
  base: 0x0903_0000,
  line: [QEMU_OBJECT.GIC, 7],
  pins: QEMU_OBJECT.GPIO,
  ours() {
    let isHigh = false;
    const device = new Pl061({ line: (high) => { isHigh = high; } });
    return { device, isHigh: () => isHigh, setPin: (pin, level) => { device.setPin(pin, level); } };
  },
  draw(random) {
    const world: World = { levels: 0, data: 0, GPIODIR: 0, GPIOIS: 0 };
    return Array.from({ length: STEPS }, () => drawStep(random, world)).flat();
  },
};

/** What the generator must know to ask QEMU as it does. */
interface World {
  levels: number;
  data: number;
  GPIODIR: number;
  GPIOIS: number;
}

function drawStep(random: Random, world: World): Drawn[] {
  switch (random.below(11)) {
    case 0: return [setPin(random, world)];
    case 1: return [turn(random.below(256), world), { step: write(GPIOIC.offset, 0xff) }];
    case 2: return [sense(random.below(256), world)];
    case 3: return [laned(anyWrite(random, oneOf(random, [GPIOIBE, GPIOIEV, GPIOIE]).offset, random.next()))];
    case 4: return [laned(anyWrite(random, GPIOIC.offset, random.next()))];
    case 5: return [laned(anyWrite(random, oneOf(random, [GPIOAFSEL.offset, GPIORIS.offset, 0x600, 0xff0]), random.next()))];
    case 6: return [drive(random, world)];
    case 7: return [behindClear({ step: LINE }, world)];
    case 8: return [behindClear(laned(anyRead(random, oneOf(random, [GPIORIS, GPIOMIS]).offset)), world)];
    case 9: return [laned(anyRead(random, 4 * random.below(0x100)))];
    default: return [behindClear(laned(anyRead(random, oneOf(random, READ))), world)];
  }
}

function setPin(random: Random, world: World): Drawn {
  const pin = random.below(PINS);
  const level = random.below(2) as 0 | 1;
  world.levels = (world.levels & ~(1 << pin)) | (level << pin);
  return { step: { do: "pin", pin, level } };
}

/** Of what is written, only outputs are. */
function drive(random: Random, world: World): Drawn {
  const step = anyWrite(random, 4 * random.below(0x100), random.next());
  const word = step.do === "write" ? Number(step.value) << (8 * (step.at % 4)) : 0;
  const driven = (step.at >> 2) & world.GPIODIR;
  world.data = (world.data & ~driven) | (word & driven);
  return laned(step);
}

function turn(value: number, world: World): Drawn {
  const step = write(GPIODIR.offset, value);
  world.GPIODIR = value;
  const pins = Array.from({ length: PINS }, (_, pin): Step => ({ do: "pin", pin, level: ((world.levels >> pin) & 1) as 0 | 1 }));
  return { step, erratum: "a pin that turns", asked: [step, write(ALL_PINS, world.data), ...pins] };
}

function sense(value: number, world: World): Drawn {
  const step = write(GPIOIS.offset, value);
  const cleared = world.GPIOIS | value;
  world.GPIOIS = value;
  return { step, erratum: "levels are remembered", asked: [step, write(GPIOIC.offset, cleared)] };
}

function behindClear(drawn: Drawn, world: World): Drawn {
  return { erratum: "levels are remembered", ...drawn, asked: [write(GPIOIC.offset, world.GPIOIS), ...(drawn.asked ?? [drawn.step])] };
}
