import path from 'node:path'
import { Option } from '@commander-js/extra-typings'
import { listOption, wholeNumber } from '../src/cli/options.ts'
import { createTalkCommand, runTalkCommand } from './load-talk.ts'

const PARTS = ['build', 'pictures', 'view', 'interaction', 'export'] as const

await runTalkCommand(
  createTalkCommand(
    'npm run bench',
    'Measures the build, the first view, the interaction to next paint and the exported files, each beside a floor measured in the same run.',
  )
    .addOption(listOption('--only <list>', 'what to measure', PARTS))
    .addOption(
      new Option(
        '--runs <number>',
        'how often each is measured, 1–99 (default: build 5, pictures 3, view 7, interaction 5, export 5)',
      ).argParser(wholeNumber(1, 99)),
    )
    .addOption(
      new Option(
        '--slides <list>',
        'measure talks of so many slides instead, made by repetition, such as 9,100,400; draws docs/slides.svg',
      ).argParser((list) => list.split(',').map(wholeNumber(1, 999))),
    )
    .action(async ({ talk, only: parts, runs, slides }) => {
      const { runBench } = await import('../src/bench/run-bench.ts')
      await runBench({ parts, runs, slides, talk: ['--talk', path.basename(talk.folder)] })
    }),
)
