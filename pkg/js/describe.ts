/** What a caller gave instead of what was asked for, for an error. */
export function describe(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "an array" : typeof value;
}
