// The machine's terminal: this process's standard input, a real one or a pipe.

import type { ReadStream } from "node:tty";
import { EscapeKeys, type KeyCommand } from "./escape-keys";
import { enterRawMode } from "./raw-mode";

export interface TerminalListener {
  /** false: enough for now; a pipe waits then. */
  bytes(bytes: Uint8Array): boolean;
  /** A pipe has no such keys: all of its bytes are the guest's. */
  command(command: KeyCommand): void;
  /** There is nobody who could type: the input has ended. */
  ended(): void;
}

export interface OpenTerminal {
  /** There is room again. */
  goOn(): void;
  close(): void;
}

export function openTerminal(input: NodeJS.ReadStream, listener: TerminalListener): OpenTerminal {
  const leave = input.isTTY ? enterRawMode(input as ReadStream, process) : (): void => undefined;
  const keys = new EscapeKeys();
  const onData = (bytes: Uint8Array): void => {
    if (!input.isTTY) {
      if (!listener.bytes(bytes)) input.pause();
      return;
    }
    for (const typed of keys.typed(bytes)) {
      if (typed.kind === "command") listener.command(typed.command);
      else listener.bytes(typed.bytes);
    }
  };
  const onEnd = (): void => { listener.ended(); };
  input.on("data", onData);
  input.on("end", onEnd);
  input.on("error", onEnd); // EIO: the terminal has hung up.
  return {
    goOn: () => { if (input.isPaused()) input.resume(); },
    close: () => {
      leave(); // A terminal that has hung up says so once more.
      input.off("data", onData);
      input.off("end", onEnd);
      input.off("error", onEnd);
      input.pause();
    },
  };
}
