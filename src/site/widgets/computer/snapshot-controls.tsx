/** The machine as a file, and as a link while it is small enough for one; and back. */
import { useEffect, useState, type ReactNode } from "react";
import type { ChosenFile } from "./chosen-files";
import { softwareOf } from "./chosen-files";
import type { RemoteComputer, Known } from "./remote-computer";
import { sizeText } from "./file-roles";
import { linkBytes, snapshotIn, withSnapshot } from "./snapshot-link";

interface Props {
  readonly computer: RemoteComputer;
  readonly known: Known;
  readonly files: readonly ChosenFile[];
}

export function SnapshotControls({ computer, known: { status }, files }: Props): ReactNode {
  const [said, say] = useState("");
  const load = (snapshot: Blob): void => computer.load(snapshot, softwareOf(files).disks);
  useEffect(() => {
    const linked = snapshotIn(location.hash);
    if (linked !== undefined) computer.load(new Blob([linked]));
  }, [computer]);

  const save = (): void => void computer.save().then((snapshot) => {
    const url = URL.createObjectURL(new Blob([new Uint8Array(snapshot)]));
    const link = document.createElement("a");
    link.href = url;
    link.download = "machine.o2p";
    link.click();
    URL.revokeObjectURL(url);
    say(`Saved: ${sizeText(snapshot.length)}.`);
  });
  const copy = (): void => void computer.save().then((snapshot) => {
    if (snapshot.length > linkBytes) return say(`The machine is ${sizeText(snapshot.length)}, and a link holds ${sizeText(linkBytes)}: save it as a file.`);
    const link = withSnapshot(location.href, snapshot);
    return navigator.clipboard.writeText(link).then(() => say(`Copied: a link of ${sizeText(link.length)}.`), () => say("The clipboard is closed to this page: save it as a file."));
  });

  return (
    <div className="machine-snapshots">
      <button type="button" className="button button-small" disabled={status === undefined} onClick={save}>Save it</button>
      <button type="button" className="button button-small" disabled={status === undefined} onClick={copy}>Copy a link to it</button>
      <label className="button button-small machine-choose">
        Load one
        <input
          type="file" className="visually-hidden"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file !== undefined) load(file);
            event.target.value = "";
          }}
        />
      </label>
      <span className="label" role="status">{said}</span>
    </div>
  );
}
