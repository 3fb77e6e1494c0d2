import type { Deck, SlideBase } from '../deck/deck.ts'
import { LANGUAGES, type Language, localize } from '../deck/language.ts'
import { listRunning } from '../deck/running-order.ts'
import { findLayout, LAYOUTS } from '../layouts/index.ts'
import { findLinks } from '../markup/markdown.ts'
import { checkEvent } from './check-event.ts'
import { checkLinks } from './check-links.ts'
import { listTexts, type Text } from './list-texts.ts'

/** The handout's page of notes holds half as much again. */
const LONGEST_CUE = 2000

/** A deck, and what the checks need to know of the files around it. */
export interface DeckWithFiles {
  /** The talk's folder, from the project's root. */
  readonly folder: string
  readonly deck: Deck
  /** Names of the talk's slide modules, without `.ts`. */
  readonly slideFiles: readonly string[]
  /** Names of the files in the talk's `logos/`, without `.svg`. */
  readonly logos: readonly string[]
}

/**
 * Finds faults that types can't express. Each fault names its file, what is wrong and how to mend it. An
 * empty list means that there are none.
 */
export function checkDeck({ deck, folder, slideFiles, logos }: DeckWithFiles): string[] {
  const faults: string[] = []
  const ids = Object.keys(deck.slides)
  const running = listRunning(deck)
  if (ids.length === 0) faults.push(`${folder}/deck.ts: the talk has no slide; add one to \`slides\`.`)
  if (ids.length > 0 && ids[0] !== running[0]) {
    faults.push(
      `${folder}/${ids[0]}.ts: the first slide names the talk and can't be hidden; move another before it.`,
    )
  }
  const fileNames = Object.values(deck.fileName)
  if (new Set(fileNames).size < fileNames.length) {
    faults.push(`${folder}/deck.ts: two languages have the same fileName; each needs its own.`)
  }
  faults.push(...checkFileNames(ids, slideFiles, folder))
  for (const [id, slide] of Object.entries(deck.slides)) {
    const place = `${folder}/${id}.ts`
    if (!/^[a-z][a-z0-9-]*$/.test(id)) {
      faults.push(`${place}: the id "${id}" stands in addresses; use small letters a–z, digits and hyphens.`)
    }
    if (slide.hidden && slide.layout === 'section') {
      faults.push(
        `${place}: a section begins a part of the talk and can't be hidden; hide the part's slides.`,
      )
    }
    // What the audience gets may only lead to what it gets.
    const targets = slide.hidden ? ids : running
    faults.push(...checkSlide(slide, deck, targets).map((fault) => `${place}: ${fault}`))
  }
  const { slides: _, ...around } = deck
  const { contact, event } = around
  const ofDeck = [
    ...checkFacts(around),
    ...checkNetwork(deck),
    ...checkLinks({ contact, event }, running),
    ...(event ? checkEvent(event) : []),
  ]
  faults.push(...ofDeck.map((fault) => `${folder}/deck.ts: ${fault}`))
  const members = Object.values(deck.slides).flatMap((slide) => findLayout(slide)?.listLogos?.(slide) ?? [])
  for (const logo of logos.filter((logo) => !members.includes(logo))) {
    faults.push(
      `${folder}/logos/${logo}.svg: is shown on no slide; delete it, or name it as one of ${members.join(', ')}.`,
    )
  }
  return faults
}

/** Checks that each slide's id is its file's name. */
function checkFileNames(ids: readonly string[], files: readonly string[], folder: string): string[] {
  const strange = ids.filter((id) => !files.includes(id))
  const unused = files.filter((file) => !ids.includes(file))
  if (strange.length === 0) {
    return unused.map(
      (file) =>
        `${folder}/${file}.ts: is in no running order; add it to \`slides\` in ${folder}/deck.ts or delete it.`,
    )
  }
  // Which of the files a slide is from is not known: its import may have any name.
  const names = unused.map((file) => (file.includes('-') ? `'${file}':` : `${file}:`))
  const remedy = names.length === 0 ? '' : `begin its line in \`slides\` with ${names.join(' or ')}, or `
  return strange.map(
    (id) =>
      `${folder}/deck.ts: slide "${id}" is not named after its file; ${remedy}rename the file to ${id}.ts.`,
  )
}

