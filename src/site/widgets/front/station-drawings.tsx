/**
 * A drawing for each chapter, 160 by 72, in the course's own vocabulary: boxes are bits and words, and a
 * colour means what it means everywhere. Lines are ink; the style sheet sets stroke and type.
 */
import type { ReactNode } from "react";
import type { Role } from "../word/role";

interface BoxProps {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly role?: Role;
  readonly text?: string;
}

function Box({ x, y, w, h, role, text }: BoxProps): ReactNode {
  return (
    <g className={role ? `drawn drawn-tint role-${role}` : "drawn"}>
      <rect x={x} y={y} width={w} height={h} />
      {text && <text x={x + w / 2} y={y + h / 2 + 3.2} textAnchor="middle">{text}</text>}
    </g>
  );
}

interface LineProps {
  readonly d: string;
  readonly role?: Role;
  readonly arrow?: boolean;
}

function Line({ d, role, arrow = false }: LineProps): ReactNode {
  return (
    <g className={role ? `drawn role-${role} drawn-role` : "drawn"}>
      <path d={d} className={arrow ? "road-arrow" : undefined} />
    </g>
  );
}

/** The arrow head of every drawing, in the colour of its line. Once on the page. */
export const arrowHead: ReactNode = (
  <svg width="0" height="0" aria-hidden="true" style={{ position: "absolute" }}>
    <marker id="road-arrow" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="5" markerHeight="5" orient="auto">
      <path d="M0 0L6 3L0 6z" fill="context-stroke" />
    </marker>
  </svg>
);

const bits = (y: number, digits: string, roles: readonly Role[]): ReactNode[] =>
  [...digits].map((digit, i) => <Box key={i} x={8 + i * 9} y={y} w={9} h={14} role={roles[i] ?? "fixed"} text={digit} />);

const runs = (...lengths: readonly (readonly [Role, number])[]): Role[] => lengths.flatMap(([role, n]) => Array.from({ length: n }, () => role));

