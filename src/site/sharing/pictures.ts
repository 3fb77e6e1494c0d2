import type { Deck } from '../../deck/deck.ts'
import { LANGUAGES, type Language } from '../../deck/language.ts'
import type { MemoryFile } from '../../disk/memory-file.ts'
import { findLayout } from '../../layouts/index.ts'
import { typeset } from '../../markup/typeset.ts'
import { sharePicture } from '../../page/addresses.ts'
import { type CutFont, cutFonts } from '../fonts.ts'
import { CARD, type Card, type CardFonts, renderCard } from './card.ts'
import { rasterise } from './rasterise.ts'
import { openTypeface } from './typeface.ts'

/** Draws each slide's share picture in each language. The first slide's stands for the talk. */
export async function drawSharePictures(deck: Deck): Promise<MemoryFile[]> {
  const cards = LANGUAGES.flatMap((language) =>
    Object.keys(deck.slides).map((slide) => ({
      name: sharePicture(language, slide),
      card: describeCard(deck, slide, language),
    })),
  )
  const fonts = await openCardFonts(cards.map(({ card }) => card))
  return Promise.all(
    cards.map(async ({ name, card }) => ({
      name,
      bytes: await rasterise(renderCard(card, fonts), CARD.width),
    })),
  )
}

function describeCard(deck: Deck, id: string, language: Language): Card {
  const slide = deck.slides[id]
  const ground = slide && findLayout(slide)?.ground
  if (slide === undefined || ground === undefined) throw new Error(`the deck has no slide "${id}"`)
  const isOpening = id === Object.keys(deck.slides)[0]
  return {
    ground,
    brand: deck.brand,
    network: deck.network,
    eyebrow: (isOpening ? deck.association : deck.title)[language].toLocaleUpperCase(language),
    title: typeset(slide.title[language]),
    ...(isOpening && { foot: deck.author }),
  }
}

/** The deck's own fonts, cut to the pictures' text. */
async function openCardFonts(cards: readonly Card[]): Promise<CardFonts> {
  const text = cards.map(({ brand, eyebrow, title, foot = '' }) => brand + eyebrow + title + foot).join('')
  const fonts = await cutFonts({ normal: text, italic: '' }, 'print')
  const open = (family: CutFont['family'], weight: string) =>
    openTypeface(fonts.filter((font) => font.family === family && font.weight === weight))
  return {
    display: open('Bricolage Grotesque', '700'),
    text: open('Instrument Sans', '400'),
    strong: open('Instrument Sans', '600'),
  }
}
