import { block, purposes } from './define.ts'

const reach = block({
  entity: 'contact',
  group: '基本',
  stored: 'contact',
  purpose: purposes.reach,
  sensitivity: 'personal',
})

const place = block({
  entity: 'address',
  group: '基本',
  stored: 'address',
  purpose: purposes.address,
  sensitivity: 'personal',
})

export const contactFields = [
  reach(
    'mobile',
    '手机',
    'Mobile',
    '手机号|手机号码|移动电话|手机1|手机2|联系手机|行动电话|行動電話|本人手机|注册手机|会员手机|客户手机|联系人手机|手機|手機號碼|Mobile Phone|Mobile No|Mobile Number|Cell|Cell Phone|Cellphone|MP',
    {
      type: 'phone',
      verifyScope: 'base',
    },
  ),
  reach(
    'phone',
    '电话',
    'Phone',
    '联系电话|联系方式|联络方式|电话号码|电话1|电话2|联络电话|固定电话|固话|座机|座机电话|座机号码|办公电话|公司电话|单位电话|家庭电话|住宅电话|电话/手机|手机/电话|预留电话|客户电话|客户联系方式|联系人电话|联系号码|来电号码|租户电话|业主电话|收货电话|会员电话|Tel|TEL.|Tel.|Tel No|Telephone|Phone No|Phone Number|Phone 1|Phone 2|Contact Number|Contact No|Tel/WhatsApp|Work Phone|Home Phone|Business Phone|Office Phone|Phone/Mobile|Phones|電話|聯絡電話|聯絡方式|電話號碼|連絡電話|市話',
    { type: 'phone', verifyScope: 'base' },
  ),
  reach('fax', '传真', 'Fax', '传真号|传真号码|联系传真|Fax No|傳真', { type: 'phone' }),
  reach(
    'email',
    '邮箱',
    'E-mail',
    '电子邮箱|电子邮件|邮件|邮件地址|邮箱地址|企业邮箱|E-mail|Email|Email Address|E-mail Address|Mail|電子郵件|电邮|电邮地址|電子信箱|信箱|郵箱',
    {
      type: 'email',
      verifyScope: 'base',
    },
  ),
  reach('wechat', '微信', 'WeChat', '微信号|微信账号|微信ID|VX|V信|WeChat ID|企微|企业微信|微信號'),
  reach('wechat_nick', '微信昵称', 'Nickname', '昵称|微信名|网名|客户昵称|Nick Name', {
    stored: 'fact',
    purpose: purposes.identify,
  }),
  reach('qq', 'QQ', 'QQ', 'QQ号|QQ号码|扣扣'),
  reach('whatsapp', 'WhatsApp', 'WhatsApp', 'Whats App|WhatsApp No', { type: 'phone' }),
  reach('preferred_contact', '首选联系方式', 'Preferred way of contact', '联系偏好|Preferred Contact', {
    stored: 'fact',
  }),
  place(
    'address',
    '地址',
    'Address',
    '详细地址|联系地址|客户地址|街道地址|收货地址|送货地址|收件地址|装机地址|居住工作区域|Street|Street Address|Shipping Address|Address 1|Address Line 1|Full Address|Delivery Address|住址/地址|詳細地址|聯絡地址|收件地址',
    {
      type: 'address',
      verifyScope: 'base',
    },
  ),
  place(
    'home_address',
    '家庭住址',
    'Home address',
    '住址|居住地址|家庭地址|居住地|现住址|户籍地址|Home Address|住家地址',
    { type: 'address' },
  ),
  place(
    'work_address',
    '单位地址',
    'Work address',
    '公司地址|办公地址|经营地址|企业地址|工作地址|Office Address|Company Address|Business Address|公司地址',
    { type: 'address' },
  ),
  place('mailing_address', '通讯地址', 'Mailing address', '通信地址|邮寄地址|寄件地址|Mailing Address|通訊地址', {
    type: 'address',
  }),
  place('registered_address', '注册地址', 'Registered address', '住所|营业地址|Registered Address', {
    type: 'address',
  }),
  place('province', '省份', 'Province', '省|所在省份|省/直辖市|所在省|State|Province/State', {
    type: 'division',
    sensitivity: 'open',
  }),
  place('city', '城市', 'City', '市|所在城市|地市|所在市|县市|Town', { type: 'division', sensitivity: 'open' }),
  place('district', '区县', 'District', '区|县|区/县|所在区县|County|縣市|區', {
    type: 'division',
    sensitivity: 'open',
  }),
  place(
    'region',
    '区域',
    'Region',
    '省市区|所在地区|地区|所属区域|客户区域|居住区域|片区|大区|所在地|Area|Territory|Location|區域|地區',
    {
      stored: 'customer',
      entity: 'customer',
      sensitivity: 'open',
    },
  ),
  place('postcode', '邮编', 'Postcode', '邮政编码|Zip|Zip Code|Postal Code|Post Code|郵遞區號', {
    type: 'code',
    sensitivity: 'open',
  }),
  place('country', '国家', 'Country', '国别|国家/地区|国家地区|Country/Region|Nation|國家', { sensitivity: 'open' }),
]
