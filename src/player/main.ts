import { installAwake } from '../talk/awake.ts'
import { installContents } from './contents.ts'
import { installPlayerControls } from './controls.ts'
import { installHotUpdate } from './hot-update.ts'
import { installPlayerKeys } from './keys.ts'
import { installLanguage } from './language.ts'
import { installOffline } from './offline.ts'
import { installPrinting } from './printing.ts'
import { createViews } from './views.ts'

// The script is `async`, so that the browser scrolls to the address's slide without waiting for it. So it may
// run before the slides are parsed.
if (document.readyState === 'loading') {
  await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }))
}
const views = createViews()
installPrinting(views)
installPlayerControls(views)
installContents(views)
installLanguage(views)
installPlayerKeys(views)
views.follow(installAwake(() => views.name() === 'presenting'))
installHotUpdate(views)
installOffline()

// Loads the code for following only where there is a talk to follow.
const { live, hall } = document.documentElement.dataset
if (__LIVE__ && live !== undefined && hall === undefined) {
  const { followTalk } = await import('./follow-talk.ts')
  followTalk(views, live)
} else if (__LIVE__ && live !== undefined) {
  const { showInHall } = await import('./show-in-hall.ts')
  showInHall(views, live)
}
