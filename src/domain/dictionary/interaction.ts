import { demandClasses, demandStages, intents, interactionKinds } from './choices.ts'
import { block, purposes } from './define.ts'

const talk = block({ entity: 'interaction', group: '来往', stored: 'interaction', purpose: purposes.contact })
const booking = block({ entity: 'interaction', group: '来往', stored: 'interaction', purpose: purposes.serve })
const demand = block({ entity: 'demand', group: '需求', stored: 'fact', purpose: purposes.demand })

export const interactionFields = [
  talk(
    'contact_on',
    '联系日期',
    'Contact date',
    '跟进日期|走访日期|走访时间|跟进时间|沟通日期|回访日期|回访时间|拜访日期|拜访时间|联系时间|沟通时间|来电日期|来电时间|服务日期|投诉日期|Activity Date|Contact Date|Call Date|Meeting Date',
    { type: 'date' },
  ),
  talk(
    'visit_on',
    '来访日期',
    'Visit date',
    '来访时间|到访日期|到访时间|来电来访日期|来访登记时间|到店日期|到店时间|看房日期|看房时间|接待日期|接待时间|带看日期|带看时间|参观日期|进店时间|Visit Date|Visited On|Date of Visit|來訪日期',
    { type: 'date' },
  ),
  talk('contact_time', '时间', 'Time', '时刻|来访时刻|钟点|Time', {}),
  talk(
    'contact_kind',
    '联系方式类别',
    'Kind of contact',
    '方式|跟进方式|联系类型|沟通方式|联系渠道|来往方式|跟进类型|回访方式|接触方式|活动类型|Activity Type|Interaction Type|Contact Type|Method|Channel',
    {
      choices: interactionKinds,
    },
  ),
  talk(
    'content',
    '内容',
    'Content',
    '跟进内容|企业诉求|诉求|反映问题|反映情况|沟通内容|洽谈内容|联系内容|回访内容|咨询内容|投诉内容|曾经投诉内容|服务内容|事由|来访事由|来访目的|Subject|Details|Summary|Content|Conversation',
    { type: 'long-text' },
  ),
  talk(
    'follow_up',
    '跟进记录',
    'Follow-up',
    '跟进情况|回访记录|沟通记录|联系记录|跟踪记录|跟踪情况|回访情况|洽谈记录|第一次回访|第二次回访|第三次回访|一访|二访|三访|首次跟进|二次跟进|追访|跟进1|跟进2|咨询记录|服务请求记录|邮件往来记录|Follow Up|Follow-up|Follow Ups|Activity|Activities|Notes|History|跟進記錄|追蹤記錄',
    {
      type: 'long-text',
    },
  ),
  talk('contact_staff', '跟进人员', 'Staff', '联系人员|走访人员|走访人|拜访人员|回访人|拜访人|客服|接待人员', {
    type: 'person-name',
  }),
  talk(
    'next_contact',
    '下次联系',
    'Next contact',
    '下次跟进|下次跟进时间|下次联系时间|下次联系日期|预约回访|提醒日期|下次拜访|下次回访|Next Follow-up|Next Follow Up|Next Contact|Follow Up Date|Next Step Date|下次聯絡',
    {
      type: 'date',
    },
  ),
  talk('contact_place', '地点', 'Place', '联系地点|拜访地点|会面地点|Place|Venue', {}),
  talk('cost', '费用', 'Cost', '费用开支|招待费|支出|Cost|Expense', { type: 'money' }),
  talk('contact_purpose', '目的', 'Purpose', '接触目的|拜访目的|Purpose', {}),
  talk('result', '结果', 'Result', '跟进结果|办理情况|办理结果|处理结果|回访结果|处理意见|Result|Outcome', {}),
  talk(
    'visit_no',
    '首访/复访',
    'First or return visit',
    '来访次数类型|首复访|访问类型|是否首访|来访类型|到访类型|首次/再次|Visit Type',
    {},
  ),
  talk('companions', '同行人', 'Companions', '随行人员|陪同人员|来访人数|同行人数|随访人数|Companions', {}),
  booking('meal', '餐段', 'Meal', '餐次|餐别|时段|午/晚|用餐时段|市别|Meal|Session', {}),
  booking('guests', '人数', 'Guests', '用餐人数|就餐人数|客人数|Pax|Guests|Covers|No. of Guests|Party Size', {
    type: 'integer',
  }),
  booking('tables', '桌数', 'Tables', '席数|预订桌数|Tables', { type: 'integer' }),
  booking(
    'table',
    '桌号/包间',
    'Table or room',
    '包间|包厢|桌号|台号|房间|厅房|包房|餐台|席位|Table|Table No|Private Room',
    {},
  ),
  booking('standard', '菜金标准', 'Menu price', '餐标|标准|用餐标准|菜金|每桌标准|人均|Menu|Price per Head', {}),
  booking('booking_deposit', '订金', 'Booking deposit', '预付|预付款|预订金|Booking Deposit|Prepaid', {
    type: 'money',
  }),
  booking('booking_status', '预订状态', 'Booking status', '是否到店|到店情况|Booking Status', {}),
  booking('occasion', '宴会类型', 'Occasion', '宴席类型|用餐性质|活动性质|宴请事由|Occasion', {}),
]

