import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextDue } from '../../src/domain/verification/due.ts'
import { readFacts } from '../../src/store/report-facts/index.ts'
import { readWeeklyFacts } from '../../src/store/report-facts/weekly.ts'
import { lastVerifications, readVerifiables } from '../../src/store/verification.ts'
import { absorb, addParty, bookOfRows, deal, queryFor, talk } from '../support/book-rows.ts'

const AT = '2026-11-01T00:00:00.000Z'

describe('dates that come', () => {
  const births: [name: string, birth: string, expected: [on: string, years: number | null] | null][] = [
    ['a birthday with its year', '1985-11-24', ['2026-11-24', 41]],
    ['a birthday without a year', '--11-23', ['2026-11-23', null]],
    ['the day after the last is too late', '1985-11-30', null],
    ['a month is no day', '1985-11', null],
    ['a year and month that end like a day', '2011-11', null],
    ['a lunar day of this week (十月十五)', 'lunar:10-15', ['2026-11-23', null]],
    ['a lunar day with its year', 'lunar:1985-10-15', ['2026-11-23', 41]],
    ['another lunar day', 'lunar:01-01', null],
  ]
  it.each(births)('%s: %s', (_, birth, expected) => {
    const { book, run } = bookOfRows()
    run('import', AT, (operation) => addParty(operation, '张伟', { birth }))
    const found = readWeeklyFacts(book, queryFor('2026-W47')).dates.map(({ on, years, kind }) => [kind, on, years])
    expect(found).toEqual(expected === null ? [] : [['birthday', ...expected]])
  })

  it('keeps 29 February on the 28th in a year that has none', () => {
    const { book, run } = bookOfRows()
    run('import', AT, (operation) => addParty(operation, '张伟', { birth: '1984-02-29' }))
    const on = (period: string): string[] => readWeeklyFacts(book, queryFor(period)).dates.map((date) => date.on)
    expect([on('2026-W08'), on('2028-W08')]).toEqual([['2026-02-28'], ['2028-02-29']])
  })

  it('goes over the turn of a year, the moon included', () => {
    const { book, run } = bookOfRows()
    run('import', AT, (operation) => {
      addParty(operation, '张伟', { birth: '1984-01-02' })
      addParty(operation, '李芳', { birth: '--12-31' })
      addParty(operation, '王强', { birth: 'lunar:1980-11-12' })
    })
    const { dates } = readWeeklyFacts(book, queryFor('2020-W52'))
    // 十一月十二 of 2020 is 26 December: a day of the week before.
    expect(dates.map(({ on, name, years }) => [on, name, years])).toEqual([
      ['2020-12-31', '李芳', null],
      ['2021-01-02', '张伟', 37],
    ])
    expect(readWeeklyFacts(book, queryFor('2020-W51')).dates.map(({ name, years }) => [name, years])).toEqual([
      ['王强', 40],
    ])
  })

  it('tells weddings, ends of contracts, next contacts, and the day of a person tied to a customer', () => {
    const { book, run } = bookOfRows()
    run('import', AT, (operation) => {
      const org = addParty(operation, '样板贸易', { kind: 'org' }, { tier: 'A', owner: '李敏' })
      const driver = addParty(operation, '王师傅', { birth: '1970-11-25' }, null)
      operation.insert('relation', { from_id: driver, to_id: org, type: 'driver' })
      operation.insert('fact', { party_id: org, field: 'wedding', value: '2000-11-26', as_of: '2020-01-01' })
      operation.insert('fact', { party_id: org, field: 'wedding', value: '2001-11-27', as_of: '2021-01-01' })
      operation.insert('deal', deal(org, '2025-11-29', 1, { facts: JSON.stringify({ contract_end: '2026-11-28' }) }))
      operation.insert('interaction', talk(org, '2026-11-10', 'call', { next_on: '2026-11-29' }))
    })
    expect(readWeeklyFacts(book, queryFor('2026-W47')).dates).toEqual([
      {
        on: '2026-11-25',
        kind: 'birthday',
        code: 'C000001',
        name: '样板贸易',
        person: '王师傅',
        tier: 'A',
        owner: '李敏',
        years: 56,
      },
      {
        on: '2026-11-27',
        kind: 'wedding',
        code: 'C000001',
        name: '样板贸易',
        person: null,
        tier: 'A',
        owner: '李敏',
        years: 25,
      },
      {
        on: '2026-11-28',
        kind: 'contract-end',
        code: 'C000001',
        name: '样板贸易',
        person: null,
        tier: 'A',
        owner: '李敏',
        years: null,
      },
      {
        on: '2026-11-29',
        kind: 'follow-up',
        code: 'C000001',
        name: '样板贸易',
        person: null,
        tier: 'A',
        owner: '李敏',
        years: null,
      },
    ])
  })
})

