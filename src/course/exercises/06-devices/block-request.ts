import { hex } from "../../../base/word";
import { blockAction as ours } from "../../../machine/devices/virtio/block-request";
import type { VirtioParts } from "../../../machine/devices/virtio/parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";

type BlockAction = VirtioParts["blockAction"];
type Request = Parameters<BlockAction>[0];
type Action = ReturnType<BlockAction>;

const [IN, OUT, FLUSH, GET_ID, DISCARD, WRITE_ZEROES] = [0, 1, 4, 8, 11, 13];
const NAMES: Readonly<Record<number, string>> = {
  0: "IN", 1: "OUT", 4: "FLUSH", 8: "GET_ID", 11: "DISCARD", 13: "WRITE_ZEROES",
};

/** As the tests of our disk have it, whose statuses are QEMU 7.2's. */
const DISK = { sectors: 256, isReadOnly: false };
const LARGEST = 0xffff_ffff_ffff_ffffn;

const IO_ERROR: Action = { does: "refuse", status: 1 };
const UNSUPPORTED: Action = { does: "refuse", status: 2 };

const request = (type: number, sector: bigint, more: Partial<Request> = {}): Request => ({ type, sector, readable: 0, writable: 0, ...more });
const segment = (sector: bigint, sectors: number, flags = 0): Partial<Request> => ({ readable: 16, segment: { sector, sectors, flags } });
const run = (does: "read" | "write" | "discard" | "clear", sector: number, length: number): Action => ({ does, at: 512 * sector, length });

type Row = readonly [why: string, request: Request, want: Action];

const PLAIN: readonly Row[] = [
  ["a sector from the disk",            request(IN!, 5n, { writable: 512 }),                run("read", 5, 512)],
  ["all of it",                         request(IN!, 0n, { writable: 512 * 256 }),          run("read", 0, 512 * 256)],
  ["the last one",                      request(IN!, 255n, { writable: 512 }),              run("read", 255, 512)],
  ["two sectors onto it",               request(OUT!, 5n, { readable: 1024 }),              run("write", 5, 1024)],
  ["what can be written beside does not count", request(OUT!, 5n, { readable: 512, writable: 100 }), run("write", 5, 512)],
  ["nor what can be read",              request(IN!, 5n, { readable: 100, writable: 512 }), run("read", 5, 512)],
  ["make safe",                         request(FLUSH!, 0n),                                { does: "flush" }],
  ["make safe, whatever the sector",    request(FLUSH!, 999n),                              { does: "flush" }],
  ["the serial number",                 request(GET_ID!, 0n, { writable: 20 }),             { does: "identify" }],
  ["sectors given up",                  request(DISCARD!, 0n, segment(8n, 8)),              run("discard", 8, 4096)],
  ["the header's sector does not count there", request(DISCARD!, 999n, segment(8n, 8)),     run("discard", 8, 4096)],
  ["sectors cleared",                   request(WRITE_ZEROES!, 0n, segment(8n, 8)),         run("clear", 8, 4096)],
  ["sectors cleared, or given up",      request(WRITE_ZEROES!, 0n, segment(8n, 8, 1)),      run("clear", 8, 4096)],
];

const ENDS: readonly Row[] = [
  ["behind the end",                    request(IN!, 256n, { writable: 512 }),              IO_ERROR],
  ["across the end",                    request(IN!, 255n, { writable: 1024 }),             IO_ERROR],
  ["nothing, at the end",               request(IN!, 256n),                                 run("read", 256, 0)],
  ["nothing, behind the end",           request(IN!, 257n),                                 IO_ERROR],
  ["the last sector that can be named", request(IN!, LARGEST, { writable: 512 }),           IO_ERROR],
  ["that, and nothing",                 request(IN!, LARGEST),                              IO_ERROR],
  ["2^55: times 512 it is 0, in 64 bits", request(OUT!, 1n << 55n, { readable: 512 }),      IO_ERROR],
  ["half a sector",                     request(IN!, 5n, { writable: 256 }),                IO_ERROR],
  ["a sector and a byte",               request(OUT!, 5n, { readable: 513 }),               IO_ERROR],
  ["across the end, onto it",           request(OUT!, 254n, { readable: 2048 }),            IO_ERROR],
  ["across the end, given up",          request(DISCARD!, 0n, segment(250n, 8)),            IO_ERROR],
  ["up to the end, given up",           request(DISCARD!, 0n, segment(248n, 8)),            run("discard", 248, 4096)],
  ["nothing given up",                  request(DISCARD!, 0n, segment(8n, 0)),              run("discard", 8, 0)],
  ["behind the end, cleared",           request(WRITE_ZEROES!, 0n, segment(LARGEST, 8)),    IO_ERROR],
];

