import type { Frame } from '../frames.ts'

/** A slide with the notes that have room below it, or only the rest of notes that had no room there. */
export interface HandoutEntry {
  readonly frame: Frame
  readonly cues: readonly string[]
  readonly isRest: boolean
}

/** What stands on one page. */
export type HandoutPage = readonly HandoutEntry[]

/** Lines of notes that have room below a slide on half a page, below one that is alone, and on a page of notes. */
const ROOM = { shared: 5.7, alone: 28.5, rest: 45 } as const
/** What a slide's sources take from that, in lines of notes: each line of theirs, and the space above. */
const SOURCES = { line: 0.68, space: 0.6 } as const
/** Fewer letters than a line of sources holds. */
const SOURCE = 123
/** Fewer letters than a line of notes holds. */
const LINE = 95
/** The space between two cues, in lines. */
const GAP = 0.35

/** Two slides a page. Long notes give their slide a page of its own, and go on on pages of notes. */
export function pageHandout(
  frames: readonly Frame[],
  listCues: (frame: Frame) => readonly string[],
): HandoutPage[] {
  const pages: HandoutPage[] = []
  for (const frame of frames) {
    const cues = listCues(frame)
    const entry = { frame, cues, isRest: false }
    const last = pages.at(-1)
    const isShort = sharesPage(entry)
    if (isShort && last?.length === 1 && last.every(sharesPage)) pages[pages.length - 1] = [...last, entry]
    else if (isShort) pages.push([entry])
    else pages.push(...splitNotes(frame, cues))
  }
  return pages
}

const sharesPage = ({ frame, cues, isRest }: HandoutEntry) =>
  !isRest && countLines(cues) + countSources(frame) <= ROOM.shared

function splitNotes(frame: Frame, cues: readonly string[]): HandoutPage[] {
  const parts: string[][] = [[]]
  for (const cue of cues) {
    const part = parts.at(-1) ?? []
    const room = parts.length === 1 ? ROOM.alone - countSources(frame) : ROOM.rest
    if (countLines([...part, cue]) <= room) part.push(cue)
    else parts.push([cue])
  }
  return parts.map((part, index) => [{ frame, cues: part, isRest: index > 0 }])
}

function countLines(cues: readonly string[]): number {
  const lines = cues.reduce((sum, cue) => sum + Math.ceil(cue.length / LINE), 0)
  return lines + GAP * Math.max(0, cues.length - 1)
}

/** The addresses of a slide's sources, as its markup has them. */
export function listSources({ html: { markup } }: Frame): string[] {
  return [...markup.matchAll(/ data-source href="([^"]*)"/g)].map(([, address = '']) => address)
}

/** The room that a slide's sources take, in lines of notes. */
function countSources(frame: Frame): number {
  const addresses = listSources(frame)
  if (addresses.length === 0) return 0
  const lines = addresses.reduce((sum, { length }) => sum + Math.ceil(length / SOURCE), 0)
  return SOURCES.space + SOURCES.line * lines
}
