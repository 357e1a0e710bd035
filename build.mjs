// Bundles src into dist: one chunk a verb, loaded when its verb runs, so that start-up pays only for what it uses.
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const workers = readdirSync('src/workers').filter((file) => file.endsWith('.ts'))
// Built beside, then moved into place: a build that fails leaves the last good one.
const beside = `dist.${process.pid}`
await build({
  entryPoints: ['src/main.ts', ...workers.map((file) => `src/workers/${file}`)],
  outdir: beside,
  entryNames: '[name]',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  external: ['better-sqlite3', 'better-sqlite3-multiple-ciphers'],
  define: { KEHU_VERSION: JSON.stringify(version) },
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  logLevel: 'warning',
}).catch(() => {
  rmSync(beside, { recursive: true, force: true })
  process.exit(1)
})
rmSync('dist', { recursive: true, force: true })
renameSync(beside, 'dist')