/** Checks that the drawings can show these numbers. */
function checkNetwork({ network: { clusters, companies } }: Deck): string[] {
  const faults: string[] = []
  if (!Number.isInteger(clusters) || clusters < 8 || clusters > 150) {
    faults.push(`network.clusters is ${clusters}; the drawings take a whole number from 8 to 150.`)
  }
  if (!Number.isInteger(companies) || companies < clusters || companies > 3000) {
    faults.push(
      `network.companies is ${companies}; the drawings take one for each cluster or more, and 3000 at most.`,
    )
  }
  return faults
}

function checkSlide(slide: SlideBase, deck: Deck, targets: readonly string[]): string[] {
  const faults: string[] = []
  if (!(slide.minutes > 0)) faults.push(`minutes is ${slide.minutes}; plan more than 0.`)
  faults.push(...checkFacts(slide))
  for (const language of LANGUAGES) {
    const longest = Math.max(...slide.notes[language].markdown.split('\n').map(({ length }) => length))
    if (longest > LONGEST_CUE) {
      faults.push(
        `the notes (${language}) have a line of ${longest} letters; break it into lines of ${LONGEST_CUE} at most.`,
      )
    }
    for (const { path, text } of collectTexts(slide, language)) {
      if (text.trim() === '')
        faults.push(`${path} (${language}) is empty; write it, or delete a field that may be left out.`)
    }
  }
  const layout = findLayout(slide)
  if (layout === undefined) {
    faults.push(`there is no layout "${slide.layout}"; take one of ${Object.keys(LAYOUTS).join(', ')}.`)
  } else faults.push(...(layout.check?.(slide, deck) ?? []))
  faults.push(...checkLengths(slide))
  const links = checkLinks(slide, targets)
  // Figures and links can be compared only when all links can be read.
  return [...faults, ...links, ...(links.length === 0 ? checkAlike(slide) : [])]
}

/** Checks that a fact reaches its text: between straight marks, `${…}` would stand there as it is. */
function checkFacts(value: unknown): string[] {
  return listTexts(value)
    .filter(({ text }) => text.includes('${'))
    .map(
      ({ path, language }) =>
        `${path}${language ? ` (${language})` : ''} has \${…}, which only works between backticks; write \`…\`, not '…'.`,
    )
}

/** Checks that a list has as many items in every language. */
function checkLengths(slide: SlideBase): string[] {
  const texts = localize((language) => collectTexts(slide, language))
  const lists = new Set(
    Object.values(texts).flatMap((all) => all.map(({ path }) => path.replace(/\.\d+$/, ''))),
  )
  return [...lists].flatMap((list) => {
    const items = LANGUAGES.map((one) => texts[one].filter(({ path }) => path.startsWith(`${list}.`)))
    if (new Set(items.map(({ length }) => length)).size === 1) return []
    const [first, ...others] = LANGUAGES.map((one, index) => ({ one, count: items[index]?.length }))
    const rest = others.map(({ one, count }) => `${count} in ${one}`).join(', ')
    return [`${list} has ${first?.count} items in ${first?.one} and ${rest}; all languages need the same.`]
  })
}

/** Checks that figures and links are the same in every language. */
function checkAlike(slide: SlideBase): string[] {
  const texts = localize((language) => collectTexts(slide, language))
  const kinds: [kind: string, find: (text: Text) => readonly string[]][] = [
    ['figures', ({ text }) => text.match(/\d+/g) ?? []],
    ['links', ({ text, markdown }) => (markdown ? findLinks({ markdown: text }) : [])],
  ]
  return kinds.flatMap(([kind, find]) => {
    const found = localize((language) => texts[language].flatMap(find).sort().join(', '))
    if (new Set(Object.values(found)).size === 1) return []
    const each = LANGUAGES.map((language) => `${language} has ${found[language] || 'none'}`)
    return [`${kind} differ: ${each.join(', ')}; make them alike.`]
  })
}

/** Every text that the audience sees in one language. */
function collectTexts({ notes: _, ...slide }: SlideBase, language: Language): Text[] {
  return listTexts(slide).filter((text) => text.language === language || (!text.language && text.markdown))
}
