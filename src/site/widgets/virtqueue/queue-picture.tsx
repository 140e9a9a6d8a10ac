/** The three areas of a queue, box by box, and the buffers; the box that the last access touched is marked. */
import type { ReactNode } from "react";
import type { Moment } from "./moments";
import { bufferAt, type DescriptorView, type Part, partBytes, parts, pictureOf, queueSize, ramBase, requestNames, type RequestName } from "./queue-memory";

interface Props {
  readonly ram: Uint8Array;
  /** The last access; undefined at the start. */
  readonly moment: Moment | undefined;
}

export function QueueAreas({ ram, moment }: Props): ReactNode {
  const { descriptors, available, used } = pictureOf(ram);
  const look = (area: string, box: string | number): string => {
    const place = moment?.place;
    const isHere = place !== undefined && ((place.area === "descriptor" && area === "descriptor" && place.index === box) || ((place.area === "available" || place.area === "used") && place.area === area && place.box === box));
    return isHere ? `queue-box touched by-${moment!.who}` : "queue-box";
  };
  return (
    <div className="queue-areas">
      <section aria-label="Descriptors" className="queue-area">
        <p className="queue-head"><b>descriptors</b> <span className="label">the driver writes</span></p>
        <ol className="queue-descriptors" start={0}>
          {descriptors.map((descriptor) => <li key={descriptor.index} className={`${look("descriptor", descriptor.index)}${descriptor.buffer === undefined ? " empty" : ""}`}><Descriptor descriptor={descriptor} /></li>)}
        </ol>
      </section>
      <section aria-label="Available ring" className="queue-area">
        <p className="queue-head"><b>available</b> <span className="label">the driver writes</span></p>
        <p className={look("available", "flags")}><span className="label">flags</span> {available.wantsInterrupts ? "0" : "1, no interrupt"}</p>
        <p className={look("available", "idx")}><span className="label">idx</span> <b>{available.idx}</b></p>
        <ol className="queue-ring" start={0}>
          {available.ring.map((head, i) => <li key={i} className={`${look("available", i)}${i < available.idx ? "" : " empty"}${i === available.idx % queueSize ? " next" : ""}`}>{i < available.idx ? head : ""}</li>)}
        </ol>
      </section>
      <section aria-label="Used ring" className="queue-area">
        <p className="queue-head"><b>used</b> <span className="label">the device writes</span></p>
        <p className={look("used", "idx")}><span className="label">idx</span> <b>{used.idx}</b></p>
        <ol className="queue-ring queue-used" start={0}>
          {used.ring.map(({ id, len }, i) => <li key={i} className={`${look("used", i)}${i < used.idx ? "" : " empty"}${i === used.idx % queueSize ? " next" : ""}`}>{i < used.idx ? <>{id} <span className="label">{len} bytes</span></> : ""}</li>)}
        </ol>
      </section>
    </div>
  );
}

function Descriptor({ descriptor: { buffer, len, isWritable, next } }: { readonly descriptor: DescriptorView }): ReactNode {
  if (buffer === undefined) return null;
  return (
    <>
      <span className="queue-buffer-name">{buffer}</span> <span className="label">{len}</span>
      <span className={isWritable ? "queue-flag write" : "queue-flag"}>{isWritable ? "WRITE" : "read"}</span>
      <span className="queue-next">{next === undefined ? "end" : `\u2192 ${next}`}</span>
    </>
  );
}

/** What is in the buffers, as far as it can be said in a word. */
export function QueueBuffers({ ram, moment }: Props): ReactNode {
  const touched = moment?.place.area === "buffer" ? moment.place.name : undefined;
  return (
    <section className="queue-buffers" aria-label="Buffers">
      {requestNames.map((name) => (
        <div key={name} className="queue-request">
          <p className="queue-head"><b>{name}</b> <span className="label">its buffers</span></p>
          <dl>{parts.map((part) => <div key={part} className={touched === `${name}'s ${part}` ? `queue-box touched by-${moment!.who}` : "queue-box"}><dt>{part}</dt><dd>{contentText(ram, name, part)}</dd></div>)}</dl>
        </div>
      ))}
    </section>
  );
}

function contentText(ram: Uint8Array, name: RequestName, part: Part): ReactNode {
  const from = bufferAt(name, part) - ramBase;
  const bytes = ram.subarray(from, from + partBytes[part]);
  if (part === "status") return <code>{bytes[0]}</code>;
  if (bytes.every((byte) => byte === 0) && part === "data") return <span className="label">zeros</span>;
  if (part === "data") return <code>{`"${new TextDecoder().decode(bytes.subarray(0, 3))}..."`}</code>;
  return <code>{[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(" ").replace(/((?:.. ){8})/, "$1 ")}</code>;
}
