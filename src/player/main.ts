import { installAwake } from '../talk/awake.ts'
import { installContents } from './contents.ts'
import { installPlayerControls } from './controls.ts'
import { installHotUpdate } from './hot-update.ts'
import { isHall } from './is-hall.ts'
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
const { live } = document.documentElement.dataset
const views = createViews()
installPrinting(views)
installLanguage(views)
// The hall's screen has no keys and controls of its own.
if (!isHall()) {
  installPlayerControls(views)
  installContents(views)
  installPlayerKeys(views)
}
views.follow(installAwake(() => views.name() === 'presenting'))
installHotUpdate(views)
installOffline()

// Loads the code for following only where there is a talk to follow.
if (__LIVE__ && live !== undefined && !isHall()) {
  const { followTalk } = await import('./follow-talk.ts')
  followTalk(views, live)
} else if (__LIVE__ && live !== undefined) {
  const { showInHall } = await import('./show-in-hall.ts')
  showInHall(views, live)
}
