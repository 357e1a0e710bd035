import { parseAddress } from '../../normalize/address.ts'
import { divisionsNamed } from '../../normalize/divisions.ts'
import { parsePhone } from '../../normalize/phone.ts'

/** Two things that stood in one cell. */
export interface Parted {
  readonly first: string
  readonly second: string
}

const numberBehind =
  /^(.*?[\p{L})）])[\s:：,，、;；/|-]*(?:(?:电话|手机|tel|phone)[:：.\s]*)?(\+?\d[\d\s()-]{5,20}\d)$/iu
const numberInFront = /^(\+?\d[\d\s()-]{5,20}\d)[\s:：,，、;；/|-]*(\p{L}.*)$/u

/** `王伟13857101234` is a name and a mobile (or a hotline); null where it is anything else. */
export function partNameAndPhone(text: string): (Parted & { readonly type: string }) | null {
  const behind = numberBehind.exec(text)
  const front = behind === null ? numberInFront.exec(text) : null
  const [name, digits] = behind === null ? [front?.[2], front?.[1]] : [behind[1], behind[2]]
  if (name === undefined || digits === undefined) return null
  const bare = name.trim()
  const phone = parsePhone(digits)
  // A shop called 2688 or a room number is no telephone; a name is two letters at least.
  if (bare.length < 2 || !phone.ok || (phone.notes?.length ?? 0) > 0) return null
  const { type, canonical } = phone.value
  return type === 'mobile' || type === 'service' ? { first: bare, second: canonical, type } : null
}

const post =
  /^(.{3,}?(?:公司|集团|大学|医院|学院|学校|中学|小学|银行|事务所|研究院))[\s,，、/|-]*((?:[\u4e00-\u9fff]{0,6}(?:总经理|经理|总监|主任|主管|董事长|董事|总裁|厂长|院长|校长|行长|会计|出纳|采购|业务员|工程师|老师|教授|医生|店长|老板|助理|秘书|专员|部长|科长|处长|司机|顾问)))$/

/** `杭州宏达科技有限公司总经理` is an employer and a post there. */
export function partEmployerAndTitle(text: string): Parted | null {
  const match = post.exec(text)
  return match === null ? null : { first: match[1]!, second: match[2]! }
}

/** `杭州市西湖区` in the cell of the city is a city and its district. */
export function partCityAndDistrict(text: string): Parted | null {
  if (text.length < 4 || divisionsNamed(text).length > 0) return null
  const read = parseAddress(text)
  if (!read.ok) return null
  const { city, district, street } = read.value
  return city !== undefined && district !== undefined && street === undefined ? { first: city, second: district } : null
}
