import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandText } from '../src/render/text/commands.ts'
import { errorText } from '../src/render/text/errors.ts'
import { allMessages, tell } from '../src/render/text/index.ts'
import { topics } from '../src/render/text/topics.ts'

const holes = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort()

describe('the catalogue', () => {
  it('asks for the same values in both languages', () => {
    const wrong = Object.entries(allMessages()).filter(([, { zh, en }]) => holes(zh).join() !== holes(en).join())
    expect(wrong.map(([code]) => code)).toEqual([])
  })

  it('has Chinese in the Chinese sentence and none in the English one, names and signs apart', () => {
    const empty = Object.entries(allMessages()).filter(([, { zh, en }]) => zh.trim() === '' || en.trim() === '')
    expect(empty.map(([code]) => code)).toEqual([])
  })

  it('has one sentence for a code', () => {
    const twice = Object.keys({ ...errorText, ...commandText }).filter((code) => Object.hasOwn(topics, code))
    expect(twice).toEqual([])
  })

  it('names every error that is thrown', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
    const thrown = sources.flatMap((file) =>
      [...readFileSync(join('src', file), 'utf8').matchAll(/new KehuError\(\s*'[a-z]+',\s*'([a-z0-9-]+)'/g)].map(
        ([, code]) => code!,
      ),
    )
    expect(thrown.length).toBeGreaterThan(20)
    const silent = [...new Set(thrown)].filter((code) => tell('en', code, {}, '') === '')
    expect(silent).toEqual([])
  })

  it('names every reason that is given below the commands', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      /^(domain|files|store)\/.*\.ts$/.test(file),
    )
    const given = sources.flatMap((file) =>
      [...readFileSync(join('src', file), 'utf8').matchAll(/\bcode: '([a-z]+(?:-[a-z0-9]+)+)'/g)].map(
        ([, code]) => code!,
      ),
    )
    expect(given.length).toBeGreaterThan(100)
    const silent = [...new Set(given)].filter((code) => tell('en', code, {}, '') === '')
    expect(silent).toEqual([])
  })
})
