// Text that others wrote, made fit for a terminal and a report.

/** Escape codes and the like, and what changes the direction of the text around it. */
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g;

/** Line ends stay; every other control character becomes a space. */
export const printable = (text: string): string => text.replace(CONTROLS, " ");

/** On one line, cut off after `max` characters. */
export function oneLine(text: string, max = 300): string {
  const line = printable(text.replaceAll("\n", "\r"));
  return line.length > max ? `${line.slice(0, max)}...` : line;
}
