import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

interface Locked {
  readonly version: string
  readonly license?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly devOptional?: boolean
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }
const page = readFileSync('docs/dependencies.md', 'utf8')
const named = [...page.matchAll(/^\| (\S+) \| (\d\S*) \| ([^|]+) \|/gm)].map(([, ...cells]) => cells.join(' '))

const licenceOf = (place: string, { license }: Locked): string =>
  license ?? (existsSync(place) ? JSON.parse(readFileSync(`${place}/package.json`, 'utf8')).license : '')

it('docs/dependencies.md names every production package with its version and licence, and no other', () => {
  const locked = Object.entries(lock.packages)
    .filter(([place, { dev, optional, devOptional }]) => place !== '' && !dev && !optional && !devOptional)
    .map(([place, one]) => `${place.replace(/^.*node_modules\//, '')} ${one.version} ${licenceOf(place, one)}`)
  expect(named.sort()).toEqual(locked.sort())
})

it('every package that was chosen says what it brings', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
  const chosen = page.slice(page.indexOf('## Chosen'), page.indexOf('Optional, installed'))
  for (const name of Object.keys(dependencies))
    expect(chosen).toMatch(new RegExp(`^\\| ${name} \\| .*\\| .{10,} \\|$`, 'm'))
  expect(page).not.toContain('undefined')
})

it('no licence asks more of who uses kehu than to name it', () => {
  const free = /^\(?(MIT|MIT-0|ISC|BSD-2-Clause|BSD-3-Clause|Apache-2\.0)\b/
  expect(named.filter((line) => !free.test(line.split(' ').slice(2).join(' ')))).toEqual([])
})

it('the lock names no registry', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved"/)
})
