// Which keys are the machine's, and which are its user's. Every byte that is typed goes to the guest, Ctrl-C too;
// Ctrl-A takes the next one away from it, as on QEMU's serial console.

/** What stands behind Ctrl-A, and what it asks for. Every one has a line of help. */
export const COMMAND_KEYS = {
  h: ["help",  "show this help"],
  x: ["leave", "leave: the machine is lost"],
  s: ["save",  "save the machine to the file of --save, and leave"],
  p: ["power", "press the machine's power button"],
} as const;

export type KeyCommand = (typeof COMMAND_KEYS)[keyof typeof COMMAND_KEYS][0];

export type Typed =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "command"; readonly command: KeyCommand };

const CTRL_A = 0x01;
const COMMANDS: Readonly<Partial<Record<string, readonly [KeyCommand, string]>>> = COMMAND_KEYS;

export class EscapeKeys {
  #isEscaped = false;

  /** Takes what was typed apart, wherever a read has cut it. Ctrl-A twice is one Ctrl-A for the guest. */
  *typed(bytes: Uint8Array): Iterable<Typed> {
    let passed: number[] = [];
    for (const byte of bytes) {
      if (!this.#isEscaped) {
        if (byte === CTRL_A) this.#isEscaped = true;
        else passed.push(byte);
        continue;
      }
      this.#isEscaped = false;
      const [command] = COMMANDS[String.fromCharCode(byte).toLowerCase()] ?? [];
      if (byte === CTRL_A) passed.push(byte);
      if (command === undefined) continue; // No key of ours: it is swallowed, as QEMU does.
      if (passed.length > 0) yield { kind: "bytes", bytes: Uint8Array.from(passed) };
      passed = [];
      yield { kind: "command", command };
    }
    if (passed.length > 0) yield { kind: "bytes", bytes: Uint8Array.from(passed) };
  }
}

export function keyHelp(): string {
  const lines = Object.entries(COMMAND_KEYS).map(([key, [, does]]) => `Ctrl-A ${key}       ${does}\n`);
  return ["\n", ...lines, "Ctrl-A Ctrl-A  type Ctrl-A\n"].join("");
}
