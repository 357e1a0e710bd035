import { isHonorific } from './honorific.ts'
import { isForeignHanName, isHan } from './minority-name.ts'
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
  name = cutOrnaments(name.replace(/^[#~!、,;:.。*\s]+|[#~!、,;:.。\s]+$|(?<=[^*][^*])\*+$/g, ''))
  const office = /^([\u3400-\u9fff]{2,5}):\s*(\S.*)$/.exec(name)
  if (office !== null) {
    parts.remarks.push(office[1]!)
    name = office[2]!
  }
  const tail = /^([\u3400-\u9fff]{2,4})\s*([-/,;|+])\s*(\S.*)$/.exec(name)
  if (
    tail !== null &&
    isWholeName(tail[1]!) &&
    (tail[3]!.length > 3 || !isHan(tail[3]!) || (tail[2] === '-' && !isForeignHanName(tail[1]!)))
  ) {
    parts.remarks.push(tail[3]!)
    name = tail[1]!
  }
  // 张伟1, 张伟2号: which of several of that name; 3、张伟: the number of a list.
  const counted = /^(?:\d{1,3}[.、)\s]?)?([\u3400-\u9fff]{2,4}?)(\d{1,3}号?)?$/.exec(name)
  if (counted !== null && isWholeName(counted[1]!)) {
    if (counted[2] !== undefined) parts.remarks.push(counted[2])
    name = counted[1]!
  }
  const digits = /^(.*[^\d\s+-])[\s:：]*(\+?\d[\d\s-]{4,})$/.exec(name)
  if (digits !== null) {
    parts.remarks.push(digits[2]!)
    name = digits[1]!.trim()
  }
  parts.name = name.replace(/\s+/g, ' ').trim()
  return parts
}

const isWholeName = (text: string): boolean => {
  const size = surnameLength(text)
  return size > 0 && text.length > size && text.length - size <= 2
}

/** Stars and flowers round a name that is whole without them; 🌸小鹿🌸 stays as it is. */
function cutOrnaments(name: string): string {
  const bare = name.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}*)]+$/gu, '')
  return bare !== name && isHan(bare) && isWholeName(bare) ? bare : name
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
