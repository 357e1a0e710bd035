import type { Messages } from './catalogue.ts'

/**
 * What each built-in rule says about a value (`check.<rule>`) and what to do (`check.<rule>.remedy`).
 *
 * `{value}` is masked already; `{reason}` is the sentence of the finding's own reason. A rule of the house
 * brings its own words; `check.test.<test>` stands in where a rule has none.
 */
export const checksText = {
  'check.name-missing': { zh: '没有姓名或名称', en: 'has no name' },
  'check.name-missing.remedy': { zh: '下次联系时问清姓名或单位名称', en: 'ask for the name at the next contact' },
  'check.contact-missing': { zh: '没有任何联系方式', en: 'has no way to be reached' },
  'check.contact-missing.remedy': {
    zh: '向经办人或介绍人补问电话；无法联系的归档',
    en: 'ask the staff member or introducer for a number, else archive',
  },
  'check.phone-missing': { zh: '没有电话', en: 'has no phone' },
  'check.phone-missing.remedy': { zh: '用现有的联系方式补问电话', en: 'ask for a number by the ways there are' },
  'check.org-uscc-missing': { zh: '单位没有统一社会信用代码', en: 'organisation without a credit code' },
  'check.org-uscc-missing.remedy': {
    zh: '开票或签约时索取营业执照上的代码',
    en: 'ask for the code on the licence when invoicing or signing',
  },
  'check.name-incomplete': { zh: '只知道“{name}”，没有名字', en: 'known as "{name}" only, without a given name' },
  'check.name-incomplete.remedy': { zh: '补问全名', en: 'ask for the full name' },

  'check.phone-format': { zh: '电话“{value}”读不懂', en: 'phone "{value}" can\'t be read' },
  'check.phone-format.remedy': {
    zh: '核对位数：手机 11 位，座机写成“区号-号码”',
    en: 'count the digits: mobiles have 11, landlines are area code and number',
  },
  'check.email-format': { zh: '邮箱“{value}”不是有效的地址', en: 'e-mail "{value}" is no valid address' },
  'check.email-format.remedy': { zh: '应为 名字@域名，核对后更正', en: 'it has the form name@domain; correct it' },
  'check.id-number-format': { zh: '证件号“{value}”不对：{reason}', en: 'citizen number "{value}" is wrong: {reason}' },
  'check.id-number-format.remedy': {
    zh: '对照证件原件更正；校验位不符多为抄错一位',
    en: 'compare with the paper; a wrong check digit is mostly one slip',
  },
  'check.uscc-format': {
    zh: '统一社会信用代码“{value}”不对：{reason}',
    en: 'credit code "{value}" is wrong: {reason}',
  },
  'check.uscc-format.remedy': {
    zh: '对照营业执照更正；代码里没有字母 I O S V Z',
    en: 'compare with the licence; the code never has the letters I O S V Z',
  },
  'check.birth-format': { zh: '出生日期“{value}”没有这一天', en: 'birth date "{value}" is no day' },
  'check.birth-format.remedy': {
    zh: '核对后更正；只知道月日的写“3月8日”',
    en: 'correct it; where only month and day are known, write these',
  },
  'check.opened-on-format': { zh: '建档日期“{value}”没有这一天', en: 'opening date "{value}" is no day' },
  'check.opened-on-format.remedy': { zh: '对照登记表更正', en: 'compare with the form' },
  'check.website-format': { zh: '网址“{value}”不像网址', en: 'website "{value}" does not look like one' },
  'check.website-format.remedy': {
    zh: '写成 www.例子.com 的样子，或清空',
    en: 'write it like www.example.com, or clear it',
  },

  'check.birth-in-future': { zh: '出生日期“{value}”在今天以后', en: 'birth date "{value}" is after today' },
  'check.birth-in-future.remedy': { zh: '多为年份写错，核对后更正', en: 'mostly a wrong year; correct it' },
  'check.opened-in-future': {
    zh: '建档日期“{value}”不在 {min} 到 {max} 之间',
    en: 'opening date "{value}" is not between {min} and {max}',
  },
  'check.opened-in-future.remedy': { zh: '对照登记表更正年份', en: 'compare the year with the form' },
  'check.deal-in-future': { zh: '有一笔交易的日期“{value}”在今天以后', en: 'a deal is dated "{value}", after today' },
  'check.deal-in-future.remedy': { zh: '对照单据更正日期', en: 'correct the date by the document' },
  'check.contact-in-future': {
    zh: '有一次来往的日期“{value}”在今天以后',
    en: 'a contact is dated "{value}", after today',
  },
  'check.contact-in-future.remedy': {
    zh: '预约请记为计划，已发生的更正日期',
    en: 'keep appointments as plans, and correct the date of what has happened',
  },
  'check.impossible-age': {
    zh: '按出生日期“{value}”算是 {age} 岁，不可能',
    en: 'birth date "{value}" makes an age of {age}, which can\'t be',
  },
  'check.impossible-age.remedy': { zh: '核对出生年份', en: 'check the year of birth' },

  'check.placeholder-name': { zh: '姓名“{value}”是填充用的，不是客户', en: 'name "{value}" is a filler and nobody\'s' },
  'check.placeholder-name.remedy': { zh: '补上真名；测试数据请归档', en: 'put the real name, or archive test data' },
  'check.placeholder-phone': {
    zh: '电话“{value}”是填充用的，不是真号码',
    en: 'phone "{value}" is a filler and nobody\'s',
  },
  'check.placeholder-phone.remedy': { zh: '清空后补问真号码', en: 'clear it and ask for the real one' },
  'check.placeholder-email': { zh: '邮箱“{value}”是填充用的', en: 'e-mail "{value}" is a filler' },
  'check.placeholder-email.remedy': { zh: '清空后补问', en: 'clear it and ask' },
  'check.mobile-segment': {
    zh: '手机“{value}”的号段 {segment} 还没有启用',
    en: 'mobile "{value}" has segment {segment}, which is not in use',
  },
  'check.mobile-segment.remedy': {
    zh: '多为前三位抄错，请回拨核对',
    en: 'mostly a slip in the first three digits; call to check',
  },
  'check.lossy-number': {
    zh: '号码“{value}”的末几位被表格软件丢掉了',
    en: 'number "{value}" has lost its last digits in a table program',
  },
  'check.lossy-number.remedy': {
    zh: '无法修复：请向来源重新要一份，列格式设为“文本”',
    en: 'beyond repair: ask the source again, with the column set to text',
  },
  'check.value-unread': {
    zh: '{field}原来写的是“{value}”，读不懂，没有记入：{reason}',
    en: '{field} was written "{value}", which can\'t be read and is not in the book: {reason}',
  },
  'check.value-unread.remedy': {
    zh: '看原表这一行，问清后用 kehu edit 补上',
    en: 'look at that row of the sheet, and put it right with kehu edit',
  },
  'check.email-domain': {
    zh: '邮箱“{value}”的域名像是写错了，应为 {suggestion}',
    en: 'the domain of e-mail "{value}" looks mistyped for {suggestion}',
  },
  'check.email-domain.remedy': {
    zh: '用 kehu clean 改，或与客户核对',
    en: 'mend it with kehu clean, or ask the customer',
  },
  'check.landline-length': {
    zh: '座机“{value}”只有 {length} 位，{place}的号码是 {digits} 位',
    en: 'landline "{value}" has {length} digits; those of {place} have {digits}',
  },
  'check.landline-length.remedy': {
    zh: '升位前的老号：kehu clean 能补的会补，其余请回拨核对',
    en: 'from before numbers grew: kehu clean adds the digit where it is known; call to check the others',
  },
  'check.address-contradicts-city': {
    zh: '地址“{value}”写的是{told}，却登记在{city}',
    en: 'address "{value}" begins with {told}, yet is filed under {city}',
  },
  'check.address-contradicts-city.remedy': {
    zh: '问清在哪个城市，改地址或改城市',
    en: 'ask which city it is, and correct the one or the other',
  },
  'check.mojibake': { zh: '“{value}”是乱码', en: '"{value}" is garbled' },
  'check.mojibake.remedy': {
    zh: '用 kehu clean 修复；已丢失的字请重新要原文件',
    en: 'mend it with kehu clean; where characters are lost, ask for the file again',
  },
  'check.person-named-as-org': {
    zh: '登记为个人，名称却是单位：“{value}”',
    en: 'filed as a person, yet named as an organisation: "{value}"',
  },
  'check.person-named-as-org.remedy': {
    zh: '改为单位，或把姓名和单位对调',
    en: 'make it an organisation, or swap name and employer',
  },
  'check.org-named-as-person': {
    zh: '登记为单位，名称却像个人：“{value}”',
    en: 'filed as an organisation, yet named as a person: "{value}"',
  },
  'check.org-named-as-person.remedy': {
    zh: '改为个人，或补上单位名称',
    en: "make it a person, or add the organisation's name",
  },
  'check.org-with-citizen-number': {
    zh: '单位名下是个人身份证号“{value}”',
    en: 'organisation with a citizen number "{value}"',
  },
  'check.org-with-citizen-number.remedy': {
    zh: '个体户请补信用代码；否则改为个人',
    en: 'add the credit code of a sole trader, or make it a person',
  },

  'check.birth-contradicts-id': {
    zh: '出生日期“{value}”与身份证上的 {inId} 不一致',
    en: 'birth date "{value}" and the citizen number ({inId}) disagree',
  },
  'check.birth-contradicts-id.remedy': {
    zh: '以证件为准；过农历生日的请记为农历',
    en: 'follow the paper; keep lunar birthdays as lunar',
  },
  'check.gender-contradicts-id': {
    zh: '性别“{value}”与身份证不一致',
    en: 'sex "{value}" and the citizen number disagree',
  },
  'check.gender-contradicts-id.remedy': {
    zh: '核对身份证号是不是本人的',
    en: "check whether the number is the customer's own",
  },
  'check.gender-contradicts-honorific': {
    zh: '性别“{value}”与称呼“{honorific}”不一致',
    en: 'sex "{value}" and the salutation "{honorific}" disagree',
  },
  'check.gender-contradicts-honorific.remedy': { zh: '核对后改其中一项', en: 'check, and change one of them' },
  'check.birth-contradicts-age-band': {
    zh: '年龄段“{value}”与出生日期（{age} 岁）不一致',
    en: 'age band "{value}" and the birth date (age {age}) disagree',
  },
  'check.birth-contradicts-age-band.remedy': {
    zh: '有出生日期时可清空年龄段',
    en: 'clear the band where the birth date is known',
  },
  'check.city-contradicts-area-code': {
    zh: '座机“{value}”的区号属于{place}，地址在{city}',
    en: 'landline "{value}" belongs to {place}, the address is in {city}',
  },
  'check.city-contradicts-area-code.remedy': {
    zh: '核对区号；外地单位的电话请加标注',
    en: 'check the area code; label numbers of another place',
  },
  'check.district-contradicts-city': { zh: '区县“{value}”不属于{city}', en: 'district "{value}" is not in {city}' },
  'check.district-contradicts-city.remedy': { zh: '核对城市和区县', en: 'check city and district' },
  'check.deal-before-opened': {
    zh: '建档日期“{value}”晚于第一笔交易 {deal}',
    en: 'opened on "{value}", after the first deal on {deal}',
  },
  'check.deal-before-opened.remedy': {
    zh: '建档日期可改为第一笔交易的日期',
    en: 'the opening date may be set to that of the first deal',
  },

  'check.id-number-twice': {
    zh: '证件号“{value}”有 {count} 位客户在用',
    en: 'citizen number "{value}" is held by {count} customers',
  },
  'check.id-number-twice.remedy': { zh: '用 kehu dedupe 合并重复的客户', en: 'merge the duplicates with kehu dedupe' },
  'check.uscc-twice': {
    zh: '信用代码“{value}”有 {count} 家单位在用',
    en: 'credit code "{value}" is held by {count} organisations',
  },
  'check.uscc-twice.remedy': {
    zh: '用 kehu dedupe 合并；分公司应有自己的代码',
    en: 'merge with kehu dedupe; branches have codes of their own',
  },
  'check.not-seen-for-long': {
    zh: '最近一次更新、来往或交易是 {value}，超过 {days} 天',
    en: 'last updated, met or sold to on {value}, more than {days} days ago',
  },
  'check.not-seen-for-long.remedy': { zh: '安排核实；不再来往的归档', en: 'plan a verification, or archive' },

  'check.test.required': { zh: '缺少“{field}”', en: '{field} is missing' },
  'check.test.format': {
    zh: '“{field}”的值“{value}”格式不对：{reason}',
    en: '{field} "{value}" has a wrong form: {reason}',
  },
  'check.test.choice': {
    zh: '“{field}”的值“{value}”不在可选值里',
    en: '{field} "{value}" is not in the list of values',
  },
  'check.test.range': {
    zh: '“{field}”的值“{value}”不在 {min}～{max} 之间',
    en: '{field} "{value}" is not between {min} and {max}',
  },
  'check.test.unique': {
    zh: '“{field}”的值“{value}”有 {count} 个客户在用',
    en: '{field} "{value}" is held by {count} customers',
  },
  'check.test.fresh': { zh: '最近一次是 {value}，超过 {days} 天', en: 'last on {value}, more than {days} days ago' },
  'check.test.condition': { zh: '“{field}”不符合规则', en: '{field} breaks the rule' },
  'check.test.remedy': { zh: '核对后更正', en: 'check it and correct it' },

  'date-shape': { zh: '没有这一天', en: 'there is no such day' },
  'url-shape': { zh: '不像网址', en: 'it does not look like an address' },
  'number-shape': { zh: '不是数字', en: 'it is no number' },
  'phone-shape': { zh: '读不懂的号码', en: "it can't be read as a number" },

  'class.duplicate': { zh: '重复', en: 'duplicate' },
  'class.wrong': { zh: '错误', en: 'wrong' },
  'class.incomplete': { zh: '不完整', en: 'incomplete' },
  'class.outdated': { zh: '过时', en: 'outdated' },
  'class.inconsistent': { zh: '矛盾', en: 'inconsistent' },
  'severity.error': { zh: '错误', en: 'error' },
  'severity.warn': { zh: '警告', en: 'warning' },
  'severity.info': { zh: '提示', en: 'note' },

  'check-rule-twice': { zh: '规则“{rule}”写了两次', en: 'rule "{rule}" is there twice' },

  'repair.format-phone': { zh: '电话写成统一格式', en: 'phone in its normal form' },
  'repair.format-text': { zh: '去掉多余的空格和全角字符', en: 'surplus spaces and wide characters taken out' },
  'repair.format-email': { zh: '邮箱写成统一格式', en: 'e-mail in its normal form' },
  'repair.format-code': { zh: '代码写成统一格式', en: 'code in its normal form' },
  'repair.email-mend': { zh: '多写的 @ 或漏掉的 .com', en: 'a doubled @ or a missing .com' },
  'repair.email-domain': {
    zh: '邮箱域名“{domain}”应为“{suggestion}”',
    en: 'e-mail domain "{domain}" should be "{suggestion}"',
  },
  'repair.swap-name-company': { zh: '姓名和单位写反了', en: 'name and employer are swapped' },
  'repair.city-from-area-code': { zh: '按座机区号 {code} 补上城市', en: 'city taken from the area code {code}' },
  'repair.landline-digits': {
    zh: '{code} 已升为 8 位，前面加 {digit}',
    en: '{code} has 8 digits now: {digit} put in front',
  },
  'repair.placeholder-to-missing': { zh: '填充用的值，改为空', en: 'a filler, cleared' },
  'repair.mojibake': { zh: '乱码还原', en: 'garbled text mended' },
  'repair.birth-from-id': { zh: '按身份证补上出生日期', en: 'birth date taken from the citizen number' },
  'repair.split-name-phone': { zh: '姓名里带着电话，分开', en: 'a phone in the name, parted from it' },
  'repair.split-employer-title': { zh: '单位后面带着职务，分开', en: 'a post behind the employer, parted from it' },
  'repair.split-city-district': { zh: '城市里带着区县，分开', en: 'a district behind the city, parted from it' },
  'repair.script': { zh: '改成本单位用的简体或繁体', en: 'written in the script of the house' },
  'repair.gender-from-id': { zh: '按身份证补上性别', en: 'sex taken from the citizen number' },
} as const satisfies Messages