describe('what waits', () => {
  it('is not told where the book keeps no such thing yet', () => {
    const { book } = bookOfRows()
    const { waiting } = readWeeklyFacts(book, queryFor('2026-W47'))
    expect(waiting).toMatchObject({
      pairsToReview: null,
      findingsError: null,
      verificationsOverdue: null,
      complaintsOpen: null,
      followUpsOverdue: 0,
    })
  })

  it('counts follow-ups that nobody has followed, once a customer', () => {
    const { book, run } = bookOfRows()
    run('import', AT, (operation) => {
      const ids = ['甲', '乙', '丙', '丁'].map((name, i) =>
        addParty(operation, name, {}, { tier: i < 2 ? 'A' : 'C', owner: i === 3 ? null : '李敏' }),
      )
      operation.insert('interaction', talk(ids[0]!, '2026-11-01', 'call', { next_on: '2026-11-10' }))
      operation.insert('interaction', talk(ids[0]!, '2026-11-01', 'visit', { next_on: '2026-11-12' }))
      operation.insert('interaction', talk(ids[1]!, '2026-09-01', 'call', { next_on: '2026-09-10' }))
      operation.insert('interaction', talk(ids[2]!, '2026-10-10', 'call'))
      operation.insert('interaction', talk(ids[3]!, '2026-11-01', 'call', { next_on: '2026-11-22' }))
      // 丙 was 乙 all along: its later call has answered the follow-up.
      absorb(operation, ids[1]!, ids[2]!)
    })
    const { waiting } = readWeeklyFacts(book, queryFor('2026-W47'))
    expect(waiting).toMatchObject({ followUpsOverdue: 1, customersWithoutOwner: 1, keyAccountsSilent: 1 })
  })

  it('counts pairs, findings by severity, rejected rows and overdue verifications', () => {
    const { book, run } = bookOfRows()
    run('import', '2026-11-17T00:00:00.000Z', (operation) => {
      const id = addParty(operation, '甲')
      operation.insert('batch', {
        file_name: 'a.csv',
        sha256: 'x',
        bytes: 1,
        format: 'csv',
        started_at: AT,
        started_on: '2026-11-17',
        rejected: 3,
      })
      operation.insert('match_run', { at: AT, model: '{}', stats: '{}', parties: 2 })
      for (const [a, band, state] of [
        [1, 'review', 'waiting'],
        [2, 'auto', 'waiting'],
        [3, 'review', 'merged'],
      ] as const)
        operation.insert('match_pair', { run_id: 1, a, b: 9, cluster: 1, weight: 1, band, evidence: '{}', state })
      for (const [scope, at, next_due] of [
        ['base', '2025-01-01T00:00:00.000Z', '2026-01-01'],
        ['base', '2026-11-01T00:00:00.000Z', '2027-01-01'],
        ['credit', '2025-01-01T00:00:00.000Z', '2026-01-01'],
      ] as const)
        operation.insert('confirmation', { party_id: id, scope, state: 'confirmed', staff: '李敏', at, next_due })
      for (const on_day of ['2026-11-01', '2026-11-10', '2026-11-18'])
        operation.insert('check_run', { at: AT, on_day, parties: 1, summary: '{}' })
    })
    const finding = book.sqlite.prepare(
      `insert into finding (key, rule, severity, class, party_id, state, first_run, last_run) values (?, ?, ?, 'wrong', 1, ?, ?, ?)`,
    )
    const rows = [
      ['phone-format', 'error', 'open', 3, 3],
      ['phone-format', 'error', 'gone', 1, 2],
      ['phone-format', 'error', 'gone', 1, 1],
      ['address-missing', 'warn', 'open', 1, 3],
      ['address-missing', 'warn', 'waived', 1, 3],
    ]
    for (const [i, row] of rows.entries()) finding.run(`k${i}`, ...row)
    const verify = { base: { every: 365 }, credit: { every: 180 } }
    const { waiting, findings } = readWeeklyFacts(book, queryFor('2026-W47', { verify }))
    expect(waiting).toMatchObject({
      pairsToReview: 1,
      findingsError: 1,
      findingsWarn: 1,
      rowsRejected: 3,
      verificationsOverdue: 1,
    })
    expect(findings).toEqual([
      { rule: 'phone-format', severity: 'error', open: 1, found: 1, closed: 1 },
      { rule: 'address-missing', severity: 'warn', open: 1, found: 0, closed: 0 },
    ])
  })
})

