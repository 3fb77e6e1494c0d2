/** The middle value, or the mean of the two in the middle. Throws when there are no values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  if (upper === undefined || lower === undefined) throw new Error('no values to take the median of')
  return (lower + upper) / 2
}

/**
 * The median ratio of paired runs. A pair runs back to back, so a machine that is slow for a while slows
 * both. Throws when the runs are not in pairs.
 */
export function medianRatio(values: readonly number[], floors: readonly number[]): number {
  if (values.length !== floors.length) {
    throw new Error(`${values.length} runs and ${floors.length} of the floor are not in pairs`)
  }
  return median(values.map((value, index) => value / (floors[index] ?? Number.NaN)))
}

/** Runs the tasks in turn (A B A B …), one at a time. Resolves with one list of results for each task. */
export async function interleave<T>(runs: number, tasks: readonly (() => Promise<T>)[]): Promise<T[][]> {
  const results: T[][] = tasks.map(() => [])
  for (let run = 0; run < runs; run++) {
    for (const [index, task] of tasks.entries()) results[index]?.push(await task())
  }
  return results
}
