import type { Talk } from '../deck/deck.ts'

/** Splits `name@100`, a talk that is repeated until it has a hundred slides; the count is undefined without one. */
export function splitRepeated(wanted: string): { readonly name: string; readonly count: number | undefined } {
  const [, name = wanted, count] = /^(.+)@([1-9]\d{0,2})$/.exec(wanted) ?? []
  return { name, count: count === undefined ? undefined : Number(count) }
}

/**
 * A talk of `count` slides: its own, over and over. A repeated slide's id ends with the number of its round:
 * `pradzia-2`.
 */
export function repeatTalk<T extends Talk>(talk: T, count: number): T {
  const own = Object.entries(talk.deck.slides)
  const repeated = Array.from({ length: count }, (_, index) => {
    const [id, slide] = own[index % own.length] ?? []
    if (id === undefined || slide === undefined) throw new Error(`${talk.folder} has no slides to repeat`)
    const round = Math.floor(index / own.length) + 1
    return [round === 1 ? id : `${id}-${round}`, slide] as const
  })
  const minutes = repeated.reduce((sum, [, slide]) => sum + slide.minutes, 0)
  return { ...talk, deck: { ...talk.deck, minutes, slides: Object.fromEntries(repeated) } }
}
