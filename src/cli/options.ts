import { InvalidArgumentError, Option } from '@commander-js/extra-typings'
import { LANGUAGES } from '../deck/language.ts'
import { UsageError } from './usage-error.ts'

/** Options shared by several commands; each means the same everywhere. */
export const portOption = (usual: number) =>
  new Option('--port <number>', 'the port, 0 for any free one')
    .default(usual)
    .argParser(wholeNumber(0, 65_535))

export const hostOption = (usual: string) =>
  new Option('--host <address>', 'the address of this machine to listen on')
    .default(usual, usual)
    .argParser((value) => {
      if (/^[\w.:][\w.:-]*$/.test(value)) return value
      throw new InvalidArgumentError('It takes an address of this machine, such as 0.0.0.0 or 127.0.0.1.')
    })

export const outOption = (usual: string) =>
  new Option('--out <folder>', 'the folder to write to').default(usual, usual).argParser((value) => {
    if (/^[^-\s]/.test(value)) return value
    throw new InvalidArgumentError(`It takes a folder, such as ${usual}.`)
  })

export const languagesOption = () => listOption('--lang <list>', 'languages', LANGUAGES)

/** Leaves the value unparsed: `chooseSlides` reads it once the talk's slides are loaded. */
export const slidesOption = () =>
  new Option('--slides <list>', 'slides by number, range or id, such as 1-3,7 (default: all)')

/** One or more names out of `all`, returned in the order of `all`. */
export const listOption = <F extends string, T extends string>(flags: F, about: string, all: readonly T[]) =>
  new Option(flags, `${about}: ${all.join(', ')}`).default(all, 'all').argParser((list): readonly T[] => {
    const wanted = list.split(',').map((name) => name.trim())
    const stray = wanted.find((name) => !all.some((one) => one === name))
    if (stray === undefined) return all.filter((one) => wanted.includes(one))
    throw new InvalidArgumentError(`There is no "${stray}"; it takes ${all.join(', ')}.`)
  })

/** A whole number in a range, both ends included. */
export const numberOption = <F extends string>(
  flags: F,
  about: string,
  [least, most]: readonly [number, number],
) => new Option(flags, `${about}: ${least}–${most}`).argParser(wholeNumber(least, most))

export const wholeNumber = (least: number, most: number) => (value: string) => {
  if (/^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most) return Number(value)
  throw new InvalidArgumentError(`It takes a whole number from ${least} to ${most}.`)
}

/** Ids in the talk's order for a list of numbers, ranges and ids; no list: all. Throws a UsageError. */
export function chooseSlides(list: string | undefined, ids: readonly string[]): string[] {
  if (list === undefined) return [...ids]
  const wanted = new Set(list.split(',').flatMap((part) => parseSlide(part.trim(), ids)))
  return ids.filter((id) => wanted.has(id))
}

function parseSlide(part: string, ids: readonly string[]): string[] {
  if (ids.includes(part)) return [part]
  const [, first = '', last = first] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? []
  const [from, to] = [Number(first), Number(last)]
  if (first !== '' && from >= 1 && from <= to && to <= ids.length) return ids.slice(from - 1, to)
  const all = ids.map((id, index) => `${index + 1} ${id}`).join(', ')
  throw new UsageError(`option '--slides <list>' argument '${part}' is invalid. The slides are ${all}.`)
}
