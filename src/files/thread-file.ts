import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The built thread of this name: next to this code, above it (chunks), or in `dist` when run from `src`. */
export function threadFile(name: string): string {
  const places = [`./${name}.js`, `../${name}.js`, `../../dist/${name}.js`]
  const found = places.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((path) => existsSync(path))
  if (found === undefined) throw new Error(`${name}.js is not built`)
  return found
}
