// The table of commands, from which `help` prints.

import { powerOff, reset } from "../../drivers/psci";
import { printSteps } from "./boot-report";
import { printDate, printUptime } from "./clock-report";
import { left } from "./columns";
import { Command } from "./command";
import { crash } from "./crashes";
import { printDevices } from "./device-report";
import { printHeap } from "./heap-report";
import { read } from "./hex-dump";
import { printInterrupts } from "./interrupt-report";
import { printEvents, printTimers } from "./loop-report";
import { printMemoryMap } from "./memory-report";
import { walk } from "./page-walk";
import { printRandom } from "./random-report";

const HELP_COLUMN = 21;

export function commands(): readonly Command[] {
  return [
    //          name          parameters         words help                        what it does
    new Command("help",       "",                0, 0, "this list",                printHelp),
    new Command("memory",     "",                0, 0, "what is where",            printMemoryMap),
    new Command("interrupts", "",                0, 0, "how often each came",      printInterrupts),
    new Command("heap",       "",                0, 0, "collects: what is left",   printHeap),
    new Command("walk",       "ADDRESS",         1, 1, "the MMU's way to it",      walk),
    new Command("boot",       "",                0, 0, "its steps, how long each", printSteps),
    new Command("devices",    "",                0, 0, "and who drives them",      printDevices),
    new Command("uptime",     "",                0, 0, "how long it runs",         printUptime),
    new Command("date",       "",                0, 0, "the time of day, UTC",     printDate),
    new Command("read",       "ADDRESS [COUNT]", 1, 2, "bytes of memory",          read),
    new Command("events",     "",                0, 0, "of the event loop",        printEvents),
    new Command("timers",     "",                0, 0, "those that wait",          printTimers),
    new Command("random",     "[COUNT]",         0, 1, "bytes",                    printRandom),
    new Command("echo",       "[WORD ...]",      0, 99, "the words again",          echo),
    new Command("crash",      "HOW",             0, 1, "the kernel, on purpose",   crash),
    new Command("poweroff",   "",                0, 0, "the machine",              off),
    new Command("reboot",     "",                0, 0, "the machine",              reboot),
  ];
}

function printHelp(): void {
  for (const { name, parameters, help } of commands()) {
    console.log(left(`${name} ${parameters}`, HELP_COLUMN) + help);
  }
}

function echo(words: readonly string[]): void {
  console.log(words.join(" "));
}

function off(): void {
  powerOff();
}

function reboot(): void {
  reset();
}
