import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactTypes, type PartyChunk } from '../../src/model/checks.ts'
import type { Book } from '../../src/store/book.ts'
import { readPartyChunks, sharedValues } from '../../src/store/party-chunks.ts'
import { absorb, addParty, bookOfRows, deal, talk } from '../support/book-rows.ts'

const AT = '2026-01-01T15:59:00.000Z'

/** Every party of the chunks with its values and what hangs on it, as plain objects. */
function partiesOf(book: Book, fields: readonly string[], size = 3) {
  return [...readPartyChunks(book, fields, { size })].flatMap((chunk) =>
    Array.from({ length: chunk.count }, (_, i) => partyAt(chunk, i)),
  )
}

function partyAt(chunk: PartyChunk, i: number) {
  const at = (party: ArrayLike<number>): number[] =>
    Array.from(party, (place, j) => (place === i ? j : -1)).filter((j) => j !== -1)
  return {
    id: chunk.ids[i],
    kind: chunk.kind[i],
    isCustomer: chunk.isCustomer[i],
    values: Object.fromEntries(Object.entries(chunk.values).map(([key, values]) => [key, values![i]])),
    contacts: at(chunk.contacts.party).map(
      (j) => `${contactTypes[chunk.contacts.type[j]!]} ${chunk.contacts.canonical[j] ?? chunk.contacts.raw[j]}`,
    ),
    addresses: at(chunk.addresses.party).map((j) => chunk.addresses.raw[j]!),
  }
}

