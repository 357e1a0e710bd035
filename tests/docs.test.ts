import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { verbNames } from '../src/commands/program.ts'
import { endingCodes, errorCodes } from '../src/exit.ts'

const readme = readFileSync('README.md', 'utf8')

/** Cases that are the second tour, each with its heading. */
const deskTours = [
  ['restaurant-day', "A restaurant's day 餐厅的一天"],
  ['sales-week', "A sales office's week 售楼处的一周"],
  ['leasing-month', "A leasing team's month 租赁部的一个月"],
] as const

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

  it('shows in its second tour what the desk really says', () => {
    const parts = deskTours.map(([name, title]) => {
      const said = readFileSync(`tests/cases/desk/${name}/expected`, 'utf8').trimEnd()
      const plain = said.replaceAll('$ kehu --lang zh ', '$ kehu ').replace(/\n\(exit 0\)$/gm, '')
      return `### ${title}\n\n\`\`\`text\n${plain}\n\`\`\``
    })
    const updated = readFileSync('README.md', 'utf8').replace(
      /<!-- desk -->[\s\S]*<!-- \/desk -->/,
      () => `<!-- desk -->\n\n${parts.join('\n\n')}\n\n<!-- /desk -->`,
    )
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
