// `boot`: the steps of ../../boot/boot-log.ts, and how long each took.

import { stepCount, stepName, stepTicks } from "../../boot/boot-log";
import { counterFrequency } from "../../drivers/generic-timer";
import { plus } from "../../metal/word";
import { left, microseconds, right } from "./columns";

const NAME = 24;
const TICKS = 10;
const TIME = 10;

export function printSteps(): void {
  printRow("step", "ticks", "us");
  let sum = 0n;
  for (let i = 0; i < stepCount(); i++) {
    printTicks(stepName(i), stepTicks(i));
    sum = plus(sum, stepTicks(i));
  }
  printTicks("all of them", sum);
}

function printTicks(name: string, ticks: bigint): void {
  printRow(name, `${ticks}`, `${microseconds(ticks, counterFrequency())}`);
}

function printRow(name: string, ticks: string, time: string): void {
  console.log(left(name, NAME) + right(ticks, TICKS) + right(time, TIME));
}
