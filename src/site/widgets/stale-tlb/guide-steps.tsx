/** A story's steps: those that are done, with what they did; and one button, which does the next. */
import type { ReactNode } from "react";
import "./stale-tlb.css";

interface Props {
  readonly guide: { readonly title: string; readonly steps: readonly { readonly title: string; readonly says: string }[] };
  readonly done: number;
  readonly onNext: () => void;
  readonly onAgain: () => void;
  /** The choice of stories. */
  readonly children: ReactNode;
}

export function GuideSteps({ guide: { title, steps }, done, onNext, onAgain, children }: Props): ReactNode {
  const next = steps[done];
  return (
    <section className="tlb-guide" aria-label={title}>
      <div className="tlb-guides" role="group" aria-label="Stories">{children}</div>
      <ol className="tlb-steps">
        {steps.map((step, i) => (
          <li key={i} className={i < done ? "tlb-step done" : "tlb-step"} aria-current={i === done ? "step" : undefined}>
            <b>{step.title}</b>
            {i < done && <span className={i === done - 1 ? "" : "tlb-step-past"}>{step.says}</span>}
          </li>
        ))}
      </ol>
      <button type="button" className="button button-small button-strong tlb-next" onClick={next === undefined ? onAgain : onNext}>
        {next === undefined ? "Again" : `${done + 1}. ${next.title}`}
      </button>
    </section>
  );
}
