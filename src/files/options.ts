import { parseArgs } from 'node:util'
import { UsageError } from '../cli/usage-error.ts'
import type { Deck } from '../deck/deck.ts'
import { LANGUAGES, type Language } from '../deck/language.ts'
import { FORMATS, type Format } from './formats/formats.ts'

export interface ExportOptions {
  readonly languages: readonly Language[]
  readonly formats: readonly Format[]
  /** Ids, in running order. */
  readonly slides: readonly string[]
  /** Each slide once, as its last step leaves it, or once a step; slides PDF and pictures only. */
  readonly steps: 'last' | 'all'
  /** Where the files go; made if it is missing. */
  readonly folder: string
  /** Pictures are this many times 1920 × 1080 pixels. */
  readonly scale: number
  /** Whether the speaker's notes go into handout, PowerPoint and text. */
  readonly notes: boolean
  readonly quiet: boolean
  readonly help: boolean
}

/** What the files are made by. */
export type Wanted = Pick<ExportOptions, 'languages' | 'formats' | 'slides' | 'steps' | 'scale' | 'notes'>

export const HELP = `Makes every file that is handed on: slides PDF, handout, pictures, PowerPoint and plain text.

  npm run export -- [options]

  --talk NAME           which talk, a folder of slides/ (the first in slides/index.ts)
  --lang ${LANGUAGES.join(',')}          languages (all)
  --format LIST         ${FORMATS.join(', ')} (all)
  --slides LIST         slides by number, range or id: 1-3,7 (all)
  --steps last|all      each slide once, or once a step; for pdf and png (last)
  --out DIR             folder to write to (out)
  --scale N             pictures N times 1920 × 1080, 0.25–4 (1)
  --notes               with the speaker's notes: in handout, pptx and txt, else in no file
  --quiet               say nothing unless something fails
  --help                this help

  npm run pdf is the short form of npm run export -- --format pdf.
`

const OPTIONS = {
  lang: { type: 'string' },
  format: { type: 'string' },
  slides: { type: 'string' },
  steps: { type: 'string' },
  out: { type: 'string' },
  scale: { type: 'string' },
  notes: { type: 'boolean' },
  quiet: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** Reads the command line; `formats` are those made when none is named. Throws a UsageError. */
export function parseOptions(
  args: readonly string[],
  deck: Deck,
  formats: readonly Format[] = FORMATS,
): ExportOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    // Not strict: Node's own messages do not say what is allowed.
    strict: false,
    allowPositionals: true,
    options: OPTIONS,
  })
  const known = ['talk', ...Object.keys(OPTIONS)].map((name) => `--${name}`)
  const names = Object.keys(values).map((name) => (name.length > 1 ? `--${name}` : `-${name}`))
  const stray = [...names.filter((name) => !known.includes(name)), ...positionals][0]
  if (stray !== undefined) {
    throw new UsageError(`there is no option "${stray}"; the options are ${known.join(', ')}`)
  }
  const read = (name: keyof typeof OPTIONS, absent: string) => readText(values[name], name, absent)
  return {
    languages: choose({ option: '--lang', list: read('lang', LANGUAGES.join()), all: LANGUAGES }),
    formats: choose({ option: '--format', list: read('format', formats.join()), all: FORMATS }),
    slides: parseSlides(read('slides', ''), Object.keys(deck.slides)),
    steps: parseSteps(read('steps', 'last')),
    folder: read('out', 'out'),
    scale: parseScale(read('scale', '1')),
    notes: values.notes === true,
    quiet: values.quiet === true,
    help: values.help === true,
  }
}

function readText(value: string | boolean | undefined, name: string, absent: string): string {
  if (value === undefined) return absent
  if (typeof value === 'string' && value.trim() !== '') return value
  throw new UsageError(`--${name} needs a value; --help tells which`)
}

interface Choice<T extends string> {
  readonly option: string
  readonly list: string
  readonly all: readonly T[]
}

/** The named ones among all, in the order of all. */
function choose<T extends string>({ option, list, all }: Choice<T>): T[] {
  const wanted = list.split(',').map((name) => name.trim())
  const unknown = wanted.find((name) => !all.some((one) => one === name))
  if (unknown !== undefined) {
    throw new UsageError(`${option} does not know "${unknown}"; it takes ${all.join(', ')}`)
  }
  return all.filter((one) => wanted.includes(one))
}

/** Numbers from 1, ranges of them and ids, separated by commas; an empty list is all of them. */
function parseSlides(list: string, ids: readonly string[]): string[] {
  if (list === '') return [...ids]
  const wanted = new Set(list.split(',').flatMap((part) => parseSlide(part.trim(), ids)))
  return ids.filter((id) => wanted.has(id))
}

function parseSlide(part: string, ids: readonly string[]): string[] {
  if (ids.includes(part)) return [part]
  const [, first = '', last = first] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? []
  const [from, to] = [Number(first), Number(last)]
  if (first === '' || from < 1 || to > ids.length || from > to) {
    const all = ids.map((id, index) => `${index + 1} ${id}`).join(', ')
    throw new UsageError(`--slides does not know "${part}"; the slides are ${all}`)
  }
  return ids.slice(from - 1, to)
}

function parseSteps(value: string): 'last' | 'all' {
  if (value === 'last' || value === 'all') return value
  throw new UsageError(`--steps is "${value}"; it takes last or all`)
}

function parseScale(value: string): number {
  const scale = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN
  if (scale >= 0.25 && scale <= 4) return scale
  throw new UsageError(`--scale is "${value}"; it takes a number from 0.25 to 4`)
}
