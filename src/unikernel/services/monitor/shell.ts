// A line becomes a command, and what is wrong with it a line of text.

import { Complaint, quoted, wordsOf } from "./arguments";
import type { Command } from "./command";

export class Shell {
  readonly #commands: readonly Command[];

  constructor(commands: readonly Command[]) {
    this.#commands = commands;
  }

  run(line: string): void {
    const words = wordsOf(line);
    if (words.length === 0) return;
    const name = words[0]!;
    for (const command of this.#commands) {
      if (command.name === name) return this.#runCommand(command, words.slice(1));
    }
    console.log(`${quoted(name)}: no such command; help lists them`);
  }

  #runCommand(command: Command, words: readonly string[]): void {
    if (words.length < command.least || words.length > command.most) {
      console.log(`usage: ${command.name} ${command.parameters}`.trim());
      return;
    }
    try {
      const run = command.run;
      run(words);
    } catch (error) {
      if (!(error instanceof Complaint)) throw error;
      console.log(`${command.name}: ${error.message}`);
    }
  }
}
