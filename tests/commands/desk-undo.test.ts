import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nameKeys } from '../../src/domain/search/keys.ts'
import type { FormDrafts } from '../../src/model/forms.ts'
import type { PartyDraft } from '../../src/model/intake.ts'
import { type Book, closeBook, inTransaction, openBook } from '../../src/store/book.ts'
import { addBooking, addIssue } from '../../src/store/cards.ts'
import { addNote, addOnce, clearField, editParty } from '../../src/store/edits.ts'
import { addContact } from '../../src/store/interactions.ts'
import { type Operation, startOperation } from '../../src/store/journal.ts'
import { saveForm } from '../../src/store/save-form.ts'
import { undoOperation } from '../../src/store/undo.ts'

const at = '2026-11-22T08:00:00.000Z'
const today = '2026-11-22'
const options = { today, staff: '小林', at, searchKeys: nameKeys }
const folder = mkdtempSync(join(tmpdir(), 'kehu-undo-'))
let book: Book

const party = (more: Partial<PartyDraft> = {}): PartyDraft => ({
  role: 'customer',
  values: { kind: 'person', name: '张伟', surname: '张' },
  contacts: [{ type: 'mobile', raw: '13957100001', canonical: '13957100001' }],
  addresses: [{ use: 'home', raw: '文三路90号' }],
  facts: [{ field: 'hobby', value: '钓鱼' }],
  aliases: [],
  ...more,
})
const form = (more: Partial<FormDrafts>): FormDrafts => ({
  ...{ form: 'demand', version: 1, tie: { code: 'C000001', as: 'same' }, party: party(), related: [], deals: [] },
  ...{ interactions: [], records: [], values: {}, ...more },
})

function run(step: (operation: Operation) => void): number {
  return inTransaction(book, () => {
    const operation = startOperation(book, { kind: 'test', command: 'kehu', staff: '小林', at })
    step(operation)
    operation.finish(at, {})
    return operation.id
  })
}

function undo(id: number): ReturnType<typeof undoOperation> {
  return inTransaction(book, () => {
    const operation = startOperation(book, { kind: 'undo', command: 'kehu undo', staff: '小林', at, undoes: id })
    const outcome = undoOperation(book, operation, id)
    operation.finish(at, {})
    return outcome
  })
}

const OWN = new Set(['operation', 'change', 'setting', 'sqlite_sequence'])

/** Every row of the book, the journal apart. */
function wholeBook(): string[] {
  const tables = (
    book.sqlite.prepare(`select name from sqlite_master where type = 'table' order by name`).pluck().all() as string[]
  ).filter((name) => !OWN.has(name))
  return tables.map(
    (name) => `${name} ${JSON.stringify(book.sqlite.prepare(`select * from ${name} order by 1`).all())}`,
  )
}

beforeAll(() => {
  book = openBook(join(folder, 'kehu.db'), { create: true })
  run((operation) => void saveForm(book, operation, form({ tie: null, form: 'guest' }), options))
})
afterAll(() => {
  closeBook(book)
  rmSync(folder, { recursive: true, force: true })
})

const contact = {
  ...{ party_id: 1, kind: 'call', customer_initiated: 1, on_day: today, at_time: null, staff: '小林', people: null },
  ...{ purpose: null, place: null, content: '问租金', cost: 0, major: 0, next_on: null, facts: null },
}
const booking = {
  ...{ interactionId: null, partyId: 1, on: today, meal: 'lunch', room: '201', name: '张伟', phone: null },
  ...{ guests: 8, time: '11:45' },
}
const issue = {
  ...{ partyId: 1, on: today, meal: 'lunch', room: '201', shownAs: '张总', quantity: 2, takenBy: '王部长' },
  ...{ takenAt: '11:10', passedTo: null, adHoc: false },
}
const demand = {
  ...{ on_day: today, content: '要包间', importance: 'high', urgency: 'high', grade: 'A', stage: 'collect' },
}

const steps: [string, (operation: Operation) => void][] = [
  [
    'a phone put in place of another',
    (operation) =>
      void editParty(
        book,
        operation,
        1,
        party({ contacts: [{ type: 'mobile', raw: '13957100002', canonical: '13957100002' }] }),
        options,
      ),
  ],
  [
    'a name changed',
    (operation) => void editParty(book, operation, 1, party({ values: { kind: 'person', name: '张玮' } }), options),
  ],
  ['a field emptied', (operation) => void clearField(operation, 1, { key: 'hobby', stored: 'fact' })],
  ['every phone taken off', (operation) => void clearField(operation, 1, { key: 'phone', stored: 'contact' })],
  ['a note', (operation) => addNote(operation, 1, '靠窗', options)],
  [
    'a tag',
    (operation) => void addOnce(book, operation, 'party_tag', { party_id: 1, tag: '重点' }, ['party_id', 'tag']),
  ],
  [
    'a day',
    (operation) =>
      void addOnce(book, operation, 'occasion_date', { party_id: 1, kind: 'wedding', day: '--05-01' }, [
        'party_id',
        'kind',
      ]),
  ],
  ['a contact', (operation) => void addContact(operation, contact)],
  [
    'a booking with its card',
    (operation) => void addIssue(operation, { ...issue, bookingId: addBooking(operation, booking) }),
  ],
  [
    'a demand by form',
    (operation) => void saveForm(book, operation, form({ records: [{ entity: 'demand', row: demand }] }), options),
  ],
  [
    'a new guest with family',
    (operation) =>
      void saveForm(
        book,
        operation,
        form({ tie: null, related: [party({ role: 'related', relation: { type: 'family' } })] }),
        options,
      ),
  ],
]

describe('everything typed at the desk', () => {
  it.each(steps)('%s can be taken back, and done again', (_name, step) => {
    const before = wholeBook()
    const id = run(step)
    const after = wholeBook()
    expect(after).not.toEqual(before)
    const outcome = undo(id)
    expect(outcome.keptCount).toBe(0)
    expect(wholeBook()).toEqual(before)
    undo(id + 1)
    expect(wholeBook()).toEqual(after)
    undo(id + 2)
    expect(wholeBook()).toEqual(before)
  })

  it('keeps a booking while its card is out, and says so', () => {
    const first = run((operation) => void addBooking(operation, booking))
    const bookingId = Number(book.sqlite.prepare('select max(id) from booking').pluck().get())
    const second = run((operation) => void addIssue(operation, { ...issue, bookingId }))
    expect(undo(first).kept).toEqual([{ entity: 'booking', id: bookingId, why: 'changed-since' }])
    undo(second)
  })
})
