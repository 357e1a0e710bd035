import type { BlankForm, BlankRow, BlankSpace, FormDef, FormItem, FormSection, FormVariant } from '../../model/forms.ts'
import type { Lang } from '../../model/units.ts'
import { choicesFor, fieldOf } from './check-answer.ts'
import { labelOf } from './summary.ts'

const seats: Readonly<Record<string, NonNullable<BlankRow['seat']>>> = {
  seat_host: 'top',
  seat_deputy: 'bottom',
  seat_guest: 'left',
  seat_second: 'right',
}

/** The form as it is printed: every question it may ask, conditions left to the person who fills it. */
export function blankForm(def: FormDef, variant: FormVariant, lang: Lang): BlankForm {
  const sections = def.sections
    .filter(({ full }) => variant === 'full' || full !== true)
    .map((section) => ({
      title: section[lang],
      repeats: section.repeat !== undefined,
      rows: section.items
        .filter(({ full }) => variant === 'full' || full !== true)
        .map((item) => blankRow(section, item, lang)),
    }))
  return { number: def.number, title: def[lang], sections: sections.filter(({ rows }) => rows.length > 0) }
}

function blankRow(section: FormSection, item: FormItem, lang: Lang): BlankRow {
  const question = { path: item.field, section, item, required: item.required === true }
  const seat = seats[item.field]
  return {
    // Around the table the place is seen: 餐位图 上：主陪 is 主陪 there.
    label: seat === undefined ? labelOf(question, lang) : labelOf(question, lang).replace(/^.*[：:]\s*/, ''),
    required: question.required,
    space: spaceOf(question, lang),
    ...(seat === undefined ? {} : { seat }),
  }
}

function spaceOf(question: Parameters<typeof choicesFor>[0], lang: Lang): BlankSpace {
  const choices = choicesFor(question)
  const type = fieldOf(question)?.type
  if (choices !== undefined) {
    return {
      kind: 'boxes',
      labels: choices.map((choice) => choice[lang]),
      open: question.item?.open === true || type === 'text',
    }
  }
  return { kind: type === 'long-text' ? 'lines' : 'line' }
}
