import { expect } from "chai";
import { gunzipSync } from "node:zlib";
import { cpio, type CpioEntry } from "../../../src/host/images/cpio";

/** By Debian's cpio 2.13: cpio -o -H newc --reproducible -R 0:0, over a tree with all times 0; then gzip -9n. */
const DEBIAN = `
H4sIAAAAAAACAzMwNzA3MDRAAiaGri4G2IGRAXnABMZIysxjYGAwQLYTTFvgttMQjW9GpJ2OSHbqZ6Tm5OQzgEkuNPuNIPY7mhBp
vzGR9sPdWZCTCPR1YlIyqr1gcxwN3dyobK8pjFEMDmwQYYARx3iAIZlx7ARjhAQ5evq4BikqKjKMgkEPAKCtC4UABAAA`;

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

const ENTRIES: readonly CpioEntry[] = [
  { path: "bin", kind: "directory" },
  { path: "bin/hello", kind: "file", contents: text("hello\n"), executable: true },
  { path: "plain", kind: "file", contents: text("abc"), executable: false },
  { path: "sbin", kind: "link", target: "bin" },
];

describe("cpio", () => {
  it("writes what Debian's cpio writes", () => {
    expect(Buffer.from(cpio(ENTRIES)).toString("latin1")).to.equal(gunzipSync(Buffer.from(DEBIAN, "base64")).toString("latin1"));
  });

  it("ends an empty archive, too", () => {
    const archive = cpio([]);
    expect(archive.length).to.equal(512);
    expect(Buffer.from(archive.subarray(110, 121)).toString()).to.equal("TRAILER!!!\0");
  });
});
