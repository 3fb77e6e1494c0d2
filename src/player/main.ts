import { installAwake } from '../talk/awake.ts'
import { installContents } from './contents.ts'
import { installPlayerControls } from './controls.ts'
import { installHotUpdate } from './hot.ts'
import { installPlayerKeys } from './keys.ts'
import { installLanguage } from './language.ts'
import { installOffline } from './offline.ts'
import { installPrinting } from './printing.ts'
import { createViews } from './views.ts'

// Loaded `async`, so that the browser needs no script to scroll to the address's slide; so it may come early.
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

// Only where a talk can be followed is there more to load.
const { live, hall } = document.documentElement.dataset
if (__LIVE__ && live !== undefined && hall === undefined) {
  const { followTalk } = await import('./follow.ts')
  followTalk(views, live)
} else if (__LIVE__ && live !== undefined) {
  const { showInHall } = await import('./hall.ts')
  showInHall(views, live)
}
