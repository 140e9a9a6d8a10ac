// What a machine is to run: files as they are given, made into what lies in its memory at the beginning.

import { UserFault } from "../../base/fault";
import type { DeviceTreeParts } from "../../formats/device-tree/parts";
import type { Boot } from "../../machine/board/board";
import type { BoardDescription } from "../../machine/board/description";
import { prepareBoot } from "../../machine/board/loaders/boot";
import type { LoadedImage } from "../../machine/board/loaders/image";
import { FLAT_OFFSET } from "../../machine/board/loaders/linux-image";
import { loadFlash, loadImage } from "../../machine/board/loaders/load-image";
import { RAM_BASE } from "../../machine/board/memory-map";
import { Assembler, AssemblyError } from "../../machine/decoder/assembler";
import { standardDecoder } from "../../machine/decoder/decoder";
import { blaming, readInput } from "../input";

export interface SoftwareFiles {
  /** One of these. */
  readonly image?: string;
  readonly bios?: string;
  readonly initrd?: string;
  /** What `image`, a program in TypeScript, has become. */
  readonly compiled?: Uint8Array;
}

export interface Software {
  readonly boot: Boot;
  readonly firmware?: Uint8Array;
}

/** Reads the files, and lays them out in the memory of a board. */
export function readSoftware({ image, bios, initrd, compiled }: SoftwareFiles, description: BoardDescription, tree?: DeviceTreeParts): Software {
  if (image !== undefined && bios !== undefined) throw new UserFault("give an image or --bios, not both: firmware begins where flash is");
  const disk = initrd === undefined ? undefined : readInput(initrd);
  const prepared = (name: string, loaded: LoadedImage): Boot => blaming(name, () => prepareBoot(loaded, description, disk, tree));
  if (bios !== undefined) {
    const firmware = readInput(bios);
    return { firmware, boot: prepared(bios, blaming(bios, () => loadFlash(firmware))) };
  }
  if (image === undefined) throw new UserFault("there is nothing to run: give an image, --bios or --load; o2p images fetch brings some");
  const bytes = compiled ?? (image.toLowerCase().endsWith(".s") ? assembled(image) : readInput(image));
  return { boot: prepared(image, blaming(image, () => loadImage(bytes, description.ramBytes))) };
}

/** Where a flat binary goes. */
function assembled(path: string): Uint8Array {
  try {
    const source = new TextDecoder().decode(readInput(path));
    return new Assembler(standardDecoder()).assemble(source, BigInt(RAM_BASE + FLAT_OFFSET)).bytes;
  } catch (error) {
    if (error instanceof AssemblyError) throw new UserFault(`${path}:${error.message}`);
    throw error;
  }
}
