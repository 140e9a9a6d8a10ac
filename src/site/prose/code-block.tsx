/** Code that the page itself types: a fence marked `example`. MDX hands over <pre><code class="language-x">. */
import { isValidElement, type ReactNode } from "react";
import { highlight } from "./highlight";

interface CodeProps {
  readonly className?: string;
  readonly children?: ReactNode;
  readonly metastring?: string;
}

/** The title in `example title="..."`. */
function titleOf(meta: string | undefined): string | undefined {
  return /\btitle="([^"]*)"/.exec(meta ?? "")?.[1];
}

export function CodeBlock({ children }: { readonly children?: ReactNode }): ReactNode {
  if (!isValidElement<CodeProps>(children)) return <pre tabIndex={0}>{children}</pre>;
  const { className, children: text, metastring } = children.props;
  const language = /language-(\w+)/.exec(className ?? "")?.[1] ?? "text";
  const title = titleOf(metastring);
  const tokens = highlight(String(text ?? "").replace(/\n$/, ""), language);
  return (
    <div className="code">
      {title && <div className="code-head">{title}</div>}
      <pre tabIndex={0}>
        <code>{tokens.map((token, index) => (token.className ? <span key={index} className={token.className}>{token.text}</span> : token.text))}</code>
      </pre>
    </div>
  );
}
