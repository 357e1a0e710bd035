import type { Messages } from './catalogue.ts'

/** What is said of a single value that was read, mended or refused. */
export const valuesText = {
  'cell-error': {
    zh: '单元格是错误值 {value}：在表里改正公式',
    en: 'the cell is an error, {value}: mend the formula in the sheet',
  },

  'phone-none': { zh: '没有电话号码', en: 'no phone number' },
  'phone-masked': {
    zh: '号码被遮盖（****），无法使用：向经办人要完整号码',
    en: 'the number is masked (****): ask the staff member for the whole of it',
  },
  'phone-length': {
    zh: '号码有 {digits} 位，多了或少了数字：核对后补正',
    en: 'the number has {digits} digits, too many or too few: check it',
  },
  'phone-digits-lost': {
    zh: '号码被 Excel 变成科学记数，末尾数字已丢失：从原处重新取号',
    en: 'Excel turned the number into 1.38E+10 and its last digits are lost: take it from its source again',
  },
  'phone-zeros-restored': {
    zh: '科学记数的号码，补回了末尾的 0：请核对',
    en: 'a number in scientific notation, its last zeros put back: please check',
  },
  'phone-letter-for-digit': {
    zh: '“{value}”里的字母当作数字读了（O→0，l→1）',
    en: 'letters in "{value}" were read as digits (O→0, l→1)',
  },
  'phone-placeholder': { zh: '像是随手填的号码，不当作真号码使用', en: 'looks like a number typed to fill the cell' },
  'phone-segment': {
    zh: '{segment} 号段没有启用：可能写错',
    en: 'no mobile numbers begin with {segment}: perhaps a typing error',
  },
  'phone-machine-card': { zh: '13 位物联网卡号，不是个人手机', en: "a 13-digit card for machines, nobody's own phone" },
  'phone-no-area': { zh: '座机没有区号：补上区号后才能跨地区核对', en: 'a landline without its area code: add it' },
  'phone-area-added': { zh: '座机没有区号，按地址补上 {code}', en: 'the area code {code} was added from the address' },
  'phone-zero-restored': { zh: '区号前丢失的 0 已补回', en: 'the lost 0 before the area code was put back' },
  'phone-area-retired': {
    zh: '区号 {code} 已并入 {now}：请核对现在的号码',
    en: 'the area code {code} went into {now}: please check the number',
  },
  'phone-old-length': {
    zh: '本地号码比 {code} 现在的 {digits} 位少：可能是升位前的旧号',
    en: 'fewer local digits than the {digits} of {code}: perhaps an old number',
  },
  'phone-local-length': {
    zh: '本地号码比 {code} 的 {digits} 位多：请核对',
    en: 'more local digits than the {digits} of {code}: please check',
  },
  'phone-suffix-expanded': {
    zh: '“{value}”按前一个号码的尾数展开',
    en: '"{value}" was read as another ending of the number before',
  },
  'phone-glued': {
    zh: '两个手机号连在一起，已拆开：请核对',
    en: 'two mobile numbers without a space were taken apart: please check',
  },
  'phone-country-guessed': {
    zh: '没有写国家代码，按数字判断为国外号码',
    en: 'no country code was written: taken for a foreign number by its digits',
  },
  'phone-intl-unverified': {
    zh: '国外号码的位数或号段无法核实',
    en: "the plan of its country doesn't know this number",
  },

  'email-missing': { zh: '没有邮箱', en: 'no e-mail address' },
  'email-shape': {
    zh: '“{value}”不是邮箱地址：应像 name@example.com',
    en: '"{value}" is no e-mail address: it should look like name@example.com',
  },
  'email-domain-typo': {
    zh: '邮箱后缀 {domain} 可能写错，是不是 {suggestion}？',
    en: '{domain} may be a slip for {suggestion}',
  },

  'uscc-masked': { zh: '信用代码被遮盖，无法使用', en: 'the credit code is masked' },
  'uscc-length': {
    zh: '统一社会信用代码应为 18 位，这里有 {length} 位',
    en: 'a credit code has 18 characters, this has {length}',
  },
  'uscc-shape': {
    zh: '不是统一社会信用代码的格式：第 3～8 位应为数字，没有 I、O、S、V、Z',
    en: 'not the shape of a credit code: digits at 3 to 8, never I, O, S, V or Z',
  },
  'uscc-check': {
    zh: '信用代码的校验位不对，可能有一位写错',
    en: 'the check character is wrong: one of the others is perhaps mistyped',
  },
  'uscc-letters-corrected': {
    zh: '“{value}”里不可能出现的字母改成了数字（O→0，I→1）',
    en: 'letters that can\'t be in "{value}" were read as digits (O→0, I→1)',
  },
  'uscc-old-number': {
    zh: '15 位旧注册号或税号：索取新的统一社会信用代码',
    en: 'an old number of 15 digits: ask for the credit code',
  },
  'uscc-organisation-code': {
    zh: '9 位组织机构代码：索取新的统一社会信用代码',
    en: 'an organisation code of 9 characters: ask for the credit code',
  },

  'id-masked': { zh: '身份证号被遮盖，无法使用', en: 'the citizen number is masked' },
  'id-shape': { zh: '不是身份证号的格式', en: 'not the shape of a citizen number' },
  'id-length': {
    zh: '身份证号应为 18 位，这里有 {length} 位',
    en: 'a citizen number has 18 characters, this has {length}',
  },
  'id-digits-lost': {
    zh: '身份证号末三位被 Excel 变成 000，已丢失：从证件重新录入',
    en: 'Excel lost the last three digits: type the number from the card again',
  },
  'id-check': {
    zh: '身份证号校验位不对，可能有一位写错',
    en: 'the check character is wrong: one of the digits is perhaps mistyped',
  },
  'id-birth': { zh: '身份证号里的出生日期不存在', en: 'the birth date inside the number is no day' },
  'id-province': { zh: '身份证号开头 {code} 不是任何省份', en: 'no province begins with {code}' },
  'id-15-digits': {
    zh: '15 位旧身份证号 {value}，已换算成 18 位',
    en: 'an old number of 15 digits, {value}, written with 18',
  },

  'name-missing': { zh: '没有姓名或名称', en: 'no name' },
  'name-digits': { zh: '姓名栏里只有数字“{value}”', en: 'the name is only digits, "{value}"' },
  'name-is-url': { zh: '名称是一个网址', en: 'the name is a web address' },
  'name-honorific-only': {
    zh: '只有称呼，没有全名：下次联系时问全名',
    en: 'a title instead of the full name: ask for it',
  },
  'name-surname-only': { zh: '可能只有姓：补问名字', en: 'perhaps a surname only: ask for the given name' },
  'name-nickname': { zh: '像是昵称或网名，不是姓名', en: 'looks like a nickname' },
  'name-masked': { zh: '姓名被遮盖（*）：补问全名', en: 'the name is masked (*): ask for the whole of it' },
  'name-former': { zh: '曾用名称：{value}', en: 'formerly {value}' },

  'gender-missing': { zh: '没有性别', en: 'no gender' },
  'gender-unknown': { zh: '“{value}”不是性别：填 男 或 女', en: '"{value}" is no gender: M or F' },
  'age-missing': { zh: '没有年龄', en: 'no age' },
  'age-range': { zh: '年龄“{value}”不可能', en: 'an age of "{value}" can\'t be' },
  'age-unreadable': {
    zh: '年龄“{value}”读不懂：填数字，如 35 或 30-39',
    en: 'age "{value}" can\'t be read: a number, such as 35 or 30-39',
  },

  'date-missing': { zh: '没有日期', en: 'no date' },
  'date-unreadable': {
    zh: '日期“{value}”读不懂：写成 2025-03-08',
    en: 'date "{value}" can\'t be read: write 2025-03-08',
  },
  'date-impossible': { zh: '没有“{value}”这一天', en: 'there is no day "{value}"' },
  'date-ambiguous': {
    zh: '“{value}”分不清哪个是月、哪个是日：请核对',
    en: 'which is the month in "{value}"? please check',
  },
  'date-maybe-lost-zero': {
    zh: '“{value}”可能丢了末尾的 0（如 10.10 变成 10.1）：请核对',
    en: '"{value}" may have lost a 0 at its end (10.10 as 10.1): please check',
  },
  'date-span': { zh: '“{value}”是一段日期，不是一天', en: '"{value}" is a span of days' },
  'date-words': { zh: '“{value}”带有文字，只取其中的日期', en: 'only the date in "{value}" is kept' },
  'date-maybe-lunar': { zh: '“{value}”可能是农历：请核对', en: '"{value}" may be a lunar day: please check' },
  'date-order-from-column': {
    zh: '“{value}”的月日顺序按同一列的其他日期判断',
    en: 'month and day of "{value}" as in the rest of the column',
  },
  'date-incomplete': { zh: '日期“{value}”不完整：缺月份', en: 'date "{value}" lacks its month' },
  'date-relative': { zh: '“{value}”不是确切日期：写出年月日', en: '"{value}" is no exact day: write the date' },
  'date-only-time': { zh: '“{value}”只有时间，没有日期', en: '"{value}" is a time without a day' },
  'date-minguo': { zh: '民国纪年，已换算成公历', en: 'a year of the Republic (民國), converted' },
  'date-placeholder': { zh: '{value} 像是系统默认日期，不是真日期', en: '{value} looks like the default of a program' },
  'excel-serial-date': { zh: 'Excel 日期序号 {value}，已换算成日期', en: 'the Excel day number {value}, converted' },
  'year-taken-from-title': {
    zh: '没有写年份，按标题取 {year} 年',
    en: 'no year was written: {year}, as the title says',
  },

  'amount-missing': { zh: '没有金额', en: 'no amount' },
  'amount-unreadable': {
    zh: '金额“{value}”读不懂：写成 12000.00',
    en: 'amount "{value}" can\'t be read: write 12000.00',
  },
  'amount-too-large': { zh: '金额太大，无法精确保存', en: 'the amount is too large to be kept exactly' },
  'amount-approx': { zh: '大约的金额', en: 'an approximate amount' },
  'amount-rounded': { zh: '金额超过两位小数，四舍五入到分', en: 'more than two decimals: rounded to the cent' },
  'amount-arithmetic': { zh: '“{value}”是算式，按结果保存', en: '"{value}" is a sum: its result is kept' },
  'amount-words': { zh: '“{value}”带有文字，只取其中的金额', en: 'only the amount in "{value}" is kept' },
  'number-missing': { zh: '没有数字', en: 'no number' },
  'number-unreadable': {
    zh: '数字“{value}”读不懂：写成 120 或 110-130',
    en: 'number "{value}" can\'t be read: write 120 or 110-130',
  },
  'range-reversed': { zh: '范围“{value}”大小颠倒，已对调', en: 'the range "{value}" was upside down' },

  'address-missing': { zh: '没有地址', en: 'no address' },
  'division-ambiguous': {
    zh: '“{value}”有 {count} 处同名：补上省或市',
    en: '{count} places are called "{value}": add the province or city',
  },
  'division-renamed': { zh: '{from} 现在是 {to}', en: '{from} is now {to}' },
  'division-gone': {
    zh: '{from} 已撤销：补上现在的市和区',
    en: '{from} is no more: add the city and district of today',
  },
  'division-parted': {
    zh: '{from} 已撤销，划入 {to}：请核对现在的区',
    en: '{from} is no more; it went to {to}: please check',
  },
} as const satisfies Messages
