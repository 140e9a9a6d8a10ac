/** Where a file stands in the house: the way to it, and on opening, its neighbours. */
import type { ReactNode } from "react";
import type { Place } from "../../course/weave/excerpt-props";

export function HouseMap({ place, file }: { readonly place: Place; readonly file: string }): ReactNode {
  const name = file.split("/").at(-1);
  const chapter = `chapter ${place.chapter}`;
  return (
    <details className="house-map">
      <summary>
        {place.folders.map((folder) => <span key={folder.name} className="house-folder">{folder.name}/</span>)}
        <strong>{name}</strong>
      </summary>
      <div className="house-room">
        <p>Built in {chapter}. In the same room:</p>
        <ul>{place.room.map((other) => <li key={other} aria-current={other === name ? "true" : undefined}>{other}</li>)}</ul>
      </div>
    </details>
  );
}
