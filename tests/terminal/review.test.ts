import { afterEach, describe, expect, it } from 'vitest'
import { hasTmux, openTerminal, type Terminal } from '../support/tmux.ts'

let terminal: Terminal | null = null
const open = (pairs: number): Terminal => {
  terminal = openTerminal(`cd ${process.cwd()} && node --import tsx tests/terminal/fixtures/review.ts ${pairs}`)
  return terminal
}
afterEach(() => {
  terminal?.close()
  terminal = null
})

describe.skipIf(!hasTmux)(hasTmux ? 'a review in a terminal' : 'skipped: needs tmux', () => {
  it('shows one pair a screen, in place, and takes one key', async () => {
    const desk = open(5)
    await desk.waitFor('1/5 是同一客户吗')
    const [first = ''] = desk.screen().split('\n')
    expect(first).toBe('第 1 对')
    desk.type('ｙ')
    const second = await desk.waitFor('2/5 是同一客户吗')
    expect(second.split('\n')[0]).toBe('第 2 对')
    expect(second).not.toContain('第 1 对')
    desk.type('x')
    desk.type('u')
    await desk.waitFor('1/5 是同一客户吗')
    desk.type('nrsyq')
    const end = await desk.waitFor('完成')
    expect(end).toContain('"decided":3,"skipped":1,"left":true')
    expect(end).toContain('1d 2r 4s')
  })

  it('takes 500 answers, each with one key', async () => {
    const desk = open(500)
    await desk.waitFor('1/500')
    for (let hundred = 0; hundred < 5; hundred += 1) desk.type('yn'.repeat(50))
    const end = await desk.waitFor('"decided":500,"skipped":0,"left":false', 20_000)
    expect(end).toMatch(/499s 500d\s*$/)
  })
})
