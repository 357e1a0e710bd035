import { paymentMethods } from './choices.ts'
import { block, purposes } from './define.ts'

const deal = block({ entity: 'deal', group: '交易', stored: 'deal', purpose: purposes.deal })
const contract = block({ entity: 'deal', group: '合同', stored: 'deal', purpose: purposes.deal })

export const dealFields = [
  deal(
    'order_no',
    '单号',
    'Order no.',
    '订单号|订单编号|流水号|小票号|销售单号|单据编号|单据号|发票号|发票号码|交易号|消费单号|Order No|Order ID|Order Number|Invoice No|Invoice Number|Invoice|PO|PO No|Receipt No|Transaction ID|訂單編號|單號',
    { type: 'code' },
  ),
  deal(
    'deal_on',
    '日期',
    'Date',
    '下单日期|购车日期|提车日期|交车日期|缴费日期|下单时间|消费日期|消费时间|销售日期|购买日期|购买时间|成交日期|成交时间|认购日期|开票日期|交易日期|交易时间|单据日期|充值日期|付款日期|收款日期|订单日期|出货日期|发货日期|Order Date|Purchase Date|Invoice Date|Sale Date|Transaction Date|Deal Date|Close Date|訂單日期|交易日期',
    { type: 'date' },
  ),
  deal(
    'product',
    '商品',
    'Product',
    '商品名称|课程|课程名称|车型|产品|产品名称|产品或服务|产品/服务|产品或服务名称|项目|品名|货品|货品名称|机型|型号|套餐|服务项目|消费项目|销售内容|购买产品|购买历史|物品|Item|Product Name|Service|Model|Item Name|Description of Goods|品項|品名規格',
  ),
  deal('deal_name', '交易名称', 'Deal name', 'Deal Name|Opportunity Name|Opportunity|Deal'),
  deal(
    'product_kind',
    '产品类型',
    'Product kind',
    '商品类别|产品类别|品类|物业类型|产品类型|Product Type|Product Category',
  ),
  deal(
    'unit',
    '成交单元',
    'Unit',
    '房号|房间号|单元|铺位|铺位号|商铺号|室号|单元号|楼栋房号|门牌|房源|租赁单元|租赁房号|Unit No|Room|Room No|Suite',
  ),
  deal('quantity', '数量', 'Quantity', '件数|课时|课时数|台数|套数|购买数量|销售数量|Qty|Quantity|QTY.|數量', {
    type: 'number',
  }),
  deal('unit_price', '单价', 'Unit price', '成交单价|销售单价|Price|Unit Price|單價', { type: 'money' }),
  deal(
    'amount',
    '金额',
    'Amount',
    '总金额|售价|价格|报价|报价金额|成交价格|成交价|成交金额|成交总价|充值金额|付款金额|价税合计|合计金额|销售金额|销售额|消费额|小计|总价|应收|应收金额|订单金额|交易金额|合同金额|合同总价|开票金额|含税金额|学费|应缴金额|Amount|Total|Total Amount|Sum|Order Amount|Sale Amount|Deal Value|Net Amount|金額|總金額|合計',
    {
      type: 'money',
    },
  ),
  deal(
    'paid',
    '实收',
    'Paid',
    '实收金额|已交|已缴|已缴金额|已收|已收金额|已付|已付金额|实付|实付金额|到账金额|收款金额|Paid|Amount Paid|Received',
    { type: 'money' },
  ),
  deal('bonus', '赠送', 'Bonus', '赠送金额|赠金|Bonus', { type: 'money' }),
  deal('discount', '折扣', 'Discount', '优惠|优惠金额|所享优惠折扣|优惠折扣|Discount|折讓'),
  deal('trade_in', '旧机抵扣', 'Trade-in', '以旧换新|抵扣|旧机|Trade-in', { type: 'money' }),
  deal('gross', '原价', 'List price', '标价|面价|List Price|Gross', { type: 'money' }),
  deal('payment', '付款方式', 'Payment', '支付方式|收款方式|Payment|Payment Method|Paid By|付款方式', {
    choices: paymentMethods,
  }),
  deal('sales_channel', '销售渠道', 'Sales channel', '渠道|平台|店铺|门店|Channel|Store|Shop|通路'),
  deal('serial_no', '串号', 'Serial no.', '串号(IMEI)|IMEI|序列号|机身号|SN|S/N|Serial Number|Serial No', {
    type: 'code',
  }),
  deal('deal_status', '订单状态', 'Deal status', '交易状态|成交状态|付款状态|Order Status|Payment Status'),
  deal('deal_staff', '经办人', 'Sold by', '收银员|开单人|Cashier', { type: 'person-name' }),
  deal('deal_remark', '交易备注', 'Deal remark', '订单备注', { type: 'long-text' }),
  deal('currency', '币种', 'Currency', '货币|Currency|CCY|幣別'),
  deal('warranty', '保修', 'Warranty', '质保|保修期'),
]

