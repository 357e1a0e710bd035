import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { calendarText } from '../../src/render/ics.ts'

const text = calendarText(
  [
    { id: 'C000001-birthday', on: '2026-12-01', title: '张伟 生日', yearly: true, remindDays: 3 },
    { id: 'C000002-birthday-2027', on: '2027-09-15', title: '李秀英（王建国的妻子） 生日', note: '农历8月15日; 逗号,' },
    { id: 'C000003-x', on: '2026-12-31', title: `${'很长的标题'.repeat(20)}，完` },
  ],
  '2026-11-22T08:00:00.000Z',
)

describe('an exported calendar', () => {
  const component = new ICAL.Component(ICAL.parse(text))
  const events = component.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))

  it('opens in a calendar parser', () => {
    expect(events.map(({ uid, summary }) => [uid, summary])).toEqual([
      ['C000001-birthday@kehu', '张伟 生日'],
      ['C000002-birthday-2027@kehu', '李秀英（王建国的妻子） 生日'],
      ['C000003-x@kehu', `${'很长的标题'.repeat(20)}，完`],
    ])
    expect(events.map(({ startDate }) => [startDate.isDate, startDate.toString()])).toEqual([
      [true, '2026-12-01'],
      [true, '2027-09-15'],
      [true, '2026-12-31'],
    ])
    expect(events[1]!.description).toBe('农历8月15日; 逗号,')
  })

  it('comes back every year where it is solar, and only there', () => {
    expect(events.map((one) => one.isRecurring())).toEqual([true, false, false])
    const next = events[0]!.iterator()
    expect([next.next().toString(), next.next().toString()]).toEqual(['2026-12-01', '2027-12-01'])
  })

  it('reminds before the day', () => {
    const alarm = component.getAllSubcomponents('vevent')[0]!.getFirstSubcomponent('valarm')!
    expect(alarm.getFirstPropertyValue('trigger')!.toString()).toBe('-P3D')
  })
})
