// What runs when a module is loaded runs, whether anybody reads the variable or not.
const log: string[] = [];
let count = 0;

function note(text: string): number {
  log.push(text);
  return ++count;
}

const first = note("first");
const second = note("second");

class Table {
  static readonly rows = note("static");
  static readonly more: readonly number[] = [note("more")];

  readonly name = "table";
}

const [third, fourth] = [note("third"), note("fourth")] as const;
const last = note("last");

export function start(): void {
  console.log(`${count} ${log.join()} ${last}`);
  console.log(`${Table.more.join()} ${fourth} ${new Table().name}`);
}

export const unread = [first, second, third];
