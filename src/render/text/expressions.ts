import type { Messages } from './catalogue.ts'

/** Faults of conditions and policies; the place and the line with a caret are shown below. */
export const expressionsText = {
  'expression-empty': { zh: '条件是空的', en: 'the condition is empty' },
  'expression-unfinished': { zh: '条件没有写完', en: 'the condition is unfinished' },
  'expression-unexpected': { zh: '这里不该出现“{text}”', en: '"{text}" does not belong here' },
  'expression-one-equals': { zh: '相等要写两个等号 ==', en: 'equality is written with two signs: ==' },
  'expression-open-quote': { zh: '引号没有配对', en: 'a quotation mark is not closed' },
  'expression-syntax': { zh: '“{text}”写得不对', en: '"{text}" is not written rightly' },
  'expression-unknown-name': { zh: '没有“{name}”这个字段', en: 'there is no field "{name}"' },
  'expression-unknown-name-near': {
    zh: '没有“{name}”这个字段，是不是“{near}”？',
    en: 'there is no field "{name}"; did you mean "{near}"?',
  },
  'expression-types': {
    zh: '“{operator}”不能用在“{left}”和“{right}”之间',
    en: '"{operator}" does not go between {left} and {right}',
  },
  'expression-sign': { zh: '“{operator}”不能用在“{type}”前面', en: '"{operator}" does not go before {type}' },
  'expression-mixed-list': { zh: '列表里要是同一种值', en: 'a list holds values of one kind' },
  'expression-not-yes-no': {
    zh: '这里要一个“是或否”的条件，写的却是{type}',
    en: 'a yes-or-no condition is needed here, this is {type}',
  },
  'expression-not-number': { zh: '这里要一个数', en: 'a number is needed here' },
  'expression-branches': { zh: '“? :”的两个结果要是同一种', en: 'both results of "? :" must be of one kind' },
  'expression-null': {
    zh: '是否已知请写 known(字段)，不要与 null 比较',
    en: 'to ask whether a field is known write known(field), not null',
  },
  'expression-custom-field': { zh: '自定义字段要写成 f["字段名"]', en: 'custom fields are written f["field"]' },
  'expression-function': {
    zh: '没有函数“{name}”，或参数不对',
    en: 'there is no function "{name}", or its arguments are wrong',
  },
  'expression-matches': {
    zh: '条件里不能用 matches，请用 contains、startsWith、endsWith 或 in',
    en: 'matches is not allowed; use contains, startsWith, endsWith or in',
  },
  'expression-division-by-zero': { zh: '不能除以 0', en: 'a division by 0' },
  'expression-date': {
    zh: '日期要写成 date("2026-01-31")，而且要有这一天',
    en: 'a day is written date("2026-01-31"), and must exist',
  },
  'expression-number-too-large': { zh: '这个数太大了', en: 'this number is too large' },
  'expression-too-large': {
    zh: '条件太长或套得太深，请拆成几条',
    en: 'the condition is too long or too deep; split it',
  },
  'expression-unsupported': { zh: '条件里不能这样写', en: "this can't be used in a condition" },

  'tier-level-twice': { zh: '等级“{level}”写了两次', en: 'level "{level}" is there twice' },
  'tier-clause-twice': { zh: '条款编号“{clause}”写了两次', en: 'clause "{clause}" is there twice' },
  'tier-clause-never': {
    zh: '条款“{clause}”永远轮不到：与前面的“{earlier}”条件相同',
    en: 'clause "{clause}" can never count: "{earlier}" above has the same condition',
  },
  'tier-no-levels': { zh: '方案里没有等级', en: 'the scheme has no levels' },
  'segment-twice': { zh: '细分“{key}”写了两次', en: 'segment "{key}" is there twice' },

  'policy-not-object': { zh: '这里应是一组“名称: 值”', en: 'a set of "name: value" is needed here' },
  'policy-missing': { zh: '缺少这一项', en: 'this entry is missing' },
  'policy-type': { zh: '应是{expected}', en: 'should be {expected}' },
  'policy-unknown-key': { zh: '没有“{key}”这一项', en: 'there is no entry "{key}"' },
  'policy-value': { zh: '只能是其中之一：{allowed}', en: 'must be one of: {allowed}' },
  'policy-too-small': { zh: '不能小于 {least}', en: 'must not be below {least}' },
  'policy-too-big': { zh: '不能大于 {most}', en: 'must not be above {most}' },
  'policy-id': { zh: '编号只能用小写字母、数字和连字符', en: 'an id has small letters, digits and hyphens only' },
  'policy-field': { zh: '数据字典里没有“{field}”', en: 'the dictionary has no field "{field}"' },
  'policy-field-near': {
    zh: '数据字典里没有“{field}”，是不是“{near}”？',
    en: 'the dictionary has no field "{field}"; did you mean "{near}"?',
  },
  'policy-empty': { zh: '不能是空的', en: 'must not be empty' },
  'policy-day': { zh: '日期要写成 2026-01-31', en: 'a day is written 2026-01-31' },
  'policy-threshold-order': { zh: '警告线不能高于失败线', en: 'the warning line must not be above the failing line' },
} as const satisfies Messages
