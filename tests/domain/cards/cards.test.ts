import { describe, expect, it } from 'vitest'
import { formOfAddress, type GuestFacts, shownAs } from '../../../src/domain/cards/card-lines.ts'
import { cardState, mealAt } from '../../../src/domain/cards/meals.ts'

const guest: GuestFacts = {
  name: '张伟',
  kind: 'person',
  surname: '张',
  honorific: null,
  gender: null,
  title: null,
  employer: null,
}

describe('a guest on a card', () => {
  it.each([
    ['by how they are called', { honorific: '张总' }, '张总'],
    ['surname and word', { honorific: '总' }, '张总'],
    ['a woman', { gender: 'F' }, '张女士'],
    ['a man', { gender: 'M' }, '张先生'],
    ['by name where nothing is known', {}, '张伟'],
    ['a firm', { kind: 'org', name: '西溪食品', surname: null }, '西溪食品'],
  ])('%s', (_name, more, address) => {
    expect(formOfAddress({ ...guest, ...more })).toBe(address)
  })

  it('is shown with the firm', () => {
    expect(shownAs({ ...guest, honorific: '总', employer: '西溪食品' })).toBe('西溪食品 张总')
  })
})

describe('a card against the clock', () => {
  const out = { takenAt: '11:20', adHoc: false, quantity: 2, returned: 0, closed: false }
  const at = (time: string, day = '2026-11-22'): { day: string; time: string } => ({ day, time })
  it.each([
    ['not out, in time', undefined, at('11:30'), 'open'],
    ['not out at 11:31', undefined, at('11:31'), 'late'],
    ['not out the day before', undefined, at('23:00', '2026-11-21'), 'open'],
    ['not out the day after', undefined, at('08:00', '2026-11-23'), 'late'],
    ['out in time', out, at('12:00'), 'out'],
    ['out at 11:31', { ...out, takenAt: '11:31' }, at('12:00'), 'out-late'],
    ['ad hoc is never late', { ...out, takenAt: '12:31', adHoc: true }, at('12:40'), 'out'],
    ['one of two is back', { ...out, returned: 1 }, at('14:00'), 'out'],
    ['both are back', { ...out, returned: 2 }, at('14:00'), 'back'],
    ['one will not come back', { ...out, returned: 1, closed: true }, at('14:00'), 'missing'],
  ] as const)('%s', (_name, issue, now, state) => {
    expect(cardState({ on: '2026-11-22', meal: 'lunch' }, issue, now)).toBe(state)
  })

  it('tells lunch from dinner', () => {
    expect([mealAt('11:00'), mealAt('14:59'), mealAt('15:00')]).toEqual(['lunch', 'lunch', 'dinner'])
  })
})
