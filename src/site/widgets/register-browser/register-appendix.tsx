/** All system registers by subject, each with what it is for and its fields, and the browser that any of them is put into. */
import { useState, type ReactNode } from "react";
import useBrokenLinks from "@docusaurus/useBrokenLinks";
import "./register-browser.css";
import { REGISTER_TABLES, REGISTERS, type SystemRegister } from "../../../machine/sysregs/registers";
import { useArrival } from "../reference/arrival";
import { bitsText } from "./register-facts";
import { genericNameOf } from "./register-access";
import { RegisterFigure } from "./register-figure";

const figureId = "register";

export function RegisterAppendix(): ReactNode {
  const [asked, setAsked] = useState<{ readonly name: SystemRegister["name"] }>();
  useArrival();
  const show = (name: SystemRegister["name"]): void => {
    setAsked({ name });
    document.getElementById(figureId)?.scrollIntoView();
  };
  return (
    <>
      <RegisterFigure id={figureId} start="SCTLR_EL1" startsWith={undefined} asked={asked} />
      {Object.keys(REGISTER_TABLES).map((subject) => (
        <Subject key={subject} name={subject} registers={REGISTERS.filter((register) => register.subject === subject)} onShow={show} />
      ))}
    </>
  );
}

interface SubjectProps {
  readonly name: string;
  readonly registers: readonly SystemRegister[];
  readonly onShow: (name: SystemRegister["name"]) => void;
}

function Subject({ name, registers, onShow }: SubjectProps): ReactNode {
  const { collectAnchor } = useBrokenLinks();
  const id = name.toLowerCase().replace(/ /g, "-");
  collectAnchor(id);
  for (const register of registers) collectAnchor(register.name);
  return (
    <section className="register-subject">
      <h2 id={id}>{name}</h2>
      {registers.map((register) => (
        <article key={register.name} id={register.name} className="register-entry" data-register={register.name}>
          <h3>
            <a href={`#${register.name}`}><code>{register.name}</code></a> <span className="register-title">{register.title}</span>
            <button type="button" className="button button-small" onClick={() => onShow(register.name)}>look into it<span className="visually-hidden">: {register.name}</span></button>
          </h3>
          <p>{register.purpose} <span className="label">{genericNameOf(register)}, {register.access}</span></p>
          <ul className="register-entry-fields">
            {register.fields.filter(({ name: field }) => !/^RES[01]$/.test(field)).map((field) => <li key={`${field.name}${field.low}`} title={field.meaning}><b>{field.name}</b> {bitsText(field)}</li>)}
          </ul>
        </article>
      ))}
    </section>
  );
}
