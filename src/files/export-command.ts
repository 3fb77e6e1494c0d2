import { type Command, InvalidArgumentError, Option } from '@commander-js/extra-typings'
import { chooseSlides, languagesOption, listOption, outOption, slidesOption } from '../cli/options.ts'
import type { TalkSource } from '../deck/deck.ts'
import { FORMATS, type Format } from './formats/formats.ts'

/** Adds the export's options and action to a talk's command; `formats` are the default formats. */
export function addExport(command: Command<[], { talk: TalkSource }>, formats: readonly Format[] = FORMATS) {
  const usual = formats === FORMATS ? 'all' : formats.join()
  return command
    .addOption(languagesOption())
    .addOption(listOption('--format <list>', 'formats', FORMATS).default(formats, usual))
    .addOption(slidesOption())
    .addOption(
      new Option('--steps <which>', 'each slide once, or once a step; for pdf and png')
        .choices(['last', 'all'] as const)
        .default('last' as const),
    )
    .addOption(outOption('out'))
    .addOption(
      new Option('--scale <number>', 'pictures so many times 1920 × 1080, 0.25–4')
        .default(1)
        .argParser(parseScale),
    )
    .option('--notes', "with the speaker's notes, but never in pdf and png")
    .option('--quiet', 'say nothing unless something fails')
    .action(async ({ talk, out: folder, quiet = false, slides, ...options }) => {
      const { lang: languages, format: formats, steps, scale, notes = false } = options
      const choose = (ids: readonly string[]) => {
        return { languages, formats, slides: chooseSlides(slides, ids), steps, scale, notes }
      }
      const { runExport } = await import('./run-export.ts')
      await runExport({ talk, choose, folder, quiet })
    })
}

function parseScale(value: string): number {
  const scale = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN
  if (scale >= 0.25 && scale <= 4) return scale
  throw new InvalidArgumentError('It takes a number from 0.25 to 4.')
}