export const stationDrawings: Readonly<Record<string, ReactNode>> = {
  decoder: (
    <>
      {bits(14, "1001000100001000", runs(["opcode", 4], ["immediate", 6], ["register", 3], ["register", 3]))}
      <Line d="M26 30V42" role="opcode" /><Line d="M71 30V42" role="immediate" /><Line d="M112 30V42" role="register" /><Line d="M139 30V42" role="register" />
      <g className="drawn drawn-text"><text x="80" y="56" textAnchor="middle">add x0, x1, #1</text></g>
    </>
  ),
  cpu: (
    <>
      {["x0", "x1", "x2", "x3"].map((name, i) => <Box key={name} x={10} y={8 + i * 14} w={44} h={14} role="register" text={name} />)}
      <Line d="M54 15H82V25H96" arrow /><Line d="M54 29H74V47H96" arrow />
      <g className="drawn"><path d="M98 16L126 28V44L98 56V42L106 36L98 30Z" /></g>
      <Line d="M126 36H144V66H32V64" />
    </>
  ),
  "system-registers": (
    <>
      <Box x={10} y={8} w={140} h={22} role="el1" text="EL1" /><Box x={10} y={42} w={140} h={22} role="el0" text="EL0" />
      <Line d="M40 48V24" arrow /><Line d="M120 24V48" arrow />
    </>
  ),
  mmu: (
    <>
      <Box x={8} y={6} w={36} h={13} role="level1" text="L1" /><Box x={44} y={6} w={36} h={13} role="level2" text="L2" />
      <Box x={80} y={6} w={36} h={13} role="level3" text="L3" /><Box x={116} y={6} w={36} h={13} role="offset" />
      {[0, 1, 2].map((i) => <g key={i} className="drawn"><path d={`M${16 + i * 36} 30h20v34h-20zM${16 + i * 36} 38.5h20M${16 + i * 36} 47h20M${16 + i * 36} 55.5h20`} /></g>)}
      <Line d="M26 19V43H52" arrow role="level1" /><Line d="M62 19V34H88" arrow role="level2" /><Line d="M98 19V51H134V30" arrow role="level3" />
    </>
  ),
  exceptions: (
    <>
      <Line d="M8 54H62L74 18" arrow role="el1" /><Box x={76} y={8} w={52} h={20} role="el1" text="vector" />
      <Line d="M128 18H140L146 54" role="el1" /><Line d="M8 54H62" role="el0" /><Line d="M146 54H156" role="el0" />
      <g className="drawn"><path d="M62 48V60M146 48V60" strokeDasharray="2 2" /></g>
    </>
  ),
  devices: (
    <>
      <Line d="M8 36H152" /><Box x={12} y={6} w={40} h={18} text="console" /><Box x={60} y={6} w={40} h={18} text="timer" /><Box x={108} y={6} w={40} h={18} text="disk" />
      <Box x={32} y={48} w={46} h={18} text="interrupts" /><Box x={92} y={48} w={46} h={18} role="link" text="network" />
      <Line d="M32 24V36" /><Line d="M80 24V36" /><Line d="M128 24V36" /><Line d="M55 48V36" /><Line d="M115 48V36" />
    </>
  ),
  compiler: (
    <>
      <g className="drawn drawn-text"><text x="6" y="40">a + 1</text></g>
      <Line d="M40 37H54" arrow />
      <g className="drawn"><path d="M80 22L66 50M80 22L94 50" /></g>
      <Box x={72} y={12} w={16} h={16} role="opcode" text="+" /><Box x={58} y={44} w={16} h={16} role="register" text="a" /><Box x={86} y={44} w={16} h={16} role="immediate" text="1" />
      <Line d="M106 37H118" arrow />
      <Box x={122} y={30} w={8} h={14} role="opcode" /><Box x={130} y={30} w={10} h={14} role="immediate" /><Box x={140} y={30} w={7} h={14} role="register" /><Box x={147} y={30} w={7} h={14} role="register" />
    </>
  ),
  boot: (
    <>
      <Line d="M6 62H30V50H56V38H82V26H108" arrow />
      <g className="drawn drawn-text drawn-small"><text x="5" y="57">_start</text><text x="32" y="46">.bss</text><text x="58" y="34">heap</text><text x="84" y="22">vectors</text></g>
      <g className="drawn"><path d="M126 14a12 12 0 1 1 -9 20" /><path d="M117 34l-1 -7M117 34l7 -1" /></g>
    </>
  ),
  libc: (
    <>
      <Box x={20} y={6} w={120} h={18} role="el0" text="a C program" /><Box x={20} y={48} w={120} h={18} role="el1" text="your kernel" />
      <Line d="M50 24V46" arrow /><Line d="M110 48V26" arrow />
      <g className="drawn drawn-text"><text x="80" y="40" textAnchor="middle">write</text></g>
    </>
  ),
  networking: (
    <>
      <Box x={6} y={16} w={148} h={40} role="link" /><Box x={34} y={21} w={115} h={30} role="network" />
      <Box x={62} y={26} w={82} h={20} role="transport" /><Box x={90} y={29} w={50} h={14} role="application" text="GET /" />
    </>
  ),
  speed: (
    <>
      <Box x={8} y={26} w={44} h={20} text="one text" />
      <Line d="M52 32H70V16H86" arrow /><Line d="M52 40H70V56H86" arrow />
      <Box x={88} y={6} w={64} h={20} text="interpreter" /><Box x={88} y={46} w={64} h={20} text="compiler" />
    </>
  ),
  family: (
    <>
      <Line d="M8 62H152" />
      <Box x={14} y={38} w={18} h={24} /><Box x={38} y={24} w={26} h={38} /><Box x={70} y={46} w={14} h={16} role="opcode" text="" /><Box x={90} y={30} w={22} h={32} /><Box x={118} y={12} w={28} h={50} />
    </>
  ),
};