export const demandFields = [
  demand(
    'demand_type',
    '需求类型',
    'Kind of demand',
    '购买意向|意向产品|意向产品类型|需求产品|意向项目|意向车型|Interested In|Product Interest',
    {},
  ),
  demand(
    'budget',
    '预算',
    'Budget',
    '预算总价|接受价格区间|价格区间|意向价格|预算金额|购房预算|总价预算|承受总价|心理价位|意向总价|接受总价|预算区间|预算范围|租金预算|Budget|Price Range|預算',
    { type: 'money-range' },
  ),
  demand('unit_budget', '单价预算', 'Unit price budget', '接受单价|承受单价|意向单价', { type: 'money-range' }),
  demand(
    'size_wanted',
    '面积',
    'Area wanted',
    '意向面积|需求面积|面积需求|面积段|面积区间|需求面积段|Area Needed|Size|面積',
    { type: 'number-range' },
  ),
  demand('house_type', '户型', 'House type', '意向户型|需求户型|房型|意向房型|Layout|Bedrooms|房型需求', {}),
  demand('floor_wanted', '楼层需求', 'Floor wanted', '意向楼层|Floor Preference', {}),
  demand('unit_wanted', '意向房源', 'Unit wanted', '意向单元|意向楼栋|意向房号|Unit Interest', {}),
  demand(
    'buying_purpose',
    '置业目的',
    'Purpose of buying',
    '购房目的|购买目的|购买用途|用途|置业用途|购房用途|购买动机|置业动机|Use|Intended Use',
    {},
  ),
  demand(
    'intent',
    '购买诚意度',
    'Intent',
    '意向|意向程度|意向度|诚意度|意向级别|意向等级|购买意愿|购房意向|客户意向|成交意向|Interest Level|Intent|Probability',
    { choices: intents, type: 'text' },
  ),
  demand('concern', '关注点', 'Concerns', '客户关注|关注因素|抗性|抗性因素|未成交原因|异议|Concern|Objection', {}),
  demand(
    'buying_time',
    '预计购买时间',
    'Expected to buy',
    '购买时间预期|计划购买时间|预计成交时间|计划入住时间|Expected Close Date|Timeline',
    {},
  ),
  demand('demand_class', '需求类别', 'Demand class', '内容类别|Demand Class', { choices: demandClasses }),
  demand('demand_content', '需求记录', 'Demand', '需求明细', { type: 'long-text' }),
  demand('importance', '重要性', 'Importance', '重要程度|Importance', { choices: intents }),
  demand('priority', '优先级', 'Priority', '优先程度|Priority', { choices: intents }),
  demand('demand_stage', '处理进度', 'Progress', '处理状态|需求状态|Progress', { choices: demandStages }),
  demand('feasibility', '技术可行性', 'Feasibility', 'Feasibility', {}),
  demand('cost_benefit', '成本效益', 'Cost and benefit', '', {}),
  demand('market_competition', '市场竞争', 'Market competition', '', {}),
  demand('demand_answer', '反馈', 'Answer', '客户反馈|反馈意见|Feedback', { type: 'long-text' }),
]
