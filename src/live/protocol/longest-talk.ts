/** Longer than any event, in milliseconds: what is older belongs to another talk. */
export const LONGEST_TALK = 12 * 3_600_000
