// Whole boots on both engines, which must print the same and end in the same state.

import { createJit } from "../../../src/machine/jit/jit";
import { boot, type Booted, service, type Software } from "../../machine/jit/boots";
import { linux, uBoot } from "./images";

const SERVICES = "src/unikernel/services";

const BOOTS: Readonly<Record<string, () => Software>> = {
  "hello": () => ({ image: service(`${SERVICES}/hello.ts`), memory: 64 }),
  "ticker": () => ({ image: service(`${SERVICES}/ticker.ts`), memory: 64 }),
  "monitor": () => ({
    image: service(`${SERVICES}/monitor.ts`), memory: 64,
    conversation: [[/> $/, "help\r"], [/> $/, "memory\r"], [/> $/, "poweroff\r"]],
  }),
  "U-Boot": uBoot,
  "Linux to its shell": () => linux(),
  "Linux on four CPUs": () => ({ ...linux(4), gic: 3 }),
};

export function tryBoots(): string[] {
  return Object.entries(BOOTS).flatMap(([name, software]) => {
    const what = software();
    const [ours, fast] = timed(() => boot(what, createJit()));
    const [right, slow] = timed(() => boot(what));
    const wrong = differences(ours, right).map((each) => `${name}: ${each}`);
    console.log(`${name}: ${right.board.time} instructions, ${right.hash}, ${wrong.length === 0 ? "on both" : "not on both"}; ${fast} s, interpreted ${slow} s`);
    return wrong;
  });
}

function differences(ours: Booted, right: Booted): string[] {
  const wrong: string[] = [];
  if (ours.hash !== right.hash) wrong.push(`the state is ${ours.hash}, interpreted ${right.hash}`);
  if (ours.board.time !== right.board.time) wrong.push(`the time is ${ours.board.time}, interpreted ${right.board.time}`);
  if (ours.printed !== right.printed) wrong.push(`it prints otherwise:\n${ours.printed}`);
  return wrong;
}

function timed<T>(run: () => T): readonly [T, seconds: string] {
  const begin = Date.now();
  const result = run();
  return [result, ((Date.now() - begin) / 1000).toFixed(1)];
}
