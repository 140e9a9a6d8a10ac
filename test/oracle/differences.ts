// Differences, gathered by the row and the mnemonics involved: a thousand words of one mistake are one line.

interface Group {
  readonly key: string;
  readonly sample: string;
  count: number;
}

export class Differences {
  readonly #groups = new Map<string, Group>();
  count = 0;

  add(row: string, word: number, address: number, ours: string, theirs: string): void {
    this.count++;
    const key = `${row}: ${mnemonic(theirs)}, ours ${mnemonic(ours)}`;
    const group = this.#groups.get(key);
    if (group !== undefined) {
      group.count++;
      return;
    }
    const at = `${(word >>> 0).toString(16).padStart(8, "0")} at 0x${address.toString(16)}`;
    this.#groups.set(key, { key, count: 1, sample: `${at}\n    theirs  ${shown(theirs)}\n    ours    ${shown(ours)}` });
  }

  /** The `limit` largest groups, one sample each. */
  report(limit: number): string {
    const groups = [...this.#groups.values()].sort((a, b) => b.count - a.count);
    const lines = groups.slice(0, limit).map(({ key, count, sample }) => `${count} x ${key}\n    ${sample}`);
    if (groups.length > limit) lines.push(`... and ${groups.length - limit} more groups`);
    return lines.join("\n");
  }
}

const mnemonic = (text: string) => /^\S*/.exec(text)![0];
const shown = (text: string) => text.replace("\t", " ");
