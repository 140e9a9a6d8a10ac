/** The tree on the left, the chosen node beside it, and its bytes below. */
import { useState, type ReactNode } from "react";
import { UserFault } from "../../../base/fault";
import { DropZone } from "../computer/drop-zone";
import { useSettled } from "../word/settled";
import { type Blob, nodeAtPath, pathsAbove, readBlob } from "./blob";
import { BlobBar } from "./blob-bar";
import { BlobBytes } from "./blob-bytes";
import { blobOf, BOARDS } from "./boards";
import { NodeTree } from "./node-tree";
import { PropertyList } from "./property-list";

/** The node that the page is about. */
const TELLING = "/pl011@9000000";
/** Larger files are no device tree: a kernel maps 2 MiB. */
const MOST_BYTES = 16 * 1024 * 1024;

interface Shown {
  /** A file's name, or a board's title. */
  readonly title: string;
  readonly blob: Blob;
}

const ofBoard = (index: number): Shown => ({ title: BOARDS[index]!.title, blob: readBlob(blobOf(BOARDS[index]!)) });

export function ExplorerFigure(): ReactNode {
  const [shown, setShown] = useState(() => ofBoard(0));
  const [chosen, setChosen] = useState(TELLING);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(pathsAbove(TELLING)));
  const [lit, light] = useState<number>();
  const [fault, setFault] = useState("");
  const { blob } = shown;
  const node = nodeAtPath(blob.root, chosen);
  const said = useSettled(fault !== "" ? fault : `${node.path}, ${node.properties.length} properties`);

  const choose = (path: string): void => {
    setChosen(path);
    light(undefined);
    setOpen((before) => new Set([...before, ...pathsAbove(path)]));
  };
  const toggle = (key: string): void => setOpen((before) => {
    const after = new Set(before);
    if (!after.delete(key)) after.add(key);
    return after;
  });
  const show = (next: Shown): void => {
    setShown(next);
    setFault("");
    light(undefined);
    const start = nodeAtPath(next.blob.root, TELLING).path;
    setChosen(start);
    setOpen(new Set(["/", ...pathsAbove(start)]));
  };
  const showFile = async ([file]: readonly File[]): Promise<void> => {
    if (file === undefined) return;
    try {
      if (file.size > MOST_BYTES) throw new UserFault(`${file.size} bytes are more than any device tree has`);
      show({ title: file.name, blob: readBlob(new Uint8Array(await file.arrayBuffer())) });
    } catch (error) {
      if (!(error instanceof UserFault)) throw error;
      setFault(`${file.name}: ${error.message}`);
    }
  };

  return (
    <figure className="figure figure-wide tree-explorer">
      <figcaption className="figure-try">Choose a node; point at a property to see the bytes that say it; follow a phandle. Or drop a <code>.dtb</code> file of your own here.</figcaption>
      <DropZone onFiles={(files) => { void showFile(files); }}>
        <div className="explorer-boards">
          {BOARDS.map(({ title }, i) => (
            <button key={title} type="button" className="button button-small" aria-pressed={shown.title === title} onClick={() => show(ofBoard(i))}>{title}</button>
          ))}
          <label className="button button-small explorer-file">
            a file<input type="file" className="visually-hidden" accept=".dtb,.dtbo,.fdt" onChange={(event) => { void showFile([...event.target.files ?? []]); }} />
          </label>
          <span className="label">{shown.title}: {blob.bytes.length} bytes</span>
        </div>
        {fault !== "" && <p className="explorer-fault">{fault}</p>}
        <div className="explorer-halves">
          <NodeTree root={blob.root} open={open} chosen={node.path} onChoose={choose} onToggle={toggle} />
          <PropertyList node={node} lit={lit} onLight={light} onChoose={choose} />
        </div>
        <BlobBar blob={blob} node={node} />
        <BlobBytes blob={blob} node={node} lit={lit} onLight={light} />
      </DropZone>
      <p className="visually-hidden" role="status">{said}</p>
    </figure>
  );
}
