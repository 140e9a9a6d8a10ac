// The offsets are those of the drawing at the head of src/formats/objects/layout.ts.
import { expect } from "chai";
import { objectKinds, objectScenes } from "../../../../src/site/widgets/object-layout/object-scenes";

describe("objectScenes", () => {
  const named: readonly (readonly [kind: string, object: number, cells: string])[] = [
    ["instance", 0, "class 15, length 0, +8 width, +16 height"],
    ["instance", 1, "class 16, length 0, +8 width, +16 height, +24 name"],
    ["string", 0, "class 0, length 10"],
    ["array", 0, "class 4, length 3, +8 block"],
    ["array", 1, "class 1, length 4, +8 [0], +16 [1], +24 [2], +32 room"],
    ["typed array", 1, "class 8, length 3, +8 data, +16 storage"],
    ["typed array", 2, "class 3, length 6"],
    ["closure", 0, "class 15, length 0, +8 code, +16 limit"],
    ["cell", 2, "class 6, length 0, +8 value"],
  ];
  for (const [kind, object, cells] of named) {
    it(`${kind}, object ${object}: ${cells}`, () => {
      const found = objectScenes.find((scene) => scene.kind === kind)!.objects[object]!.cells
        .flatMap(({ offset, name, text }) => (name === undefined ? [] : [offset < 8 ? `${name} ${text}` : `+${offset} ${name}`]));
      expect(found.join(", ")).to.equal(cells);
    });
  }

  it("there is one of each kind, and its cells lie side by side", () => {
    expect(objectScenes.map(({ kind }) => kind)).to.deep.equal([...objectKinds]);
    for (const { cells } of objectScenes.flatMap(({ objects }) => objects)) {
      cells.forEach(({ offset, bytes }, i) => expect(offset + bytes).to.equal(cells[i + 1]?.offset ?? offset + bytes));
    }
  });

  it("of all references, only a view's data points into an object", () => {
    const into = objectScenes.flatMap(({ objects }) => objects.flatMap(({ cells }) => cells.filter(({ to }) => (to?.offset ?? 0) > 0)));
    expect(into.map(({ name, to }) => `${name} ${to!.offset}`)).to.deep.equal(["data 8", "data 10"]);
  });
});
