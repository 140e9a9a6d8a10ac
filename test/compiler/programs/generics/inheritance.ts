// A generic base class, and heirs that fix its parameter.
abstract class Codec<T> {
  abstract encode(value: T): string;
  abstract decode(text: string): T;

  again(value: T): T {
    return this.decode(this.encode(value));
  }
}

class Bits extends Codec<number> {
  encode(value: number): string { return value.toString(2); }
  decode(text: string): number {
    let n = 0;
    for (let i = 0; i < text.length; i++) n = n * 2 + text.charCodeAt(i) - 48;
    return n;
  }
}

class Words extends Codec<string[]> {
  encode(value: string[]): string { return value.join(" "); }
  decode(text: string): string[] { return text.split(" "); }
}

export function start(): void {
  const bits = new Bits();
  console.log(`${bits.encode(37)} ${bits.again(1000)}`);
  const words: Codec<string[]> = new Words();
  console.log(words.again(["to", "be"]).join("/"));
}
