import { readFields } from '../live/protocol/position.ts'

/** The followers that one stage or edge is built for (docs/figures.md). */
export const BUILT_FOR = 10_000
/** Connections beside the followers', for pages, files and writes, where there is room for them. */
const BESIDE = 2000
/** Files that the process itself has open, with some to spare. */
const OWN = 64

/** How many connections the process may hold. */
export interface Places {
  readonly followers: number
  readonly beside: number
}

/** How many files the system lets this process open, sockets included; undefined where there is no limit. */
export function readFileLimit(): number | undefined {
  const { userLimits } = readFields(process.report.getReport())
  const { open_files: files } = readFields(userLimits)
  const { soft } = readFields(files)
  // Node raises the soft limit to the hard one when it starts; "unlimited" is no number.
  return typeof soft === 'number' ? soft : undefined
}

/** Divides the files that may be open, so that the last followers never take a place for pages or the speaker. */
export function divideFiles(followers: number, limit = Number.POSITIVE_INFINITY): Places {
  const beside = Math.min(BESIDE, Math.floor((limit - OWN) / 4))
  return { beside, followers: Math.min(followers, limit - OWN - beside) }
}

/** What to tell whoever starts a process that may hold fewer followers than wanted; undefined: nothing. */
export function explainFileLimit(places: Places, wanted: number): string | undefined {
  if (places.followers >= wanted) return undefined
  const files = wanted + BESIDE + OWN
  return `This system lets one process open so few files that ${places.followers} can follow, not ${wanted}. Before the start, allow more: ulimit -n ${files}`
}
