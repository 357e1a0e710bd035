// npm run bench -- NAME [arguments]: runs tests/bench/NAME.ts, which prints a table and ends with `met N of M`.
import { existsSync, readdirSync } from 'node:fs'
import { tsImport } from 'tsx/esm/api'

const [name = '', ...args] = process.argv.slice(2)
const file = new URL(`./${name}.ts`, import.meta.url)
if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  const names = readdirSync(new URL('.', import.meta.url)).filter((entry) => entry.endsWith('.ts'))
  process.stderr.write(
    `usage: npm run bench -- NAME [arguments]\nNAME is one of: ${names.map((entry) => entry.slice(0, -3)).join(', ')}\n`,
  )
  process.exit(2)
}
const { bench } = await tsImport(file.href, import.meta.url)
await bench(args)