describe('parties by column', () => {
  it('hands over every live party once, in the order of ids, with what hangs on it and on those it absorbed', () => {
    const plan = fc.record({
      count: fc.integer({ min: 1, max: 12 }),
      fates: fc.array(fc.constantFrom('live', 'live', 'archived', 'merged'), { minLength: 12, maxLength: 12 }),
      contacts: fc.array(fc.nat(11), { maxLength: 20 }),
      size: fc.integer({ min: 1, max: 5 }),
    })
    fc.assert(
      fc.property(plan, ({ count, fates, contacts, size }) => {
        const { book, run } = bookOfRows()
        const ids: number[] = []
        const fate = (i: number): string => (i === 0 ? 'live' : fates[i]!)
        run('import', AT, (operation) => {
          for (let i = 0; i < count; i++) ids.push(addParty(operation, `客户${i}`, {}, i % 2 === 0 ? {} : null))
          contacts.forEach((party, n) => {
            if (party < count)
              operation.insert('contact_point', {
                party_id: ids[party]!,
                type: 'mobile',
                raw: `r${n}`,
                canonical: `${n}`,
              })
          })
          for (let i = 1; i < count; i++) {
            if (fate(i) === 'archived') operation.update('party', ids[i]!, { status: 'archived' })
            if (fate(i) === 'merged') absorb(operation, ids[0]!, ids[i]!)
          }
        })
        const live = ids.filter((_, i) => fate(i) === 'live')
        const found = partiesOf(book, ['name'], size)
        expect(found.map(({ id }) => id)).toEqual(live)
        for (const party of found) {
          const i = ids.indexOf(party.id!)
          const mine = contacts.flatMap((owner, n) =>
            owner < count && (owner === i || (i === 0 && fate(owner) === 'merged')) ? [`mobile ${n}`] : [],
          )
          expect([...party.contacts].sort()).toEqual(mine.sort())
          expect(party.isCustomer).toBe(i % 2 === 0 ? 1 : 0)
          expect(party.values).toEqual({ name: `客户${i}` })
        }
        book.sqlite.close()
      }),
      { numRuns: 60 },
    )
  })

  it('gives columns of party and card, the newest facts, and the days that rules know', () => {
    const { book, run, undo } = bookOfRows()
    let [kept, gone, other] = [0, 0, 0]
    run('import', AT, (operation) => {
      kept = addParty(
        operation,
        '张伟',
        { birth: '1985', remark: '引号"与\n换行' },
        { source_code: 'V1', tier: 'A', opened_on: '2020-01-01' },
      )
      gone = addParty(operation, '张卫', {}, { source_code: 'V9' })
      other = addParty(operation, '李芳', { kind: 'org' }, null)
      operation.insert('fact', { party_id: kept, field: 'income', value: '低', as_of: '2020-01-01' })
      operation.insert('fact', { party_id: gone, field: 'income', value: '高', as_of: '2021-01-01' })
      for (const [party, on, kind] of [
        [kept, '2026-02-01', 'sale'],
        [gone, '2019-05-05', 'contract'],
        [gone, '2018-01-01', 'refund'],
        [kept, null, 'sale'],
      ] as const)
        operation.insert('deal', deal(party, on, 1, { kind }))
      operation.insert('interaction', talk(gone, '2026-03-03'))
      operation.insert('confirmation', {
        party_id: kept,
        scope: 'base',
        state: 'confirmed',
        staff: '李敏',
        at: '2026-04-04T16:00:00.000Z',
      })
      operation.insert('confirmation', {
        party_id: kept,
        scope: 'base',
        state: 'unreachable',
        staff: '李敏',
        at: '2026-05-05T16:00:00.000Z',
      })
      operation.insert('address', { party_id: gone, use: 'home', raw: '杭州' })
    })
    run('merge', '2026-01-02T00:00:00.000Z', (operation) => absorb(operation, kept, gone))
    run('edit', '2026-06-06T16:00:00.000Z', (operation) => operation.update('customer', kept, { owner: '李敏' }))
    const undone = run('edit', '2026-07-07T00:00:00.000Z', (operation) =>
      operation.update('party', kept, { title: '经理' }),
    )
    undo(undone, '2026-07-08T00:00:00.000Z')
    run('edit', '2026-08-08T00:00:00.000Z', (operation) =>
      operation.insert('fact', { party_id: other, field: 'income', value: '中' }),
    )
    const fields = [
      'name',
      'birth',
      'remark',
      'source_code',
      'tier',
      'opened_on',
      'income',
      'first_deal_on',
      'last_deal_on',
      'last_contact_on',
      'confirmed_on',
      'added_on',
      'updated_on',
      'phone',
    ]
    expect(partiesOf(book, fields)).toEqual([
      {
        id: kept,
        kind: 'person',
        isCustomer: 1,
        contacts: [],
        addresses: ['杭州'],
        values: {
          name: '张伟',
          birth: '1985',
          remark: '引号"与\n换行',
          source_code: 'V1',
          tier: 'A',
          opened_on: '2020-01-01',
          income: '高',
          first_deal_on: '2019-05-05',
          last_deal_on: '2026-02-01',
          last_contact_on: '2026-03-03',
          confirmed_on: '2026-04-05',
          added_on: '2026-01-01',
          updated_on: '2026-06-07',
        },
      },
      {
        id: other,
        kind: 'org',
        isCustomer: 0,
        contacts: [],
        addresses: [],
        values: {
          name: '李芳',
          birth: null,
          remark: null,
          source_code: null,
          tier: null,
          opened_on: null,
          income: '中',
          first_deal_on: null,
          last_deal_on: null,
          last_contact_on: null,
          confirmed_on: null,
          added_on: '2026-01-01',
          updated_on: '2026-08-08',
        },
      },
    ])
    expect([...readPartyChunks(book, ['name'], { ids: [other] })].map(({ ids }) => Array.from(ids))).toEqual([[other]])
  })

  it('tells which unique values more than one live party holds', () => {
    const { book, run } = bookOfRows()
    run('import', AT, (operation) => {
      const ids = [1, 1, 2, 2, 3].map((n, i) =>
        addParty(
          operation,
          `客户${i}`,
          { id_number: `N${n}`, uscc: n === 3 ? 'U' : null },
          { source_code: `V${n}`, source_key: i },
        ),
      )
      operation.update('party', ids[3]!, { status: 'archived' })
      operation.update('customer', ids[1]!, { source_key: 0 })
    })
    expect(sharedValues(book, 'id_number')).toEqual(new Map([['N1', 2]]))
    expect(sharedValues(book, 'uscc')).toEqual(new Map())
    expect(sharedValues(book, 'source_code')).toEqual(new Map([['V1', 2]]))
  })
})
