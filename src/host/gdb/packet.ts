// The frames of the GDB remote serial protocol ("Debugging with GDB", appendix "Remote Serial Protocol", Overview):
//
//   $ data # checksum        two hexadecimal digits: the sum of the data's bytes, modulo 256
//   + -                      the last packet came well, or is wanted again
//   0x03                     stop the program, outside any packet
//
// In data "}" says that the next character has 0x20 turned over, and X*c that X comes c - 29 times more.
// Data are strings of one character a byte.

export type Received =
  | { readonly kind: "packet"; readonly data: string }
  | { readonly kind: "+" | "-" }
  /** Its checksum is wrong. */
  | { readonly kind: "damaged" }
  | { readonly kind: "interrupt" };

const ESCAPE = "}";
const REPEAT = "*";
const INTERRUPT = "\x03";
const ESCAPED = /[#$}*]/g;
/** Of the character behind a REPEAT. */
const REPEAT_BASE = 29;

/** A frame around `data`. */
export function packet(data: string): string {
  const escaped = data.replace(ESCAPED, (character) => ESCAPE + toggled(character));
  return `$${escaped}#${checksum(escaped)}`;
}

/** Takes a stream apart, wherever it was cut. */
export class PacketReader {
  #unread = "";

  *receive(text: string): Iterable<Received> {
    this.#unread += text;
    while (this.#unread !== "") {
      const [first = ""] = this.#unread;
      const end = first === "$" ? this.#unread.indexOf("#") + 3 : 1;
      if (end < 3 && first === "$") return; // No "#" yet.
      if (this.#unread.length < end) return;
      const frame = this.#unread.slice(0, end);
      this.#unread = this.#unread.slice(end);
      if (first === "$") yield opened(frame);
      else if (first === INTERRUPT) yield { kind: "interrupt" };
      else if (first === "+" || first === "-") yield { kind: first };
      // Anything else is noise between packets.
    }
  }
}

function opened(frame: string): Received {
  const escaped = frame.slice(1, -3);
  if (frame.slice(-2).toLowerCase() !== checksum(escaped)) return { kind: "damaged" };
  let data = "";
  for (let i = 0; i < escaped.length; i++) {
    const character = escaped[i]!;
    if (character === ESCAPE) data += toggled(escaped[++i] ?? "");
    else if (character === REPEAT) data += data.at(-1)!.repeat(escaped.charCodeAt(++i) - REPEAT_BASE);
    else data += character;
  }
  return { kind: "packet", data };
}

const toggled = (character: string): string => String.fromCharCode(character.charCodeAt(0) ^ 0x20);

function checksum(escaped: string): string {
  let sum = 0;
  for (let i = 0; i < escaped.length; i++) sum += escaped.charCodeAt(i);
  return (sum & 0xff).toString(16).padStart(2, "0");
}
