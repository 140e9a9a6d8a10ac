/** The nodes, folded. Arrow keys move, open and close, as in any tree. */
import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from "react";
import { type BlobNode, pathsAbove } from "./blob";
import { type TreeRow, treeRows } from "./tree-rows";

interface Props {
  readonly root: BlobNode;
  readonly open: ReadonlySet<string>;
  readonly chosen: string;
  readonly onChoose: (path: string) => void;
  readonly onToggle: (key: string) => void;
}

export function NodeTree({ root, open, chosen, onChoose, onToggle }: Props): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const rows = useMemo(() => treeRows(root, open, chosen), [root, open, chosen]);

  const follows = useRef(false);
  useEffect(() => {
    if (follows.current) list.current?.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
    follows.current = false;
  }, [rows, chosen]);

  const choose = (row: TreeRow): void => {
    follows.current = true;
    if (row.kind === "more") onToggle(row.key);
    onChoose(row.kind === "more" ? row.first : row.key);
  };
  const go = (index: number): void => {
    const row = rows[index];
    if (row !== undefined) choose(row);
  };
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const row = rows[index]!;
    const opens = row.kind === "more" || row.node.children.length > 0;
    const isOpen = row.kind === "node" && row.isOpen && opens;
    const act: (() => void) | undefined = {
      ArrowDown: () => go(index + 1),
      ArrowUp: () => go(index - 1),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      ArrowRight: () => {
        if (isOpen) go(index + 1);
        else if (opens) onToggle(row.key);
      },
      ArrowLeft: () => (isOpen ? onToggle(row.key) : go(rows.findIndex(({ key }) => key === pathsAbove(row.key).at(-1)))),
      Enter: () => choose(row),
      " ": () => choose(row),
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  return (
    <ul ref={list} className="node-tree" role="tree" aria-label="The nodes of the tree">
      {rows.map((row, index) => (
        <li
          key={row.key} role="treeitem" aria-level={row.depth + 1} aria-selected={row.key === chosen} tabIndex={row.key === chosen ? 0 : -1}
          className={row.kind === "more" ? "node-row node-more" : "node-row"} style={{ paddingLeft: `${0.4 + row.depth}rem` }}
          {...(row.kind === "more" ? { "aria-expanded": false } : row.node.children.length > 0 ? { "aria-expanded": row.isOpen } : {})}
          onClick={() => choose(row)} onKeyDown={(event) => onKeyDown(event, index)}
        >
          <RowText row={row} onToggle={onToggle} />
        </li>
      ))}
    </ul>
  );
}

function RowText({ row, onToggle }: { readonly row: TreeRow; readonly onToggle: (key: string) => void }): ReactNode {
  if (row.kind === "more") return <><span className="node-handle" aria-hidden="true">+</span>{row.text}</>;
  const { node: { way, children }, isOpen, key } = row;
  const [name, unit] = way.at(-1)!.name.split("@");
  return (
    <>
      <span className="node-handle" aria-hidden="true" onClick={(event) => {
        if (children.length === 0) return;
        event.stopPropagation();
        onToggle(key);
      }}>{children.length === 0 ? "" : isOpen ? "\u2212" : "+"}</span>
      <b>{name === "" ? "/" : name}</b>{unit !== undefined && <span className="node-unit">@{unit}</span>}
    </>
  );
}
