import { channelClasses, collectionMethods, yesNo } from './choices.ts'
import { block, purposes } from './define.ts'

const manage = block({ entity: 'customer', group: '管理', stored: 'fact', purpose: purposes.manage })

export const manageFields = [
  manage('complaints', '曾经投诉内容', 'Past complaints', '投诉记录|投诉|历史投诉|投诉情况|Complaints', {
    type: 'long-text',
    purpose: purposes.improve,
  }),
  manage('method', '收集方法', 'Collection method', '收集方式|信息收集方法|获取方式|所用手段|Collection Method', {
    choices: collectionMethods,
    open: true,
  }),
  manage('collector', '收集人', 'Collected by', '信息收集人|信息提供者|提供人|填表人|Collector', {
    type: 'person-name',
  }),
  manage('channel_class', '渠道类别', 'Channel class', '信息渠道类别|来源渠道类别|渠道性质|Channel Class', {
    choices: channelClasses,
    open: true,
  }),
  manage(
    'initiative',
    '主动性',
    'Initiative',
    '是否主动|客户主动|主动告知|是否主动提供|Customer Initiated|Initiative',
    {
      type: 'yes-no',
      choices: yesNo,
    },
  ),
  manage(
    'supplier',
    '名单提供方',
    'List supplier',
    '数据提供方|资料提供方|名单来源公司|数据供应商|提供单位|List Supplier|Data Supplier|Data Provider',
    {},
  ),
  manage(
    'lawful_basis',
    '合法依据',
    'Lawful basis',
    '合法性依据|授权依据|处理依据|同意依据|Lawful Basis|Legal Basis|Lawful Base',
    {},
  ),
  manage('campaign', '活动名称', 'Campaign', '营销活动|推广活动名称|Campaign Name', {}),
  manage('verified', '核实情况', 'Verified', '是否核实|核实|Verified', {}),
  manage(
    'credibility',
    '可信度',
    'Credibility',
    '真实性|可靠性|可靠度|可靠程度|信息可靠性|来源可靠性|真实程度|Reliability|Credibility|Trust',
    {},
  ),
  manage('consent', '是否同意', 'Consent', '同意接收|授权同意|隐私授权|Consent|Opt In|Opt-in|Subscribed|Email Opt In', {
    type: 'yes-no',
    choices: yesNo,
  }),
  manage('file_no', '档案袋号', 'File no.', '档案柜号|存档号|卡片编号|File No', { type: 'code' }),
  manage('register_no', '登记序号', 'Register no.', '表单编号|登记编号|记录号|Form No|Interaction ID|Activity ID', {
    type: 'code',
  }),
  manage('card_count', '领取数量', 'Cards taken', '', { type: 'integer', purpose: purposes.serve }),
  manage('card_taken_at', '领取时间', 'Cards taken at', '', { purpose: purposes.serve }),
  manage('card_room', '房间号码', 'Room of card', '', { purpose: purposes.serve }),
  manage(
    'modified_on',
    '更新时间',
    'Modified',
    '修改时间|更新日期|最后修改时间|修改日期|Modified|Updated|Updated At|Last Modified|Modified Time',
    { type: 'date' },
  ),
]
