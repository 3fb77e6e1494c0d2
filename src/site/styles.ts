import { fileURLToPath } from 'node:url'
import { browserslistToTargets, bundle, Features } from 'lightningcss'

export const STYLESHEET = fileURLToPath(new URL('../styles/main.css', import.meta.url))

/** A sheet (the deck's own, unless it is told another) with all it imports, minified. Throws with file, line and column on a fault. */
export function bundleStyles(filename = STYLESHEET): string {
  const { code } = bundle({
    filename,
    minify: true,
    include: Features.Nesting,
    targets: browserslistToTargets(['chrome 111', 'safari 16.4', 'firefox 115']),
  })
  return new TextDecoder().decode(code)
}
