import { AssertionError } from "chai";
import { hex } from "../../../base/word";
import { negotiate as ours } from "../../../machine/devices/virtio/negotiation";
import type { VirtioParts } from "../../../machine/devices/virtio/parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";

type Negotiate = VirtioParts["negotiate"];
type Terms = ReturnType<Negotiate>;

const VERSION_1 = 1n << 32n;
const INDIRECT_DESC = 1n << 28n;
const EVENT_IDX = 1n << 29n;
/** As our console does. */
const OFFERED = VERSION_1 | INDIRECT_DESC | EVENT_IDX | 1n;

function caseOf(args: Parameters<Negotiate>, want: Terms, why?: string): Case<Negotiate> {
  return {
    args, want, ...(why !== undefined && { why }),
    accept(answer) {
      const { status, features } = (answer ?? {}) as Partial<Record<keyof Terms, unknown>>;
      if (status !== want.status || features !== want.features) throw new AssertionError(termsText(want));
    },
  };
}

type Row = readonly [why: string, written: number, status: number, accepted: bigint, newStatus: number, features?: bigint];

const ACCEPTED: readonly Row[] = [
  // what                                     written  before  accepted                     Status  features
  ["VERSION_1 alone",                         0x0b,    0x03,   VERSION_1,                    0x0b,   VERSION_1],
  ["all that is offered",                     0x0b,    0x03,   OFFERED,                      0x0b,   OFFERED],
  ["some of it",                              0x0b,    0x03,   VERSION_1 | EVENT_IDX,        0x0b,   VERSION_1 | EVENT_IDX],
  ["and DRIVER_OK at once",                   0x0f,    0x03,   VERSION_1,                    0x0f,   VERSION_1],
  ["FEATURES_OK alone",                       0x08,    0x00,   VERSION_1,                    0x08,   VERSION_1],
  ["after the driver took it away itself",    0x0b,    0x07,   VERSION_1,                    0x0b,   VERSION_1],
];

const REFUSED: readonly Row[] = [
  ["2.2.2: one that is not offered",          0x0b,    0x03,   VERSION_1 | 2n,               0x03],
  ["one above the others",                    0x0b,    0x03,   VERSION_1 | 1n << 33n,        0x03],
  ["the highest there is",                    0x0b,    0x03,   VERSION_1 | 1n << 63n,        0x03],
  ["6.2: no VERSION_1",                       0x0b,    0x03,   INDIRECT_DESC | EVENT_IDX,    0x03],
  ["no feature at all",                       0x0b,    0x03,   0n,                           0x03],
  ["the low half of VERSION_1",               0x0b,    0x03,   1n,                           0x03],
  ["the other bits are the driver's",         0x0f,    0x03,   0n,                           0x07],
  ["also of a device that is to be reset",    0x4b,    0x43,   0n,                           0x43],
];

const NOTHING_TO_SETTLE: readonly Row[] = [
  ["the driver has seen the device",          0x01,    0x00,   0n,                           0x01],
  ["and knows it",                            0x03,    0x01,   0n,                           0x03],
  ["settled before: DRIVER_OK",               0x0f,    0x0b,   VERSION_1,                    0x0f],
  ["settled before: other features now",      0x0f,    0x0b,   VERSION_1 | 2n,               0x0f],
  ["settled before: none now",                0x0f,    0x0b,   0n,                           0x0f],
  ["the driver gives up",                     0x8b,    0x0b,   VERSION_1,                    0x8b],
  ["the driver takes FEATURES_OK away",       0x03,    0x0b,   VERSION_1,                    0x03],
  ["before it has accepted any",              0x80,    0x03,   2n,                           0x80],
  ["the device's own bit, written away",      0x0f,    0x4f,   VERSION_1,                    0x0f],
];

const casesOf = (rows: readonly Row[]): Case<Negotiate>[] =>
  rows.map(([why, written, status, accepted, newStatus, features]) =>
    caseOf([written, status, OFFERED, accepted], { status: newStatus, ...(features !== undefined && { features }) }, why));

const termsText = ({ status, features }: Terms): string =>
  `Status ${hex(status)}${features === undefined ? ", no features" : `, features ${hex(features)}`}`;

export const featureNegotiation: Trial<Negotiate> = {
  show: {
    call: (written, status, offered, accepted) => `negotiate(${hex(written)}, ${hex(status)}, offered ${hex(offered)}, accepted ${hex(accepted)})`,
    answer: (answer) => termsText(answer),
  },
  properties: [
    { title: "agrees", cases: () => casesOf(ACCEPTED) },
    { title: "refuses", cases: () => casesOf(REFUSED) },
    { title: "looks at features once", cases: () => casesOf(NOTHING_TO_SETTLE) },
    { title: "agrees with the reference everywhere", cases: (draw) => draw.times(300, () => drawCase(draw)) },
  ],
};

function drawCase(draw: Draw): Case<Negotiate> {
  const offered = draw.bigBits(33) | VERSION_1;
  const few = draw.bigBits(33) & draw.bigBits(33);
  const accepted = draw.pick([offered, (offered & few) | VERSION_1, few, (offered & few) | VERSION_1 | 1n << BigInt(draw.below(64))]);
  const args: Parameters<Negotiate> = [draw.bits(8) | (draw.bits(1) << 3), draw.bits(8) & ~(draw.bits(1) << 3), offered, accepted];
  return caseOf(args, ours(...args));
}
