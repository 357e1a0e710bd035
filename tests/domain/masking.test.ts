import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskAddress, maskEmail, maskId, maskName, maskPhone, maskView } from '../../src/domain/masking.ts'
import { reports } from '../../src/domain/reports/index.ts'
import { sampleFacts } from '../support/list-facts.ts'
import { sampleContext } from '../support/report-facts.ts'

describe('masks', () => {
  it.each([
    [maskPhone, '13812345678', '138****5678'],
    [maskPhone, '0571-88651234', '0571-****34'],
    [maskPhone, '400-820-8820', '400****20'],
    [maskPhone, '+8613812345678', '+861****5678'],
    [maskPhone, '13812345678 / 13987654321', '138****5678 / 139****4321'],
    [maskEmail, 'wang.wei@example.com', 'w****@example.com'],
    [maskId, '330106198506010011', '330*************11'],
    [maskId, '123', '****'],
    [maskAddress, '浙江省宁波市海曙区样板路1号', '浙江省宁波市海曙区****'],
    [maskAddress, '广东省东莞市样板镇大道2号', '广东省东莞市****'],
    [maskAddress, '样板路1号2幢', '样板路****'],
    [maskName, '欧阳雪', '欧**'],
  ])('%o of %s is %s', (mask, text, masked) => expect(mask(text)).toBe(masked))

  it('never lets a whole number through', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), (phone) => {
        expect(maskPhone(phone)).not.toContain(phone.slice(3, 7) + phone.slice(7))
        expect(maskPhone(phone)).toHaveLength(11)
      }),
    ))
})

describe('a masked report', () => {
  const view = reports.directory.view(sampleFacts.directory, sampleContext('zh'))

  it('hides phones and addresses, and leaves names and numbers', () => {
    const text = JSON.stringify(maskView(view))
    expect(text).not.toContain('13800000000')
    expect(text).not.toContain('样板路 1 号')
    expect(text).toContain('138****0000')
    expect(text).toContain('欧阳雪')
  })

  it('hides only what it is told to', () => {
    const text = JSON.stringify(maskView(view, new Set(['name'])))
    expect(text).toContain('13800000000')
    expect(text).not.toContain('欧阳雪')
  })
})
