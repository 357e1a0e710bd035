import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarText } from '../../src/render/ics.ts'
import { folded, vcard } from '../../src/render/vcard.ts'

describe('a card for an address book', () => {
  it('tells name, work, phones, addresses and birthday', () =>
    expect(
      vcard({
        code: 'C000123',
        name: '欧阳雪',
        surname: '欧阳',
        givenName: '雪',
        organisation: '样板公司; 一部',
        phones: [{ number: '13800000000', type: 'cell' }],
        emails: ['a@example.com'],
        addresses: [{ province: '浙江省', city: '宁波市', district: '海曙区', street: '样板路1号', type: 'work' }],
        birthday: '1985-06-01',
        note: '喜欢,靠窗\n二楼',
      }).split('\r\n'),
    ).toEqual([
      'BEGIN:VCARD',
      'VERSION:3.0',
      'FN:欧阳雪',
      'N:欧阳;雪;;;',
      'ORG:样板公司\\; 一部',
      'TEL;TYPE=CELL:13800000000',
      'EMAIL;TYPE=INTERNET:a@example.com',
      'ADR;TYPE=WORK:;;海曙区样板路1号;宁波市;浙江省;;',
      'BDAY:1985-06-01',
      'NOTE:喜欢\\,靠窗\\n二楼',
      'UID:kehu-C000123',
      'END:VCARD',
      '',
    ]))

  it('leaves out a birthday that address books would misread', () =>
    expect(
      vcard({ code: 'C1', name: '王总', phones: [], emails: [], addresses: [], birthday: 'lunar:08-15' }),
    ).not.toContain('BDAY'))

  it('folds lines at 75 bytes, and loses nothing', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }).filter((text) => !/[\r\n]/.test(text)),
        (text) => {
          const lines = folded(text).split('\r\n').slice(0, -1)
          for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(folded(text).replaceAll('\r\n ', '').slice(0, -2)).toBe(text)
        },
      ),
    ))
})

it('days become whole-day events that come back every year, with a reminder', () =>
  expect(
    calendarText(
      [{ id: 'C000123-birthday', on: '2026-11-24', title: '欧阳雪 生日', yearly: true, remindDays: 3 }],
      '2026-11-22T02:00:00.000Z',
    ).split('\r\n'),
  ).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//kehu//kehu//ZH',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    'UID:C000123-birthday@kehu',
    'DTSTAMP:20261122T020000Z',
    'DTSTART;VALUE=DATE:20261124',
    'SUMMARY:欧阳雪 生日',
    'RRULE:FREQ=YEARLY',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:欧阳雪 生日',
    'TRIGGER:-P3D',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]))
