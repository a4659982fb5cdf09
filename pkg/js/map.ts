/** Offsets in dirty and clean, both ways. */

import type { Span } from "./types.js";

/** Where a changed stretch keeps each of its offsets. */
const enum At {
  DirtyStart,
  DirtyEnd,
  CleanStart,
  CleanEnd,
  Next,
}

/**
 * The two-way map between dirty and clean, in UTF-16 units.
 *
 * An offset inside a changed stretch maps to the start of what it became; an offset past the end maps to the end.
 * Each look-up is a binary search over the changes.
 */
export class OffsetMap {
  readonly #changes: Uint32Array;
  readonly #dirtyLength: number;
  readonly #cleanLength: number;

  /** @internal */
  constructor(changes: Uint32Array, dirtyLength: number, cleanLength: number) {
    this.#changes = changes;
    this.#dirtyLength = dirtyLength;
    this.#cleanLength = cleanLength;
  }

  /** Where an offset of dirty stands in clean. */
  toClean(dirtyUtf16: number): number {
    const offset = clamp(dirtyUtf16, this.#dirtyLength);
    const count = this.#count(At.DirtyStart, (start) => start <= offset);
    if (count === 0) {
      return offset;
    }
    const end = this.#get(count - 1, At.DirtyEnd);
    return offset < end
      ? this.#get(count - 1, At.CleanStart)
      : Math.min(offset - end + this.#get(count - 1, At.CleanEnd), this.#cleanLength);
  }

  /** Where an offset of clean stands in dirty: before the same character. */
  toDirty(cleanUtf16: number): number {
    const offset = clamp(cleanUtf16, this.#cleanLength);
    const count = this.#count(At.CleanEnd, (end) => end <= offset);
    return this.#isAfterStartOf(count, offset)
      ? this.#get(count, At.DirtyStart)
      : Math.min(this.#before(count, offset), this.#dirtyLength);
  }

  /** The shortest span of dirty that became this span of clean: what was removed at its very edges is not part of it. */
  dirtySpan([cleanStart, cleanEnd]: Span): [start: number, end: number] {
    const first = clamp(cleanStart, this.#cleanLength);
    const last = Math.max(clamp(cleanEnd, this.#cleanLength), first);
    const startAt = this.#count(At.CleanEnd, (end) => end <= first);
    const endAt = this.#count(At.CleanStart, (start) => start < last);
    const start = this.#isAfterStartOf(startAt, first)
      ? this.#get(startAt, At.DirtyStart)
      : this.#before(startAt, first);
    const end =
      endAt > 0 && this.#get(endAt - 1, At.CleanEnd) > last
        ? this.#get(endAt - 1, At.DirtyEnd)
        : this.#before(endAt, last);
    return [start, Math.max(start, end)];
  }

  /** Where an offset of clean that lies after `count` changes stands in dirty. */
  #before(count: number, offset: number): number {
    return count === 0 ? offset : offset - this.#get(count - 1, At.CleanEnd) + this.#get(count - 1, At.DirtyEnd);
  }

  #isAfterStartOf(change: number, offset: number): boolean {
    return change * At.Next < this.#changes.length && this.#get(change, At.CleanStart) < offset;
  }

  /** How many changes from the first on have a `field` that `holds`. */
  #count(field: At, holds: (offset: number) => boolean): number {
    let [low, high] = [0, this.#changes.length / At.Next];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(this.#get(middle, field))) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  #get(change: number, field: At): number {
    return this.#changes[change * At.Next + field] ?? 0;
  }
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(Math.trunc(offset) || 0, 0), length);
}
