// The monitor: a shell on the serial line, with which one looks at the kernel that it is a part of.

import "../boot/entry";
import { defer } from "../events/deferred";
import { print } from "../runtime/console";
import { commands } from "./monitor/commands";
import { LineEditor } from "./monitor/line-editor";
import { SerialInput } from "./monitor/serial-input";
import { Shell } from "./monitor/shell";

const PROMPT = "> ";

export function start(): void {
  const shell = new Shell(commands());
  const editor = new LineEditor(PROMPT, print, (line) => { shell.run(line); });
  const input = new SerialInput((code) => { editor.type(code); });
  // When the boot has printed what it has to.
  defer(() => {
    console.log("monitor: type help");
    editor.begin();
    if (!input.start()) console.log("the device tree has no interrupt of the serial line");
  });
}
