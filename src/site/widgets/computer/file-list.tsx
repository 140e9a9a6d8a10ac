/** The reader's own files: what each is for, and a way to choose more. Nothing of them leaves the page. */
import type { ReactNode } from "react";
import { type ChosenFile, fileText, withFiles } from "./chosen-files";
import { roles, roleTitles } from "./file-roles";

interface Props {
  readonly files: readonly ChosenFile[];
  readonly onAdd: (files: readonly File[]) => void;
  readonly onChange: (files: readonly ChosenFile[]) => void;
}

export function FileList({ files, onAdd, onChange }: Props): ReactNode {
  const without = (gone: ChosenFile): readonly ChosenFile[] => files.filter((each) => each !== gone);
  return (
    <section className="machine-files" aria-label="Your own files">
      <p className="machine-files-say">
        A kernel for arm64 (Image, ELF, packed by gzip or not), a flat program, or firmware such as U-Boot; an initial RAM disk; disks. Drop them
        anywhere on the machine. They stay in this page: nothing is sent anywhere.
      </p>
      <ul>
        {files.map((chosen, i) => (
          <li key={`${chosen.file.name} ${i}`}>
            <span className="machine-file">{fileText(chosen)}</span>
            <label className="machine-role">
              <span className="visually-hidden">What {chosen.file.name} is</span>
              <select value={chosen.role} onChange={(event) => onChange(withFiles(without(chosen), [{ ...chosen, role: roles.find((role) => role === event.target.value) ?? chosen.role }]))}>
                {roles.map((role) => <option key={role} value={role}>{roleTitles[role]}</option>)}
              </select>
            </label>
            <button type="button" className="machine-take-out" aria-label={`Take ${chosen.file.name} out`} onClick={() => onChange(without(chosen))}>take out</button>
          </li>
        ))}
      </ul>
      <label className="button button-small machine-choose">
        Choose files
        <input
          type="file" multiple className="visually-hidden"
          onChange={(event) => {
            onAdd([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </label>
    </section>
  );
}
