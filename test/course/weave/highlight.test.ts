import { expect } from "chai";
import { highlight } from "../../../src/course/weave/highlight";
import { parseSource } from "../../../src/course/weave/source-file";

const html = (text: string, path = "x.ts"): string => highlight(parseSource(path, text)).join("\n");
const text = (marked: string): string => marked.replace(/<[^>]*>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");

const k = (word: string): string => `<span class="tok-keyword">${word}</span>`;
const s = (word: string): string => `<span class="tok-string">${word}</span>`;
const t = (word: string): string => `<span class="tok-type">${word}</span>`;
const n = (word: string): string => `<span class="tok-number">${word}</span>`;
const c = (word: string): string => `<span class="tok-comment">${word}</span>`;
const d = (word: string): string => `<span class="tok-name">${word}</span>`;

const cases = [
  ["const x = 0x1fn;", `${k("const")} ${d("x")} = ${n("0x1fn")};`],
  ["f(a < b && c > d);", "f(a &lt; b &amp;&amp; c &gt; d);"],
  ['let s = "//" + `a${b}c`;', `${k("let")} ${d("s")} = ${s("&quot;//&quot;")} + ${s("`a${")}b${s("}c`")};`],
  ["x.match(/[/]\"/g); // end", `x.match(${s('/[/]&quot;/g')}); ${c("// end")}`],
  ["type A = Map<string, B.C>;", `${k("type")} ${t("A")} = ${t("Map")}&lt;${t("string")}, ${t("B")}.${t("C")}&gt;;`],
  ["/* one\n   two */ new Cpu();", `${c("/* one")}\n   ${c("two */")} ${k("new")} ${t("Cpu")}();`],
  ["/** Doc. */\nfunction f() {}", `${c("/** Doc. */")}\n${k("function")} ${d("f")}() {}`],
  ["let x = [] as const;", `${k("let")} ${d("x")} = [] ${k("as")} ${k("const")};`],
  ["class A { #b = 1; get(): void {} }", `${k("class")} ${t("A")} { #b = ${n("1")}; ${d("get")}(): ${t("void")} {} }`],
  ["#!/usr/bin/env node\nf();", `${c("#!/usr/bin/env node")}\nf();`],
] as const;

describe("highlight", () => {
  for (const [code, marked] of cases) {
    it(JSON.stringify(code), () => expect(html(code)).to.equal(marked));
  }

  it("leaves the text as it was", () => {
    for (const [code] of cases) expect(text(html(code))).to.equal(code);
  });

  it("colours JSX, and only escapes what it cannot read", () => {
    expect(text(html("const a = <b c={1}>d &amp; {e /* f */}</b>;", "x.tsx"))).to.equal("const a = <b c={1}>d & {e /* f */}</b>;".replace("&", "&amp;"));
    expect(html("a < b { }", "x.css")).to.equal("a &lt; b { }");
  });
});
