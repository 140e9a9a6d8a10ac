// What the harness writes: bytes, as harness.s has them.

import { UserFault } from "../../../src/base/fault";
import { nameOf, STATE_SIZE } from "./settings";

const BEGIN = 0xa5;
const PEEK = 0xc0;
const END = 0xff;

/** What a case changed. Peeks have the names "peek 0", "peek 1", ... */
export type Report = ReadonlyMap<string, bigint>;

/** By number. A case that is not in it did not come to its end. */
export function readReports(bytes: Uint8Array): Map<number, Report> {
  const reports = new Map<number, Report>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at + 5 <= bytes.length) {
    if (bytes[at] !== BEGIN) throw new UserFault(`the harness wrote ${bytes[at]} where a report must begin, at ${at}`);
    const number = view.getUint32(at + 1, true);
    const report = new Map<string, bigint>();
    at += 5;
    let peeks = 0;
    while (at < bytes.length && bytes[at] !== END) {
      if (at + 9 > bytes.length) return reports;
      const index = bytes[at]!;
      if (index >= STATE_SIZE && index !== PEEK) throw new UserFault(`case ${number}: the harness reports ${index}`);
      const name = index === PEEK ? `peek ${peeks++}` : nameOf(index);
      report.set(name, view.getBigUint64(at + 1, true));
      at += 9;
    }
    if (at === bytes.length) return reports;
    at++;
    reports.set(number, report);
  }
  return reports;
}
