import { TALKS } from '../slides/index.ts'
import { createCommand } from '../src/cli/command.ts'
import { UsageError } from '../src/cli/usage-error.ts'
import { loadDeck, runTalkCommand } from './load-talk.ts'

const command = createCommand('npm run new', 'Makes a talk that runs, for you to fill in.')
  .argument('[talk]', "the talk's name: its folder in slides/, and on the site")
  .action(async (name) => {
    if (name === undefined) throw new UsageError('name the talk: npm run new -- spring-2027')
    const { createTalk } = await import('../src/new-talk/create-talk.ts')
    const like = await loadDeck(TALKS[0])
    const decks = await Promise.all(TALKS.map(loadDeck))
    const taken = new Set(decks.flatMap(({ slides }) => Object.keys(slides)))
    const folder = await createTalk({ name, like, taken, slides: 'slides' })
    console.log(`${folder} is there, and runs. Next:

1. npm run dev -- --talk ${name}
   shows every edit at once, in both languages.
2. Search ${folder} for "TODO:" and write your own words. Begin with facts.ts and deck.ts.
   Until the last is gone, the talk is not published.
3. Add slides: docs/author.md lists the layouts, and says where to see each.
4. npm run proof -- --talk ${name}
   looks at every slide on every screen.`)
  })

await runTalkCommand(command)
