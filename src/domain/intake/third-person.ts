import { foldText } from '../normalize/fold.ts'
import { nameKind } from '../normalize/name-kind.ts'

const agentWord = /带看|中介|经纪人?|渠道|报备|代理|代办|分销|链家|贝壳|我爱我家|中原|agent|broker/i
const filler = /(?:带看|带客|带来|陪同|报备|的?电话|手机|联系|转|中介|经纪人|渠道|代|：|:|\s)+/g
const introduced = /介绍人|推荐人|介绍$/

export interface ThirdPerson {
  readonly name: string
  readonly relation: 'agent' | 'introduced_by' | 'other'
}

/**
 * Whose number a phone cell holds, where the words beside it name somebody else than the customer.
 *
 * Null where the words are the customer's own name, or no name at all.
 */
export function thirdPerson(words: string, customer: string): ThirdPerson | null {
  const plain = foldText(words)
  const name = plain.replace(filler, ' ').trim().replace(/\s+/g, '')
  if (name === '' || name.length > 12) return agentWord.test(plain) ? { name: '', relation: 'agent' } : null
  if (customer !== '' && (customer.includes(name) || name.includes(customer))) return null
  if (agentWord.test(plain)) return { name, relation: 'agent' }
  if (introduced.test(plain)) return { name: name.replace(introduced, ''), relation: 'introduced_by' }
  return customer !== '' && nameKind(name) === 'person' ? { name, relation: 'other' } : null
}
