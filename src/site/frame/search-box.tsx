/** Words in, results out; the arrow keys choose among them. Stands in the search dialogue and on /search. */
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from "react";
import { useHistory } from "@docusaurus/router";
import useBaseUrl from "@docusaurus/useBaseUrl";
import { hasIndex, loadIndex, search, type Found } from "./search-index";

interface Props {
  readonly limit: number;
  readonly onGo?: () => void;
  readonly autoFocus?: boolean;
}

export function SearchBox({ limit, onGo, autoFocus = false }: Props): ReactNode {
  const base = useBaseUrl("/");
  const history = useHistory();
  const id = useId();
  const [words, setWords] = useState("");
  const [found, setFound] = useState<readonly Found[]>([]);
  const [answered, setAnswered] = useState("");
  const [chosen, setChosen] = useState(0);
  const [fault, setFault] = useState("");
  const failed = (reason: unknown): void => setFault(`The index did not come: ${reason instanceof Error ? reason.message : String(reason)}`);

  useEffect(() => {
    let current = true;
    const asked = words.trim();
    const answer = (results: readonly Found[]): void => {
      if (!current) return;
      setFound(results);
      setAnswered(asked);
      setChosen(0);
    };
    if (asked === "") answer([]);
    else search(base, asked, limit).then(answer, failed);
    return () => {
      current = false;
    };
  }, [words, base, limit]);

  const go = (result: Found | undefined): void => {
    if (!result) return;
    onGo?.();
    history.push(result.url);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setChosen((chosen + step + found.length) % found.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      go(found[chosen]);
    }
  };

  return (
    <div className="search">
      <label className="visually-hidden" htmlFor={`${id}-words`}>Search the course</label>
      <input
        id={`${id}-words`} className="search-words" type="search" role="combobox" autoComplete="off" spellCheck={false}
        autoFocus={autoFocus} placeholder="an instruction, a field, a word of the text"
        aria-expanded={found.length > 0} aria-controls={`${id}-found`} aria-activedescendant={found.length > 0 ? `${id}-${chosen}` : undefined}
        value={words} onFocus={() => loadIndex(base).catch(failed)} onChange={(event) => setWords(event.target.value)} onKeyDown={onKeyDown}
      />
      <p className="search-state label" role="status">{fault || stateOf(words.trim(), answered, found.length)}</p>
      <div id={`${id}-found`} role="listbox" aria-label="Results" className="search-found">
        {found.map((result, index) => (
          <div
            key={result.url + index} id={`${id}-${index}`} role="option" aria-selected={index === chosen} className="search-result"
            onMouseMove={() => setChosen(index)} onClick={() => go(result)}
          >
            <span className="search-title">{result.title}</span>
            {result.page && <span className="label"> {result.page}</span>}
            {result.excerpt && (
              <span className="search-excerpt">{result.excerpt[0]}<mark>{result.excerpt[1]}</mark>{result.excerpt[2]}</span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

function stateOf(asked: string, answered: string, count: number): string {
  if (!hasIndex) return "The index is made by npm run build; npm start has none.";
  if (asked === "" || asked !== answered) return "";
  return count === 0 ? `Nothing about "${asked}".` : `${count} ${count === 1 ? "place" : "places"}, best first`;
}
