import { expect } from "chai";
import { type ChosenFile, fileText, softwareOf, withFiles } from "../../../../src/site/widgets/computer/chosen-files";
import type { FileRole } from "../../../../src/site/widgets/computer/file-roles";

const chosen = (name: string, role: FileRole): ChosenFile => ({ file: new File(["1234"], name), role });
const names = (files: readonly ChosenFile[]): string[] => files.map(({ file, role }) => `${file.name}: ${role}`);

describe("chosen files", () => {
  it("has one kernel, the last that came, and as many disks as there are", () => {
    const before = [chosen("one", "kernel"), chosen("a", "disk")];
    expect(names(withFiles(before, [chosen("b", "disk"), chosen("two", "kernel")]))).to.deep.equal(["a: disk", "b: disk", "two: kernel"]);
  });

  it("gives each to the machine as what it is for", () => {
    const files = [chosen("k", "kernel"), chosen("i", "initrd"), chosen("a", "disk"), chosen("b", "disk")];
    const { kernel, initrd, firmware, disks } = softwareOf(files);
    expect([(kernel as File).name, (initrd as File).name, firmware, ...disks.map((disk) => (disk as File).name)]).to.deep.equal(["k", "i", undefined, "a", "b"]);
  });

  it("says a file's name and size", () => expect(fileText(chosen("k", "kernel"))).to.equal("k, 4 bytes"));
});
