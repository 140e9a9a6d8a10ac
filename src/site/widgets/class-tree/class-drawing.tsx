/** The family as an indented tree, its numbers beside it; below, the line of all numbers. What is of the class has the paper of a marker. */
import type { ReactNode } from "react";
import type { FamilyMember } from "./class-family";

interface Props {
  readonly members: readonly FamilyMember[];
  readonly asked: string;
  readonly numbers: readonly number[];
}

/** The picture's units. */
const wide = 640;
const rowHigh = 27;
const indent = 34;
const namesAt = 60;
const lineAt = 330;
const boxWide = 25.5;

export function ClassDrawing({ members, asked, numbers }: Props): ReactNode {
  const high = members.length * rowHigh + 8;
  const first = Math.min(...members.map(({ number }) => number));
  return (
    <svg className="class-drawing" viewBox={`0 0 ${wide} ${high}`} role="img" aria-label={`${asked} and its heirs have the numbers ${numbers.join(", ")}`}>
      {members.map((member, i) => <Member key={member.name} member={member} y={4 + i * rowHigh} isOf={numbers.includes(member.number)} above={members.slice(0, i).findLastIndex((each) => each.depth < member.depth)} at={i} />)}
      {members.map(({ number, name }) => (
        <g key={name} className={numbers.includes(number) ? "class-box of" : "class-box"}>
          <rect x={lineAt + (number - first) * boxWide} y={high / 2 - 18} width={boxWide} height="34" />
          <text x={lineAt + (number - first + 0.5) * boxWide} y={high / 2 + 4}>{number}</text>
        </g>
      ))}
      <text className="class-label" x={lineAt} y={high / 2 - 28}>all class numbers</text>
    </svg>
  );
}

function Member({ member: { name, depth, number }, y, isOf, above, at }: { readonly member: FamilyMember; readonly y: number; readonly isOf: boolean; readonly above: number; readonly at: number }): ReactNode {
  const x = namesAt + depth * indent;
  return (
    <g className={isOf ? "class-member of" : "class-member"}>
      <rect x="6" y={y + 2} width="36" height={rowHigh - 4} />
      <text className="class-number" x="24" y={y + 18}>{number}</text>
      {above >= 0 && <path className="class-branch" d={`M${x - indent + 10} ${y - (at - above - 1) * rowHigh - 4}V${y + 13}H${x - 5}`} />}
      <text className="class-name" x={x} y={y + 18}>{name}</text>
    </g>
  );
}