describe('the desk', () => {
  it('counts open complaints, cards not back and planned contacts nobody made', () => {
    const { book, run } = bookOfRows()
    run('desk', AT, (operation) => {
      const id = addParty(operation, '甲')
      const feedback = (kind: string, state: string) =>
        operation.insert('feedback', { party_id: id, kind, on_day: '2026-11-17', content: '漏水', state })
      feedback('complaint', 'open')
      feedback('complaint', 'answered')
      feedback('suggestion', 'open')
      const card = (quantity: number, returned: number, missing_why: string | null = null) =>
        operation.insert('card_issue', {
          ...{ party_id: id, on_day: '2026-11-17', meal: '午餐', shown_as: '甲总', quantity, returned, missing_why },
          ...{ taken_by: '王部长', taken_at: '11:00' },
        })
      card(3, 1)
      card(2, 2)
      card(1, 0, '丢失')
      const plan = (on_day: string, state = 'open') =>
        operation.insert('plan_item', { party_id: id, grain: 'day', on_day, way: 'call', state })
      plan('2026-11-20')
      plan('2026-11-25')
      plan('2026-11-01', 'done')
      operation.insert('info_item', {
        on_day: '2026-11-18',
        provider: '李敏',
        content: '对手降价',
        class: '竞争对手',
        important: 1,
      })
    })
    const { waiting, dates } = readWeeklyFacts(book, queryFor('2026-W47'))
    expect(waiting).toMatchObject({ complaintsOpen: 1, cardsOut: 2, followUpsOverdue: 1 })
    expect(dates.map(({ on, kind }) => [on, kind])).toEqual([['2026-11-25', 'follow-up']])
    const complaints = readFacts(book, 'complaints', queryFor(null))
    expect(complaints.lines.rows.map(({ number, code, status }) => [number, code, status])).toEqual([
      ['1', 'C000001', 'open'],
      ['2', 'C000001', 'answered'],
    ])
    expect(complaints.byStatus).toEqual([
      { key: 'answered', count: 1 },
      { key: 'open', count: 1 },
    ])
    const cards = readFacts(book, 'cards', queryFor('2026-W47'))
    expect(cards.lines.rows.map(({ customer, quantity, returned }) => [customer, quantity, returned])).toEqual([
      ['甲总', 3, 1],
      ['甲总', 2, 2],
      ['甲总', 1, 0],
    ])
    expect(readFacts(book, 'information', queryFor('2026-W47'))).toEqual({
      byClass: [{ key: '竞争对手', count: 1 }],
      lines: {
        total: 1,
        rows: [
          {
            on: '2026-11-18',
            class: '竞争对手',
            code: null,
            name: null,
            content: '对手降价',
            provider: '李敏',
            important: true,
          },
        ],
      },
    })
  })

  it('tells the same verifications due as the verification desk does', () => {
    const scheme = { base: { every: 365, tiers: { A: 90 } }, credit: { every: 200, orgsOnly: true } }
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            kind: fc.constantFrom('person', 'org'),
            tier: fc.constantFrom(null, 'A', 'B'),
            opened: fc.constantFrom(null, '2025-11-22', '2025-11-23', '2026-08-23', '2026-08-24'),
            seen: fc.array(
              fc.record({
                scope: fc.constantFrom('base', 'credit'),
                state: fc.constantFrom('confirmed', 'corrected', 'unreachable', 'refused'),
                at: fc.constantFrom('2025-11-21T15:59:00.000Z', '2025-11-21T16:00:00.000Z', '2026-08-24T00:00:00.000Z'),
                retry: fc.constantFrom(null, '2026-11-21', '2026-11-23'),
              }),
              { maxLength: 3 },
            ),
          }),
          { maxLength: 6 },
        ),
        (plan) => {
          const { book, run } = bookOfRows()
          run('desk', AT, (operation) => {
            for (const [i, { kind, tier, opened, seen }] of plan.entries()) {
              const id = addParty(operation, `客户${i}`, { kind }, { tier, opened_on: opened })
              for (const { scope, state, at, retry } of seen)
                operation.insert('confirmation', { party_id: id, scope, state, staff: '李敏', at, next_due: retry })
            }
          })
          const query = queryFor(null, { verify: scheme })
          const wanted = Object.keys(scheme).flatMap((scope) => {
            const last = lastVerifications(book, scope, query.dayOf)
            return [...readVerifiables(book)].flatMap(({ ids, kind, tier, openedOn, secondHand }) =>
              ids.flatMap((id, i) => {
                const { lastOn = null, retryOn = null } = last.get(id) ?? {}
                const times = { lastOn, retryOn, openedOn: openedOn[i] ?? query.today, secondHand: secondHand[i] === 1 }
                const row = { id, kind: kind[i]!, tier: tier[i]!, ...times }
                const due = nextDue(row, scope, { scopes: scheme }, query.today)
                return due === null || due.overdue < 0 ? [] : [`${due.dueOn} ${id} ${scope}`]
              }),
            )
          })
          const { due } = readFacts(book, 'verification', query)
          expect(due.rows.map(({ dueOn, code, scope }) => `${dueOn} ${Number(code.slice(1))} ${scope}`)).toEqual(
            wanted.sort(),
          )
          expect(due.total).toBe(wanted.length)
          book.sqlite.close()
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('tiers', () => {
  it('tells who went up and down in the order of the levels, not of their letters', () => {
    const { book, run } = bookOfRows()
    run('tier', AT, (operation) => {
      const ids = ['甲', '乙', '丙', '丁'].map((name, i) =>
        addParty(operation, name, {}, { tier: ['vip', 'plain', null, 'vip'][i]! }),
      )
      const move = (
        party: number,
        from_level: string | null,
        to_level: string | null,
        on_day = '2026-11-18',
        scheme = 'house',
      ) =>
        operation.insert('tier_move', {
          party_id: party,
          scheme,
          from_level,
          to_level,
          clause: 'V1',
          facts: '{}',
          on_day,
          at: AT,
        })
      move(ids[0]!, 'plain', 'vip')
      move(ids[1]!, 'vip', 'plain')
      move(ids[2]!, 'plain', null)
      move(ids[3]!, null, 'vip')
      move(ids[3]!, 'plain', 'vip', '2026-11-10')
      move(ids[3]!, 'plain', 'vip', '2026-11-18', 'other')
    })
    const facts = readWeeklyFacts(book, queryFor('2026-W47', { levels: ['vip', 'plain'], scheme: 'house' }))
    expect([facts.numbers.tierUps, facts.numbers.tierDowns, facts.before.tierUps]).toEqual([1, 2, 1])
    expect(facts.tierMoveCounts.map(({ from, to, count }) => [from, to, count])).toEqual([
      ['vip', 'plain', 1],
      ['plain', 'vip', 1],
      ['plain', null, 1],
      [null, 'vip', 1],
    ])
    expect(facts.tierMoves.map(({ code, from, to }) => [code, from, to])).toEqual([
      ['C000001', 'plain', 'vip'],
      ['C000002', 'vip', 'plain'],
      ['C000003', 'plain', null],
    ])
    expect(facts.tiers).toEqual([
      { key: 'vip', count: 2 },
      { key: 'plain', count: 1 },
      { key: null, count: 1 },
    ])
  })
})

describe('plans', () => {
  it('answers the counts of a week from covering indexes alone', () => {
    const { book } = bookOfRows()
    const { sqlite } = book
    const prepare = sqlite.prepare.bind(sqlite)
    const texts = new Set<string>()
    Object.assign(sqlite, {
      prepare: (text: string) => {
        texts.add(text)
        return prepare(text)
      },
    })
    readFacts(book, 'weekly', queryFor('2026-W47'))
    Object.assign(sqlite, { prepare })
    const counts = [...texts].filter(
      (text) =>
        /count\(\*\)|sum\(/.test(text) &&
        /from (deal d|interaction i|customer k where k\.opened)/.test(text) &&
        !/party p|json_extract|customer k where k\.(owner|tier)/.test(text),
    )
    expect(counts.length).toBeGreaterThan(6)
    for (const text of counts) {
      const plan = (prepare(`explain query plan ${text.replaceAll('?', "'x'")}`).all() as { detail: string }[]).map(
        ({ detail }) => detail,
      )
      const scans = plan.filter((detail) => /^(SCAN|SEARCH) [dik]\b/.test(detail))
      expect(scans.length, text).toBeGreaterThan(0)
      for (const scan of scans) expect(scan, text).toContain('COVERING INDEX')
    }
  })
})
