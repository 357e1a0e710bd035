import { comparePersons, type PersonNames } from './compare-person.ts'
import type { Comparer } from './comparer.ts'

export const contactLevels = ['different', 'surname', 'close', 'equal'] as const

/** Who speaks for two organisations: the same person, perhaps the same, or another. */
export function compareContacts(names: PersonNames): Comparer {
  const inner = comparePersons(names)
  return {
    slots: [{ key: 'contact', evidence: 'contact', levels: contactLevels, m: [0.5, 0.1, 0.05, 0.35], agrees: 3 }],
    compare: (a, b) => {
      const grades = inner.compare(a, b)
      const surname = grades & 15
      const given = grades >> 4
      if (surname === 0 && given === 0) return 0
      if (given >= 11 && (surname === 0 || surname >= 4)) return 4
      if (given >= 6 && surname >= 4) return 3
      if (given === 0 && surname >= 4) return 2
      return given === 0 && surname === 0 ? 0 : 1
    },
    rarity: (a, b, _slot, grade) => (grade >= 3 ? inner.rarity(a, b, 1, 11) : -1),
  }
}
