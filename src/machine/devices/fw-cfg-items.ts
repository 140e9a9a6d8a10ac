// What the board puts into fw_cfg: the items that firmware asks for.

import { bug } from "../../base/bug";
import {
  FW_CFG_ENTRY_SIZE, FW_CFG_ID, FW_CFG_KEY, FW_CFG_KEYS, FW_CFG_NAME_SIZE,
} from "../../formats/devices/fw-cfg";

export interface FwCfgFile {
  /** As "opt/org.example/greeting": at most 55 letters. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface FwCfgContents {
  readonly cpus: number;
  readonly files?: readonly FwCfgFile[];
  /** For firmware that boots what the command line named. */
  readonly kernel?: Uint8Array;
  readonly initrd?: Uint8Array;
  readonly commandLine?: string;
}

/** By key; files in the order of their names. */
export function fwCfgItems(contents: FwCfgContents): Map<number, Uint8Array> {
  const files = [...(contents.files ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
  if (FW_CFG_KEY.FILE_FIRST + files.length > FW_CFG_KEYS) bug("too many files in fw_cfg");
  return new Map([
    [FW_CFG_KEY.SIGNATURE, latin1("QEMU")],
    [FW_CFG_KEY.ID, number(FW_CFG_ID.TRADITIONAL | FW_CFG_ID.DMA, 4)],
    [FW_CFG_KEY.NB_CPUS, number(contents.cpus, 2)],
    [FW_CFG_KEY.FILE_DIR, directory(files)],
    ...bootItems(contents),
    ...files.map(({ bytes }, i) => [FW_CFG_KEY.FILE_FIRST + i, bytes] as const),
  ]);
}

function bootItems({ kernel, initrd, commandLine }: FwCfgContents): [number, Uint8Array][] {
  const items: [number, Uint8Array][] = [];
  const add = (sizeKey: number, dataKey: number, data: Uint8Array | undefined): void => {
    if (data !== undefined) items.push([sizeKey, number(data.length, 4)], [dataKey, data]);
  };
  add(FW_CFG_KEY.KERNEL_SIZE, FW_CFG_KEY.KERNEL_DATA, kernel);
  add(FW_CFG_KEY.INITRD_SIZE, FW_CFG_KEY.INITRD_DATA, initrd);
  const text = commandLine === undefined ? undefined : latin1(`${commandLine}\0`);
  add(FW_CFG_KEY.CMDLINE_SIZE, FW_CFG_KEY.CMDLINE_DATA, text);
  return items;
}

function directory(files: readonly FwCfgFile[]): Uint8Array {
  const bytes = new Uint8Array(4 + files.length * FW_CFG_ENTRY_SIZE);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, files.length);
  files.forEach((file, i) => {
    if (file.name.length >= FW_CFG_NAME_SIZE) bug(`${file.name} is too long for fw_cfg`);
    const at = 4 + i * FW_CFG_ENTRY_SIZE;
    view.setUint32(at, file.bytes.length);
    view.setUint16(at + 4, FW_CFG_KEY.FILE_FIRST + i);
    bytes.set(latin1(file.name), at + 8);
  });
  return bytes;
}

const latin1 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** `size` bytes, the lowest first. */
const number = (value: number, size: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, i) => (value >>> (8 * i)) & 0xff);