export const contractFields = [
  contract(
    'contract_no',
    '合同编号',
    'Contract no.',
    '合同号|租赁合同号|协议编号|Contract No|Lease No|Contract Number|合約編號',
    { type: 'code' },
  ),
  contract(
    'contract_on',
    '签约日期',
    'Signed on',
    '签约时间|签订日期|合同签订日期|Signed|Signing Date|Contract Date|簽約日期',
    { type: 'date' },
  ),
  contract(
    'contract_start',
    '合同开始',
    'Starts on',
    '起租日|起租日期|租期开始|合同起始日|合同起始日期|开始日期|起始日期|起始日|租赁起始日|合同开始日期|交付日期|计租日|起租|Start Date|Lease Start|Commencement|Commencement Date|起租日期',
    { type: 'date' },
  ),
  contract(
    'contract_end',
    '合同到期',
    'Ends on',
    '到期日|到期日期|租期结束|合同终止日|合同到期日|合同到期日期|结束日期|终止日期|合同结束日期|租赁到期日|截止日期|到期时间|退租日|租约到期|End Date|Lease End|Expiry|Expiry Date|Expiration Date|到期日',
    { type: 'date' },
  ),
  contract(
    'contract_term',
    '合同期限',
    'Term',
    '租期|租赁期限|租赁期间|合同期间|起止日期|租赁起止日期|合同起止日期|租赁起止|合同年限|租赁期|Term|Lease Term',
    {},
  ),
  contract(
    'rent',
    '租金',
    'Rent',
    '租金标准|租金单价|日租金|租金(元/㎡/天)|租金单价(元/㎡/天)|租金单价(元/㎡·天)|Rent|Rental|Rent Rate',
    { type: 'money' },
  ),
  contract('monthly_rent', '月租金', 'Monthly rent', '月租|月租金额|每月租金|月租金(元)|Monthly Rent', {
    type: 'money',
  }),
  contract('yearly_rent', '年租金', 'Yearly rent', '年租|年租金额|Annual Rent', { type: 'money' }),
  contract(
    'deposit',
    '押金',
    'Deposit',
    '保证金|履约保证金|租赁押金|租赁保证金|押金金额|定金|认购定金|Deposit|Security Deposit|押金',
    { type: 'money' },
  ),
  contract('management_fee', '物业费', 'Management fee', '物管费|物业管理费|管理费|Service Charge|Management Fee', {
    type: 'money',
  }),
  contract('rent_free', '免租期', 'Rent-free period', '免租|装修期|Rent Free|Rent-free', {}),
  contract(
    'leased_area',
    '租赁面积',
    'Leased area',
    '建筑面积|出租面积|计租面积|套内面积|承租面积|Leased Area|GFA|NLA|Area (sqm)|Sqm',
    { type: 'number' },
  ),
  contract('floor', '楼层', 'Floor', '所在楼层|层|Level No|Floor'),
  contract('building', '楼栋', 'Building', '楼宇|栋|座|幢|楼号|Building|Tower'),
  contract('fit_out', '装修程度', 'Fit-out', '装修|装修情况|交付标准|Fit-out'),
  contract('contract_status', '合同状态', 'Contract status', '租赁状态|出租状态|租约状态|Lease Status|Contract Status'),
  contract('pay_cycle', '付款周期', 'Pay cycle', '支付周期|缴租方式|租金支付方式|押付方式|付款频次|Payment Cycle'),
]
