import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { addressLevels } from '../../../src/domain/matching/compare-address.ts'
import { contactLevels } from '../../../src/domain/matching/compare-contact.ts'
import { dateLevels } from '../../../src/domain/matching/compare-date.ts'
import { emailLevels, handleLevels, phoneLevels } from '../../../src/domain/matching/compare-list.ts'
import { orgLevels } from '../../../src/domain/matching/compare-org.ts'
import { givenLevels, surnameLevels } from '../../../src/domain/matching/compare-person.ts'
import { choiceLevels, codeLevels, textLevels } from '../../../src/domain/matching/compare-text.ts'
import { wordLevels } from '../../../src/domain/matching/tokens.ts'
import { matchingText } from '../../../src/render/text/matching.ts'

const every = [
  addressLevels,
  contactLevels,
  orgLevels,
  givenLevels,
  surnameLevels,
  choiceLevels,
  codeLevels,
  dateLevels,
  emailLevels,
  handleLevels,
  phoneLevels,
  textLevels,
  wordLevels,
]

describe('sentences of the engine', () => {
  it.each([...new Set(every.flat())])('grade %s can be said', (level) => {
    expect(matchingText).toHaveProperty([`level-${level}`])
  })

  it('every code it produces can be said', () => {
    const folder = 'src/domain/matching'
    const codes = readdirSync(folder).flatMap((file) =>
      [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/'(match-[a-z-]+)'/g)].map(([, code]) => code!),
    )
    expect(codes.length).toBeGreaterThan(15)
    for (const code of codes) expect(matchingText).toHaveProperty([code])
  })
})
