import { acquisitionSources, customerTypes, genders, lifecycles } from './choices.ts'
import { block, purposes } from './define.ts'

const base = block({
  entity: 'person',
  group: '基本',
  stored: 'party',
  purpose: purposes.identify,
  sensitivity: 'personal',
})

export const basicFields = [
  base(
    'name',
    '姓名',
    'Name',
    '客户名称|客户姓名|名称|客户|客户名|顾客|顾客姓名|顾客名称|贵宾姓名|贵宾|会员姓名|会员名称|会员|客人|客人姓名|用户名称|用户|用户姓名|买家|买方|业主|业主姓名|业主名称|租户|租户名称|承租人|承租方|承租单位|租客|收货人|收件人|订位人|订餐人|预订人|预定人|报备客户|来访人|来访客户|访客|访客姓名|来宾姓名|购房人|购车人|车主|患者|学员|学员姓名|家长姓名|甲方|需方|客户全称|往来单位名称|Customer|Customer Name|Client|Client Name|Full Name|Guest|Guest Name|Buyer|Tenant|Lessee|Member|Member Name|Display Name|客戶|客戶名稱|客戶姓名|貴賓姓名|會員姓名|姓名/名称',
    { entity: 'party', type: 'name', verifyScope: 'base' },
  ),
  base('surname', '姓', 'Surname', '姓氏|Last Name|Family Name|Surname', { type: 'text' }),
  base('given_name', '名', 'Given name', '名字|First Name|Given Name|Forename', { type: 'text' }),
  base('honorific', '称呼', 'Form of address', '尊称|称谓|Salutation|Prefix|稱呼|稱謂'),
  base('gender', '性别', 'Gender', '男/女|先生/女士|姓别|Sex|性別', { choices: genders }),
  base(
    'birth',
    '出生日期',
    'Birthday',
    '生日|出生年月|出生年月日|生辰|阳历生日|阴历生日|农历生日|公历生日|客户生日|DOB|Birth Date|Birthdate|Date of Birth|生日日期|出生',
    {
      type: 'partial-date',
      purpose: purposes.greet,
    },
  ),
  base('age_band', '年龄', 'Age', '岁数|年龄段|年龄区间|年纪|Age Range|Age Band|Age Group|年齡', {
    purpose: purposes.serve,
  }),
  base(
    'id_number',
    '身份证号',
    'ID number',
    '身份证|身份证号码|证件号|证件号码|公民身份号码|ID号|ID No|ID No.|护照号|护照号码|客户证件号|身分證|身分證字號|ID Card|Passport No|Passport',
    { type: 'id-number', sensitivity: 'sensitive' },
  ),
  base('id_type', '证件类型', 'ID type', '证件种类|证照类型|ID Type', { stored: 'fact' }),
  base(
    'source_code',
    '客户编号',
    'Customer code',
    '客户编码|客户代码|客户号|编码|会员号|会员编号|会员卡号|卡号|会员卡|档案编号|档案号|客户ID|顾客编号|业主编号|租户编号|用户编号|用户ID|记录编号|客编|Customer ID|Customer No|Customer Code|Customer Number|Client ID|Account No|Account Number|Account ID|Member ID|Member No|Member Number|Card No|Record ID|Contact ID|客戶編號|客戶代號|會員編號|會員卡號',
    {
      type: 'code',
      purpose: purposes.manage,
      sensitivity: 'open',
    },
  ),
  base(
    'customer_type',
    '客户类型',
    'Customer type',
    '客户性质|客户类别|类别|性质|单位性质|个人/公司|个人/单位|企业性质|客户分类|Type|Category|Customer Category|客戶類型|客戶類別',
    {
      choices: customerTypes,
      open: true,
      stored: 'fact',
      entity: 'customer',
      sensitivity: 'open',
    },
  ),
  base(
    'acquired_from',
    '客户来源',
    'Source',
    '来源|来源渠道|获知途径|认知途径|认知渠道|获客渠道|获取来源|媒体来源|客源|了解途径|得知途径|信息来源|来访渠道|客户渠道|Lead Source|Acquisition Source|Channel Source|How did you hear|客戶來源|來源',
    {
      choices: acquisitionSources,
      open: true,
      entity: 'customer',
      stored: 'customer',
      purpose: purposes.market,
      sensitivity: 'open',
    },
  ),
  base(
    'introducer',
    '介绍人',
    'Introduced by',
    '推荐人|转介人|引荐人|介绍客户|推荐客户|Referrer|Referred By|Introducer|介紹人|推薦人',
    {
      stored: 'fact',
      type: 'person-name',
      purpose: purposes.relate,
    },
  ),
  base(
    'level',
    '客户级别',
    'Level',
    '客户等级|等级|级别|会员等级|会员级别|卡类型|卡类|卡别|VIP等级|ABC分类|星级|客户分级|会员类型|会员卡类型|Grade|Tier|Rating|Membership Level|Customer Level|客戶等級|會員等級|等級|級別',
    {
      entity: 'customer',
      stored: 'customer',
      purpose: purposes.value,
      sensitivity: 'open',
    },
  ),
  base(
    'owner',
    '负责人',
    'Owner',
    '业务员|业务|销售|销售员|销售人员|销售代表|客户经理|跟进人|置业顾问|招商专员|招商经理|店员|经手人|经办人|接单人|接待人|维护人|录入人|登记人|制单人|专属顾问|服务顾问|顾问|服务人员|导购|营业员|技师|维修员|教练|医生|美容师|发型师|收银员|责任人|跟单员|归属人|所属销售|接访人|收集人|Sales|Contact Owner|Lead Owner|Record Owner|Company Owner|Deal Owner|Sales Rep|Salesperson|Account Manager|Account Owner|Staff|Assigned To|Rep|Agent|Handled By|Operator|業務員|負責人|經辦人|業務',
    { entity: 'customer', stored: 'customer', type: 'person-name', purpose: purposes.manage, sensitivity: 'open' },
  ),
  base(
    'status',
    '客户状态',
    'Status',
    '状态|跟进状态|合作状态|客户阶段|阶段|Stage|Customer Status|Lead Status|狀態|客戶狀態',
    {
      entity: 'customer',
      stored: 'customer',
      purpose: purposes.manage,
      sensitivity: 'open',
    },
  ),
  base('lifecycle', '客户生命周期', 'Lifecycle', '生命周期|Lifecycle Stage', {
    entity: 'customer',
    stored: 'fact',
    choices: lifecycles,
    purpose: purposes.manage,
    sensitivity: 'open',
  }),
  base(
    'opened_on',
    '登记日期',
    'Registered on',
    '建档日期|建档时间|创建时间|创建日期|录入时间|录入日期|注册时间|注册日期|办卡日期|办卡时间|开卡日期|开卡时间|入会时间|入会日期|开户日期|首次联系|首次联系时间|首访日期|首访时间|登记时间|填表日期|填写日期|开拓日期|加入日期|First Contact|Created|Created At|Created On|Create Time|Create Date|Date Created|Date Added|Date Joined|Join Date|Registered|Registration Date|Sign Up Date|登記日期|建檔日期',
    {
      entity: 'customer',
      stored: 'customer',
      type: 'date',
      purpose: purposes.manage,
      sensitivity: 'open',
    },
  ),
  base('short_name', '简称', 'Short name', '客户简称|公司简称|单位简称|助记名|别名|Alias|Short|Nick|簡稱', {
    purpose: purposes.identify,
  }),
  base('english_name', '英文名', 'English name', '英文名称|外文名|英文姓名|Name (EN)|English|Name in English|英文名稱'),
  base('former_name', '曾用名', 'Former name', '原名|原名称|前名称|曾用名称|旧名|Previous Name|Old Name', {
    stored: 'fact',
  }),
  base(
    'remark',
    '备注',
    'Remark',
    '说明|备注信息|备注说明|附注|描述|其他说明|Remarks|Comment|Comments|Memo|Note|Description|備註|備注|附註',
    {
      entity: 'party',
      type: 'long-text',
      purpose: purposes.serve,
    },
  ),
  base('tags', '标签', 'Tags', '客户标签|标记|Tag|Labels|Label', {
    stored: 'fact',
    entity: 'customer',
    purpose: purposes.serve,
    sensitivity: 'open',
  }),
]
