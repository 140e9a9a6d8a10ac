import { expect } from "chai";
import { UserFault } from "../../../../src/base/fault";
import { allWays } from "../../../../src/formats/device-tree/lookup";
import { readDeviceTree } from "../../../../src/formats/device-tree/read";
import { type BlobNode, nodeAtPath, pathOf, pathsAbove, readBlob } from "../../../../src/site/widgets/device-tree-explorer/blob";
import { blobLines } from "../../../../src/site/widgets/device-tree-explorer/blob-lines";
import { BOARDS, blobOf } from "../../../../src/site/widgets/device-tree-explorer/boards";
import { treeRows } from "../../../../src/site/widgets/device-tree-explorer/tree-rows";
import { recordedTree } from "../../../oracle/devices/qemu-tree";

const all = (node: BlobNode): BlobNode[] => [node, ...node.children.flatMap(all)];
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

describe("a blob taken apart", () => {
  for (const [what, file] of [["our board's", blobOf(BOARDS[0]!)], ["another of ours", blobOf(BOARDS[1]!)], ["QEMU's", recordedTree(2)]] as const) {
    it(`says where everything of ${what} is`, () => {
      const { bytes, root, header } = readBlob(file);
      const nodes = all(root);
      expect(nodes.map(({ path }) => path)).to.deep.equal(allWays(readDeviceTree(file).root).map(pathOf));
      let end = header.off_dt_struct;
      for (const { way, begin, properties } of nodes) {
        const { name } = way.at(-1)!;
        expect(text(bytes.subarray(begin.at, begin.at + 4 + name.length + 1))).to.equal(`\0\0\0\x01${name}\0`);
        expect(begin.at, `${name}: nothing is lost before it`).to.be.at.least(end);
        for (const { property, token, value, name: place } of properties) {
          expect(text(bytes.subarray(place.at, place.at + place.size))).to.equal(`${property.name}\0`);
          expect(bytes.subarray(value.at, value.at + value.size)).to.deep.equal(property.value);
          expect([token.size, value.at]).to.deep.equal([12, token.at + 12]);
        }
        end = begin.at + begin.size;
      }
      expect(root.end.at + 8).to.equal(header.off_dt_struct + header.size_dt_struct);
    });
  }

  it("is as large as the page says", () => {
    const { bytes, root, header } = readBlob(blobOf(BOARDS[0]!));
    const nodes = all(root);
    const properties = nodes.reduce((sum, node) => sum + node.properties.length, 0);
    expect([bytes.length, nodes.length, properties, header.size_dt_strings]).to.deep.equal([6044, 52, 194, 360]);
  });

  it("is no blob", () => expect(() => readBlob(new Uint8Array(100))).to.throw(UserFault, "not a device tree"));

  it("leaves out what is behind the blob", () => {
    const file = blobOf(BOARDS[0]!);
    expect(readBlob(new Uint8Array([...file, 1, 2, 3])).bytes).to.have.length(file.length);
  });
});

describe("a path", () => {
  const { root } = readBlob(blobOf(BOARDS[0]!));
  const cases = [
    ["/",                               "/",                               []],
    ["/pl011@9000000",                  "/pl011@9000000",                  ["/"]],
    ["/cpus/cpu-map/socket0",           "/cpus/cpu-map/socket0",           ["/", "/cpus", "/cpus/cpu-map"]],
    ["/cpus/nobody",                    "/cpus",                           ["/", "/cpus"]],
    ["/cpu",                            "/",                               ["/"]],
  ] as const;
  for (const [path, found, above] of cases) {
    it(path, () => {
      expect(nodeAtPath(root, path).path).to.equal(found);
      expect(pathsAbove(path)).to.deep.equal(above);
    });
  }
});

describe("the rows of the tree", () => {
  const { root } = readBlob(blobOf(BOARDS[0]!));
  const shown = (open: readonly string[], chosen = "/"): string[] =>
    treeRows(root, new Set(open), chosen).map((row) => `${" ".repeat(row.depth)}${row.kind === "more" ? row.text : row.node.way.at(-1)!.name || "/"}`);

  it("are one, if nothing is open", () => expect(shown([])).to.deep.equal(["/"]));

  it("are those in what is open; a long run is folded", () => {
    expect(shown(["/", "/cpus"])).to.deep.equal([
      "/", " chosen", " memory@40000000", " cpus", "  cpu@0", "  cpu-map", " psci", " timer", " intc@8000000", " apb-pclk", " flash@0",
      " pl011@9000000", " pl031@9010000", " fw-cfg@9020000", " pl061@9030000", " gpio-keys", " virtio_mmio@a000000", " 31 more virtio_mmio",
    ]);
  });

  it("are more, if the run is opened, or one of it is chosen", () => {
    expect(shown(["/", "/virtio_mmio@a000000 and more"])).to.have.length(17 + 31 - 2);
    expect(shown(["/"], "/virtio_mmio@a003e00")).to.have.length(17 + 31 - 2);
    expect(shown(["/"], "/virtio_mmio@a000000")).to.have.length(16);
  });
});

describe("the bytes of a node", () => {
  const blob = readBlob(blobOf(BOARDS[0]!));
  const lines = (path: string): string[] => blobLines(blob, nodeAtPath(blob.root, path))
    .map(({ bytes, says }) => `${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")} ${says}`.trim());

  it("are its tokens", () => {
    expect(lines("/gpio-keys")).to.deep.equal([
      "00000001 1: a node begins",
      "6770696f2d6b65797300 0000".replace(" ", "") + " \"gpio-keys\"",
      `000000030000000a${nameAt("/gpio-keys", 0)} 3: a property, of 10 bytes; its name is at 0x${parseInt(nameAt("/gpio-keys", 0), 16).toString(16)}: compatible`,
      "6770696f2d6b657973000000 its value",
      "a node in it, 92 bytes",
      "00000002 2: it ends",
    ]);
  });

  it("are cut off, where a value is long", () => {
    const qemu = readBlob(recordedTree(2));
    const says = blobLines(qemu, nodeAtPath(qemu.root, "/pcie@10000000")).map((line) => line.says);
    expect(says).to.include("and 576 bytes more");
  });

  const nameAt = (path: string, property: number): string => nodeAtPath(blob.root, path).properties[property]!.nameOffset.toString(16).padStart(8, "0");
});
