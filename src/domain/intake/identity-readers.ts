import type { PartyValues } from '../../model/intake.ts'
import { type CellReader, type ColumnFacts, kept, memoised, readCode, readDay, valueText } from './cell-values.ts'
import { factReader } from './fact-readers.ts'
import { ageReader, birthReader, genderReader, paperReader } from './person-readers.ts'
import type { RowDraft } from './row-draft.ts'
import { setText } from './row-making.ts'

const partyTexts = new Set([
  'honorific',
  'english_name',
  'title',
  'department',
  'occupation',
  'employer',
  'education',
  'industry',
  'legal_rep',
  'website',
  'acquired_from',
  'level',
  'status',
  'region',
])

/** The reader of a column about who the customer is; undefined where `target` is about something else. */
export function identityReader(target: string, facts: ColumnFacts): CellReader | undefined {
  return nameReader(target, facts) ?? traitReader(target, facts) ?? plainReader(target)
}

function plainReader(target: string): CellReader | undefined {
  return partyTexts.has(target) ? valueText(target as Exclude<keyof PartyValues, 'kind' | 'gender'>) : undefined
}

/** Names, of the customer and of those who stand with it. */
function nameReader(target: string, facts: ColumnFacts): CellReader | undefined {
  switch (target) {
    case 'name':
      return (draft, cell) => {
        draft.name = kept(cell)
        draft.nameColumn = facts.column
      }
    case 'surname':
      return setText((draft, text) => {
        draft.surname = text
      })
    case 'given_name':
      return setText((draft, text) => {
        draft.givenName = text
      })
    case 'contact_person': {
      const family = /家长|监护|父|母|配偶|爱人|家属/.test(facts.heading)
      return setText((draft, text) => draft.people.push({ text, family, column: facts.column }))
    }
    case 'short_name':
      return setText((draft, text) => {
        draft.values.short_name = text
      })
    case 'employer_title':
      return setText((draft, text) => readPost(draft, text))
    case 'former_name':
      return setText((draft, name) => draft.aliases.push({ name, reason: 'former' }))
    case 'wechat_nick':
      return setText((draft, name) => draft.aliases.push({ name, reason: 'nickname' }))
    case 'introducer':
      return setText((draft, text) => {
        draft.introducer = text
        draft.facts.push({ field: 'introducer', value: text })
      })
    case 'agent':
      return setText((draft, text) => {
        draft.agent = text
      })
    default:
      return undefined
  }
}

/** Papers, days and what else is told of the customer. */
function traitReader(target: string, facts: ColumnFacts): CellReader | undefined {
  switch (target) {
    case 'gender':
      return genderReader(facts)
    case 'birth':
      return birthReader(facts)
    case 'age_band':
      return ageReader(facts)
    case 'id_number':
    case 'uscc':
      return paperReader(facts, target)
    case 'source_code':
      return (draft, cell) => {
        draft.values.source_code = readCode(draft, cell, facts, target)
      }
    case 'customer_type':
      return customerTypeReader(facts)
    case 'opened_on':
      return (draft, cell) => {
        const { iso: day } = readDay(draft, cell, facts, target)
        if (day !== undefined) draft.values.opened_on = day
      }
    case 'owner':
      return setText((draft, text) => {
        draft.values.owner = text
      })
    case 'remark':
      return setText((draft, text) => draft.remarks.push(text))
    default:
      return undefined
  }
}

const post =
  /^(.*?(?:公司|集团|大学|医院|学院|学校|中学|小学|委员会|协会|商会|银行|事务所|研究院|中心|[局厂院所处部]))[\s,，、/]*(\S.*)?$/

/** A firm and the post in it, in one cell: `杭州宏达科技有限公司 总经理`. */
function readPost(draft: RowDraft, text: string): void {
  const match = post.exec(text)
  const [firm, title] = match === null ? text.split(/[\s,，、/]+/) : [match[1], match[2]]
  if (firm !== undefined && firm !== '') draft.values.employer = firm.trim()
  if (title !== undefined && title !== '') draft.values.title = title.trim()
}

function customerTypeReader(facts: ColumnFacts): CellReader {
  const kindOf = memoised((text): 'person' | 'org' | null =>
    /个人|自然人|私人|散客|零售|person|individual/i.test(text) && !/公司|企业|单位/.test(text)
      ? 'person'
      : /企业|公司|单位|法人|机构|集团|团体|工厂|贸易|经销|代理|organi|compan|business|corporate/i.test(text)
        ? 'org'
        : null,
  )
  const fact = factReader('customer_type', facts)
  return (draft, cell) => {
    draft.kindTold = kindOf(kept(cell)) ?? undefined
    fact(draft, cell)
  }
}
