import type { Messages } from './catalogue.ts'

/** Our products, and what is known of competitors. */
export const productsText = {
  'product-summary': { zh: '我们的产品，竞争对手的情况', en: 'our products, and what is known of competitors' },
  'product-description': {
    zh: `记下自己的产品（名称、类别、单位、价格），看卖了多少；记下竞争对手的产品、价格、策略和在哪位客户处遇到。
例：
  kehu product add 三号楼高层 --kind 高层 --unit 套 --price 380万
  kehu product rival 对岸广场 '空出两层' --customer 海曙样板 --price 每平每天4.2元 --strategy 免租三个月
  kehu product rivals 对岸广场`,
    en: `Keeps our own products (name, kind, unit, price) and shows what was sold of each; keeps what is heard of
competitors: product, price, strategy, and at which customer.
Examples:
  kehu product add 三号楼高层 --kind 高层 --unit 套 --price 380万
  kehu product rival 对岸广场 --customer 海曙样板 --strategy 免租三个月
  kehu product rivals 对岸广场`,
  },
  'product-add': { zh: '登记一个产品；已有的就修改', en: 'write a product down, or change a known one' },
  'product-name': { zh: '产品', en: 'product' },
  'product-kind': { zh: '类别', en: 'kind' },
  'product-unit': { zh: '单位', en: 'unit' },
  'product-price': { zh: '价格', en: 'price' },
  'product-note': { zh: '说明', en: 'note' },
  'product-words': { zh: '名称或类别的一部分', en: 'a part of its name or kind' },
  'product-list': { zh: '我们的产品和销售', en: 'our products, and what was sold' },
  'product-sold': { zh: '笔数', en: 'deals' },
  'product-amount': { zh: '金额', en: 'amount' },
  'product-last': { zh: '最近', en: 'last on' },
  'product-none': {
    zh: '还没有产品；kehu product add 名称 登记一个',
    en: 'no products yet: kehu product add NAME writes one down',
  },
  'product-added': { zh: '已登记产品：{name}', en: 'product written down: {name}' },
  'product-changed': { zh: '已修改产品：{name}', en: 'product changed: {name}' },
  'product-rival': { zh: '记下竞争对手的一条情况', en: 'note what was heard of a competitor' },
  'product-competitor': { zh: '竞争对手', en: 'competitor' },
  'product-at': { zh: '在哪位客户处遇到', en: 'the customer it was met at' },
  'product-rivals': { zh: '竞争对手一览；写出名称看全部记录', en: 'competitors; named, one of them note by note' },
  'rival-product': { zh: '产品和特点', en: 'product, features' },
  'rival-price': { zh: '对手价格', en: 'its price' },
  'rival-terms': { zh: '条件', en: 'terms' },
  'rival-strategy': { zh: '策略', en: 'strategy' },
  'rival-reviews': { zh: '评价', en: 'reviews' },
  'rival-regions': { zh: '地区分布', en: 'regions' },
  'rival-satisfaction': { zh: '客户满意度', en: 'satisfaction of the customer' },
  'rival-rep': { zh: '对手销售代表', en: 'its salesperson' },
  'rival-selling': { zh: '销售特点', en: 'how it sells' },
  'rival-relation': { zh: '代表与客户的关系', en: 'its relation to the customer' },
  'rival-customers': { zh: '客户', en: 'customers' },
  'rival-notes': { zh: '记录', en: 'notes' },
  'rival-noted': { zh: '已记下 {name} 的情况（{number}）', en: 'noted of {name} ({number})' },
  'rival-count': { zh: '{notes} 条记录，涉及 {customers} 位客户', en: '{notes} notes, {customers} customers' },
  'rival-none': { zh: '没有竞争对手的记录', en: 'nothing is known of competitors' },
  'rival-more': { zh: '看某一家：kehu product rivals 名称', en: 'one of them: kehu product rivals NAME' },
} as const satisfies Messages
