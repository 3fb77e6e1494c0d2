import { installAwake } from './awake.ts'
import { installControls, takeOverStep } from './controls.ts'
import { installHotUpdate } from './hot.ts'
import { installKeys, isDeckKey } from './keys.ts'
import { installPrinting } from './printing.ts'
import { createViews } from './views.ts'

// The step left by the other language must be in the history before the first view reads it.
takeOverStep()
installPrinting()
const views = await createViews({ mayUseKey: isDeckKey })
installControls(views)
// On the capturing side: keys of the deck's own are answered before reveal.js sees them.
installKeys(views)
installAwake(views)
installHotUpdate(views)
