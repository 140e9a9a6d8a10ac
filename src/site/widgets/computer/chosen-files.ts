/** The files that a reader has chosen, each with what it is for. */
import type { Software } from "./messages";
import { type FileRole, guessRole, headBytes, sizeText } from "./file-roles";

export interface ChosenFile {
  readonly file: File;
  readonly role: FileRole;
}

export async function chosenOf(files: readonly File[]): Promise<readonly ChosenFile[]> {
  return Promise.all(files.map(async (file) => {
    const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
    return { file, role: guessRole(file.name, head) };
  }));
}

/** One file each, but for disks: of two kernels, the one that came last. */
export function withFiles(chosen: readonly ChosenFile[], added: readonly ChosenFile[]): readonly ChosenFile[] {
  const all = [...chosen, ...added];
  return all.filter(({ role }, i) => role === "disk" || !all.slice(i + 1).some((later) => later.role === role));
}

export function softwareOf(chosen: readonly ChosenFile[]): Software & { readonly kind: "files" } {
  const fileFor = (role: FileRole): File | undefined => chosen.find((each) => each.role === role)?.file;
  const [kernel, firmware, initrd] = [fileFor("kernel"), fileFor("firmware"), fileFor("initrd")];
  return {
    kind: "files", disks: chosen.filter(({ role }) => role === "disk").map(({ file }) => file),
    ...(kernel && { kernel }), ...(firmware && { firmware }), ...(initrd && { initrd }),
  };
}

export const fileText = ({ file }: ChosenFile): string => `${file.name}, ${sizeText(file.size)}`;
