/** A machine as a file's bytes, and back. The command line takes and gives the same files. */
import { decodeComputer, encodeComputer, resume } from "../../../host/computer/saved-computer";
import { type Built, machineOf, MiB, type Wires } from "./build-machine";
import type { TimeMode } from "./messages";

export const saveMachine = ({ computer: { board }, plugged }: Built): Uint8Array => encodeComputer(board, plugged);

/** `disks` are the files of its disks, in their order: what they hold is not in the snapshot. */
export async function loadMachine(snapshot: Blob, disks: readonly Blob[], time: TimeMode, wires: Wires): Promise<Built> {
  const saved = decodeComputer(new Uint8Array(await snapshot.arrayBuffer()));
  const { firmware, macs, board: { description: { ramBytes, cpus, gic } } } = saved;
  const setup = { ramMiB: ramBytes / MiB, cpus, gic, time, bootargs: "", hasNetwork: macs.length > 0 };
  const built = machineOf(setup, { disks, ...(firmware && { firmware }) }, wires);
  resume(built.computer.board, saved, built.plugged);
  return built;
}
