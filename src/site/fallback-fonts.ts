/** A font that most systems have, by the names that they give to two of its weights. */
const REGULAR = ['ArialMT', 'LiberationSans', 'Roboto-Regular']
const BOLD = ['Arial-BoldMT', 'LiberationSans-Bold', 'Roboto-Bold']

/**
 * What replaces the deck's fonts until they load: fonts that most systems have, set to the measured width and height of
 * the deck's own (mean advance over the deck's text, ascent and descent, in percent), so that nothing moves when they
 * arrive. The second ones are for systems without the first: a wider font that most of these have.
 */
const FALLBACKS = [
  ['Bricolage fallback', 700, BOLD, 95.4, 97.5, 28.3],
  ['Instrument fallback', 400, REGULAR, 101.6, 95.5, 24.6],
  ['Instrument fallback', 700, BOLD, 97.9, 99.1, 25.5],
  ['Bricolage second fallback', 700, ['DejaVu Sans Bold'], 81.4, 114.3, 33.2],
  ['Instrument second fallback', 400, ['DejaVu Sans'], 89.9, 107.9, 27.8],
  ['Instrument second fallback', 700, ['DejaVu Sans Bold'], 84.4, 114.9, 29.6],
] as const

export const FALLBACK_FACES = FALLBACKS.map(
  ([family, weight, fonts, width, ascent, descent]) =>
    `@font-face{font-family:"${family}";src:${fonts.map((font) => `local("${font}")`).join()};font-weight:${weight};size-adjust:${width}%;ascent-override:${ascent}%;descent-override:${descent}%;line-gap-override:0%}`,
).join('')
