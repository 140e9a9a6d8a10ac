// A recording: what a meaning asked of its machine, in order, as plain data. Operation n is asked[n], its name and its
// arguments; where one of these is a value, it is the place of the operation that gave it.

/** A value: what asked[at] gave; of a sum, which of the two. */
export type Place = { readonly at: number; readonly of?: "value" | "nzcv" };

export type Argument = string | number | bigint | boolean | Place;

export type Asked = readonly [operation: string, ...args: Argument[]];

export type Recording = { readonly asked: readonly Asked[] };
