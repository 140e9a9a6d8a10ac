// The exercises on virtio.

import type { ExerciseRow } from "../exercise";

const PARTS = "src/machine/devices/virtio/parts.ts";

export const VIRTIO_EXERCISES: readonly ExerciseRow[] = [
  {
    id: "devices/virtqueue-chain",
    title: "Following a stranger's chain",
    file: "06-devices/virtqueue-chain.ts",
    kind: "part",
    points: 20,
    exports: {
      name: "walkChain", type: `VirtioParts["walkChain"]`, from: PARTS,
      through: { name: "inTables", from: "src/course/exercises/06-devices/stand-ins/descriptors.ts", takes: 3 },
    },
    task: "Collect the buffers of a descriptor chain, or say what is wrong with it.",
    needs: [],
    hints: [
      "One loop, three variables: the table you are in, the index in it, and how many descriptors of it you have seen. Two arrays grow.",
      "Check before you read: is the index one of the table's, and have you seen more descriptors than it has? A chain that goes into an indirect table goes on there with index 0, and the count begins again.",
      "Behind the read: INDIRECT first, before anything else is looked at. Then a length of 0, then something to read behind something to write, then the two limits. NEXT is the last thing to ask: without it, the chain is done.",
    ],
    section: "06-devices/06-virtqueues",
  },
  {
    id: "devices/event-index",
    title: "Tell me when you get there",
    file: "06-devices/event-index.ts",
    kind: "part",
    points: 5,
    exports: { name: "needsEvent", type: `VirtioParts["needsEvent"]`, from: PARTS },
    task: "Say whether an index has just passed the one that somebody waits for.",
    needs: [],
    hints: [
      "Draw the 65,536 numbers as a circle. `old` and `now` are two places on it, and the way goes clockwise from one to the other.",
      "How far is `now` from `old`, clockwise? How far is `event` from `old`? Compare the two.",
      "(a - b) & 0xffff is how far a is from b, whichever is larger. `event` itself was passed if it was `old`, and was not if it is `now`.",
    ],
    section: "06-devices/06-virtqueues",
  },
  {
    id: "devices/feature-negotiation",
    title: "Terms",
    file: "06-devices/feature-negotiation.ts",
    kind: "part",
    points: 10,
    exports: { name: "negotiate", type: `VirtioParts["negotiate"]`, from: PARTS },
    task: "Say what a device's Status becomes, and which features are agreed on.",
    needs: [],
    hints: [
      "Features are looked at only when FEATURES_OK goes from 0 to 1. What is to be said of all other writes?",
      "Two things are refused: a feature that is in `accepted` and not in `offered`, and VERSION_1 missing in `accepted`. A refusal is the same Status without one bit.",
      "accepted & ~offered is not 0n if there is one too many. VERSION_1 is 1n << 32n. Settled: { status: written, features: accepted }; everything else has no features.",
    ],
    section: "06-devices/06-virtqueues",
  },
  {
    id: "devices/block-request",
    title: "What a disk has to do",
    file: "06-devices/block-request.ts",
    kind: "part",
    points: 20,
    exports: { name: "blockAction", type: `VirtioParts["blockAction"]`, from: PARTS },
    task: "Make an action, or a refusal, of a request to a disk.",
    needs: [],
    hints: [
      "Four of the six requests are about a run of sectors. Write one function for them: which kind, from which sector, how many bytes.",
      "Compare as bigints, and multiply only when you know that it is small. A run of nothing may begin behind the last sector, but no further.",
      "In that function: is it on the disk, is it whole sectors, can the disk be written; each ends in status 1. The other two of the four come with a segment: without one it is status 2, with too many sectors 1, and the flags are looked at last.",
    ],
    section: "06-devices/07-four-cards",
  },
];
