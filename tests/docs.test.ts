import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { verbNames } from '../src/commands/program.ts'
import { endingCodes, errorCodes } from '../src/exit.ts'

const readme = readFileSync('README.md', 'utf8')

describe('README', () => {
  it.each(verbNames())('names the verb %s', (verb) => {
    expect(readme).toContain(`kehu ${verb}`)
  })

  it('names every exit code', () => {
    for (const code of [...Object.values(endingCodes), ...Object.values(errorCodes), 70])
      expect(readme).toMatch(new RegExp(`^\\| ${code} \\|`, 'm'))
  })

  it('shows in its tour what the program really says', () => {
    const case_ = readFileSync('tests/cases/readme/tour/expected', 'utf8').trimEnd()
    const tour = `<!-- tour -->\n\n\`\`\`text\n${case_}\n\`\`\`\n\n<!-- /tour -->`
    const updated = readme.replace(/<!-- tour -->[\s\S]*<!-- \/tour -->/, () => tour)
    if (process.env['UPDATE'] === '1') writeFileSync('README.md', updated)
    else expect(readme).toBe(updated)
  })

  it('links only to files that exist', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)]
      .map(([, path]) => path!)
      .filter((path) => !path.startsWith('http'))
    expect(links.filter((path) => !existsSync(path))).toEqual([])
  })

  it('names only folders that exist', () => {
    const folders = [...readme.matchAll(/^src\/(\w+)\//gm)].map(([, name]) => name!)
    expect(folders.length).toBeGreaterThan(5)
    expect(folders.filter((name) => !existsSync(`src/${name}`))).toEqual([])
  })

  it('is right about who may import whom', () => {
    const test = readFileSync('tests/architecture.test.ts', 'utf8')
    const layers = [...test.matchAll(/^ {2}(\w+): \{/gm)].map(([, name]) => name!)
    for (const layer of layers) expect(readme).toContain(layer)
  })
})