const UNKNOWN: readonly Row[] = [
  ["a type that there is not",          request(99, 0n, { writable: 512 }),                 UNSUPPORTED],
  ["FLUSH, but for a bit",              request(5, 0n),                                     UNSUPPORTED],
  ["a SCSI command, from the past",     request(2, 0n, { writable: 512 }),                  UNSUPPORTED],
  ["SECURE_ERASE: there is such a type, but not here", request(14, 0n, segment(8n, 8)),     UNSUPPORTED],
  ["IN with bit 31, a barrier once",    request(0x8000_0000, 0n, { writable: 512 }),        UNSUPPORTED],
  ["5.2.6.2: a flag of DISCARD",        request(DISCARD!, 0n, segment(8n, 8, 1)),           UNSUPPORTED],
  ["5.2.6.2: another flag",             request(WRITE_ZEROES!, 0n, segment(8n, 8, 2)),      UNSUPPORTED],
  ["another flag beside UNMAP",         request(WRITE_ZEROES!, 0n, segment(8n, 8, 3)),      UNSUPPORTED],
  ["the highest flag",                  request(DISCARD!, 0n, segment(8n, 8, 0x8000_0000)), UNSUPPORTED],
  ["DISCARD without a segment",         request(DISCARD!, 0n, { readable: 32 }),            UNSUPPORTED],
  ["WRITE_ZEROES without a segment",    request(WRITE_ZEROES!, 0n, { readable: 32 }),       UNSUPPORTED],
  ["a flag, and off the end",           request(DISCARD!, 0n, segment(300n, 8, 1)),         IO_ERROR],
];

const LARGE = { sectors: 0x100_0000, isReadOnly: false };
const READ_ONLY = { sectors: 256, isReadOnly: true };

const OTHER_DISKS: readonly Case<BlockAction>[] = [
  on(READ_ONLY, "read only: from the disk", request(IN!, 5n, { writable: 512 }), run("read", 5, 512)),
  on(READ_ONLY, "5.2.6.2: read only", request(OUT!, 5n, { readable: 512 }), IO_ERROR),
  on(READ_ONLY, "read only, and nothing to write", request(OUT!, 5n), IO_ERROR),
  on(READ_ONLY, "read only: given up", request(DISCARD!, 0n, segment(8n, 8)), IO_ERROR),
  on(READ_ONLY, "read only: cleared", request(WRITE_ZEROES!, 0n, segment(8n, 8)), IO_ERROR),
  on(READ_ONLY, "read only: made safe", request(FLUSH!, 0n), { does: "flush" }),
  on(READ_ONLY, "read only: a type that there is not", request(99, 0n), UNSUPPORTED),
  on(LARGE, "as many sectors as one segment may have", request(DISCARD!, 0n, segment(0n, 0x3f_ffff)), run("discard", 0, 512 * 0x3f_ffff)),
  on(LARGE, "one more", request(DISCARD!, 0n, segment(0n, 0x40_0000)), IO_ERROR),
  on(LARGE, "one more, cleared", request(WRITE_ZEROES!, 0n, segment(0n, 0x40_0000)), IO_ERROR),
  on(LARGE, "8 GiB less a sector from the start", request(IN!, 0xff_ffffn, { writable: 512 }), run("read", 0xff_ffff, 512)),
  on({ sectors: 0, isReadOnly: false }, "a disk of nothing", request(IN!, 0n, { writable: 512 }), IO_ERROR),
];

function on(disk: Parameters<BlockAction>[1], why: string, asked: Request, want: Action): Case<BlockAction> {
  return { args: [asked, disk], want, why };
}

const casesOf = (rows: readonly Row[]): Case<BlockAction>[] => rows.map(([why, asked, want]) => on(DISK, why, asked, want));

function requestText({ type, sector, readable, writable, segment: part }: Request): string {
  const rest = part === undefined ? "" : `, segment ${hex(part.sector)} + ${part.sectors}, flags ${hex(part.flags)}`;
  return `${NAMES[type] ?? `type ${type}`}, sector ${hex(sector)}, ${readable} bytes to read, ${writable} to write${rest}`;
}

function actionText(action: Action): string {
  switch (action.does) {
    case "flush": case "identify": return action.does;
    case "refuse": return `refuse, status ${action.status}`;
    default: return `${action.does} ${action.length} bytes at ${hex(action.at)}`;
  }
}

export const blockRequest: Trial<BlockAction> = {
  show: {
    call: (asked, disk) => `blockAction(${requestText(asked)}), ${disk.sectors} sectors${disk.isReadOnly ? ", read only" : ""}`,
    answer: (answer) => actionText(answer),
  },
  properties: [
    { title: "knows the six requests", cases: () => casesOf(PLAIN) },
    { title: "knows where the disk ends", cases: () => casesOf(ENDS) },
    { title: "says so if it does not know a request", cases: () => casesOf(UNKNOWN) },
    { title: "knows other disks", cases: () => OTHER_DISKS },
    { title: "agrees with the reference everywhere", cases: (draw) => draw.times(500, () => drawCase(draw)) },
  ],
};

function drawCase(draw: Draw): Case<BlockAction> {
  const disk = { sectors: draw.pick([1, 64, 256]), isReadOnly: draw.below(5) === 0 };
  const sector = (): bigint => draw.below(8) === 0 ? draw.bigBits(64) : BigInt(draw.below(disk.sectors + 3));
  const length = (): number => draw.below(8) === 0 ? draw.below(2000) : 512 * draw.below(5);
  const carried = draw.below(4) === 0 ? {} : { segment: { sector: sector(), sectors: draw.below(10), flags: draw.below(4) === 0 ? draw.below(4) : 0 } };
  const type = draw.below(10) === 0 ? draw.below(16) : draw.pick([IN!, IN!, OUT!, OUT!, FLUSH!, GET_ID!, DISCARD!, WRITE_ZEROES!]);
  const sweeps = type === DISCARD || type === WRITE_ZEROES;
  const asked: Request = { type, sector: sector(), readable: sweeps ? 16 : length(), writable: sweeps ? 0 : length(), ...(sweeps && carried) };
  return { args: [asked, disk], want: ours(asked, disk) };
}
