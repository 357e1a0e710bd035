import { isHonorific } from './honorific.ts'
import { isHan } from './minority-name.ts'
import { surnameLength } from './surname.ts'

/** A name, and what stood beside it in its cell. */
export interface NameParts {
  name: string
  honorific?: string
  english?: string
  former?: string
  gender?: 'M' | 'F'
  remarks: string[]
}

const leading =
  /^(?:老客户|新客户|客户|散客|会员|退货|取消|改期|联系人|姓名|个人|业主|住户|访客|户主|家属|代)[\s:：-]*(?=[\u4e00-\u9fff]{2,})/
const former = /^(?:曾用名|曾名|原名|又名|别名|原)\s*[:：]?\s*(.+)$/

/** Takes brackets, 老客户, phone numbers, /VIP and the like off a folded name. */
export function takeRemarks(folded: string): NameParts {
  const parts: NameParts = { name: '', remarks: [] }
  let name = folded.replace(/[([【{「《<]([^)\]】}」》>]*)[)\]】}」》>]?/g, (_, inner: string) => {
    takeBracket(inner.trim(), parts)
    return ' '
  })
  name = name.replace(leading, (word) => {
    parts.remarks.push(word.replace(/[\s:：-]+$/, ''))
    return ''
  })
  name = name.replace(/[*#~!！]+$|^[*#~!！]+/g, '').trim()
  const tail = /^([\u3400-\u9fff]{2,4})\s*[-/,，;；|+]\s*(\S.*)$/.exec(name)
  if (tail !== null && surnameLength(tail[1]!) > 0 && (tail[2]!.length > 3 || !isHan(tail[2]!))) {
    parts.remarks.push(tail[2]!)
    name = tail[1]!
  }
  const digits = /^(.*[^\d\s+-])[\s:：]*(\+?\d[\d\s-]{4,})$/.exec(name)
  if (digits !== null) {
    parts.remarks.push(digits[2]!)
    name = digits[1]!.trim()
  }
  parts.name = name.replace(/\s+/g, ' ').trim()
  return parts
}

function takeBracket(inner: string, parts: NameParts): void {
  if (inner === '') return
  const was = former.exec(inner)
  if (was !== null) parts.former = was[1]!
  else if (inner === '男' || inner === '女') parts.gender = inner === '男' ? 'M' : 'F'
  else if (isHonorific(inner)) parts.honorific = inner
  else if (/^[A-Za-z][A-Za-z .'-]*$/.test(inner) && inner !== 'VIP' && inner !== inner.toUpperCase())
    parts.english = inner
  else parts.remarks.push(inner)
}
