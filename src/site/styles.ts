import { fileURLToPath } from 'node:url'
import { browserslistToTargets, bundle, Features } from 'lightningcss'

export const STYLESHEET = fileURLToPath(new URL('../styles/main.css', import.meta.url))

/** The deck's styles as one minified sheet. Throws with file, line and column on a fault. */
export function bundleStyles(): string {
  const { code } = bundle({
    filename: STYLESHEET,
    minify: true,
    include: Features.Nesting,
    targets: browserslistToTargets(['chrome 111', 'safari 16.4', 'firefox 115']),
  })
  return new TextDecoder().decode(code)
}
