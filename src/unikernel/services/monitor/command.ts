// What the monitor can be told: a row a command.

export class Command {
  readonly name: string;
  /** As `help` prints them: what is in brackets may be left out. */
  readonly parameters: string;
  /** How many words may stand behind the name. */
  readonly least: number;
  readonly most: number;
  readonly help: string;
  /** Of the words behind the name. Throws a Complaint of what is wrong with them. */
  readonly run: (words: readonly string[]) => void;

  constructor(
    name: string, parameters: string, least: number, most: number, help: string,
    run: (words: readonly string[]) => void,
  ) {
    this.name = name;
    this.parameters = parameters;
    this.least = least;
    this.most = most;
    this.help = help;
    this.run = run;
  }
}
