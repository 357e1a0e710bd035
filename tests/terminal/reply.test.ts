import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AskChoice } from '../../src/terminal/ask.ts'
import { clip, columnsOf, windowAround } from '../../src/terminal/columns.ts'
import { findChoices, findSeveral } from '../../src/terminal/find-choice.ts'
import { readReply, readYesNo } from '../../src/terminal/reply.ts'
import { wantsColor } from '../../src/terminal/style.ts'

describe('a typed line', () => {
  it.each([
    ['<', 'back'],
    ['＜', 'back'],
    ['《', 'back'],
    ['-', 'skip'],
    ['－', 'skip'],
    ['—', 'skip'],
    ['?', 'help'],
    ['？', 'help'],
    ['q', 'quit'],
    ['Ｑ', 'quit'],
    ['　', 'empty'],
    ['', 'empty'],
  ])('%s means %s', (line, kind) => expect(readReply(line).kind).toBe(kind))

  it.each(['-5', '<3', '王-李', 'qq', '？？', '１２'])('%s is an answer as it stands', (line) =>
    expect(readReply(` ${line} `)).toEqual({ kind: 'text', text: line }),
  )

  it.each([
    ['是', true],
    ['Ｙ', true],
    ['１', true],
    ['否', false],
    ['2', false],
    ['也许', null],
  ])('%s answers yes or no with %s', (line, wanted) => expect(readYesNo(line)).toBe(wanted))
})

describe('a choice', () => {
  const choices: readonly AskChoice[] = [
    { value: 'call', label: '来电咨询', keys: ['laidianzixun', 'ldzx', '热线'] },
    { value: 'walk_in', label: '现场来访', keys: ['xianchanglaifang', 'xclf'] },
    { value: 'owner', label: '已购业主', keys: ['yigouyezhu', 'ygyz'] },
    { value: 'referral', label: '老客户介绍', keys: ['laokehujieshao', 'lkhjs'] },
    { value: '18-25', label: '18–25岁' },
  ]
  it.each([
    ['2', 'walk_in'],
    ['２', 'walk_in'],
    ['来访', 'walk_in'],
    ['lkh', 'referral'],
    ['yigou', 'owner'],
    ['热线', 'call'],
    ['LAODIAN', undefined],
    ['9', undefined],
    ['18', undefined],
  ])('is found by %s', (typed, value) => expect(findChoices(choices, typed)[0]?.choice.value).toBe(value))

  it('keeps its number while the list is narrowed', () => expect(findChoices(choices, '业主')[0]?.number).toBe(3))

  it.each([
    ['1 3', ['call', 'owner']],
    ['1,3', ['call', 'owner']],
    ['3、来电', ['call', 'owner']],
    ['１，３', ['call', 'owner']],
    ['1 9', null],
  ])('of several is found by %s', (typed, values) =>
    expect(findSeveral(choices, typed)?.map(({ value }) => value) ?? null).toEqual(values),
  )
})

describe('a long line', () => {
  it('shows a window around the cursor that fits, and loses nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('王', 'a', '1', '，', '👨‍👩‍👧', 'é'), maxLength: 120 }),
        fc.nat(),
        fc.integer({ min: 8, max: 80 }),
        (line, at, columns) => {
          const places = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(line)].map(
            ({ index }) => index,
          )
          const cursor = places[at % (places.length + 1)] ?? line.length
          const window = windowAround(line, cursor, columns)
          expect(window.left + window.shown + window.right).toBe(line)
          expect(window.left.length + window.cursor).toBe(cursor)
          expect(columnsOf(window.shown)).toBeLessThanOrEqual(columns)
        },
      ),
    )
  })

  it.each([
    ['杭州西溪食品有限公司', 10, '杭州西溪…'],
    ['abc', 3, 'abc'],
  ])('%s is cut to %i columns', (text, columns, cut) => expect(clip(text, columns)).toBe(cut))
})

describe('colour', () => {
  it.each([
    ['a terminal', {}, true, undefined, true],
    ['a pipe', {}, false, undefined, false],
    ['NO_COLOR', { NO_COLOR: '1' }, true, undefined, false],
    ['an empty NO_COLOR', { NO_COLOR: '' }, true, undefined, true],
    ['TERM=dumb', { TERM: 'dumb' }, true, undefined, false],
    ['CLICOLOR=0', { CLICOLOR: '0' }, true, undefined, false],
    ['FORCE_COLOR in a pipe', { FORCE_COLOR: '1' }, false, undefined, true],
    ['CLICOLOR_FORCE in a pipe', { CLICOLOR_FORCE: '1' }, false, undefined, true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, true, undefined, false],
    ['FORCE_COLOR on a dumb terminal', { FORCE_COLOR: '1', TERM: 'dumb' }, true, undefined, true],
    ['NO_COLOR against FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, undefined, false],
    ['--no-color', { FORCE_COLOR: '1' }, true, false, false],
    ['--color in a pipe', {}, false, true, true],
  ])('with %s', (_name, env, isTty, flag, wanted) => expect(wantsColor(env, isTty, flag)).toBe(wanted))
})
