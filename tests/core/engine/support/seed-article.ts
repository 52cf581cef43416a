import fs from 'node:fs'
import path from 'node:path'

/** The article the engine was first asked to read. */
export const seedArticle = fs.readFileSync(
  path.resolve(import.meta.dirname, '../../../fixtures/engine/seed-article.txt'),
  'utf8',
)

/** What stands in the seed article, and what the variant has instead: other companies, people, measures, money and figures. Longer ones first. */
const OTHERWISE: readonly (readonly [seed: string, variant: string])[] = [
  ['Chinese tech giant', 'Danish retail giant'],
  ['Chinese tech giants', 'Danish retail giants'],
  ['Chinese AI start-ups', 'Danish robotics start-ups'],
  ['top Chinese entrepreneurs', 'top Danish entrepreneurs'],
  ['Alibaba', 'Norvanta'],
  ['Eddie Wu', 'Martin Lindholt'],
  ['Wu', 'Lindholt'],
  ['Jack Ma', 'Helen Brandal'],
  ['Ma’s', 'Brandal’s'],
  ['his renewed', 'her renewed'],
  ['President Xi Jinping', 'President Karen Holm'],
  ['Li Chengdong', 'Peter Okafor'],
  ['Charlie Dai', 'Susan Albrecht'],
  ['Forrester', 'Quayside Research'],
  ['Haitun', 'Delphine'],
  ['DeepSeek', 'Packmule'],
  ['OpenAI', 'Stackwell'],
  ['AliExpress', 'Fairbasket'],
  ['Temu', 'Cartly'],
  ['Taobao', 'Hverdag'],
  ['Tmall', 'Storkurv'],
  ['Moonshot', 'Armature'],
  ['01.ai', 'Gripworks'],
  ['Baidu', 'Ostergaard'],
  ['ByteDance', 'Quintano'],
  ['Tencent', 'Vestmark'],
  ['Huawei', 'Solvang'],
  ['artificial intelligence (AI)', 'warehouse robotics'],
  ['artificial general intelligence (AGI), a form of AI', 'a driverless warehouse, a form of robotics'],
  ['AI', 'robotics'],
  ['cloud computing division', 'pharmacy division'],
  ['cloud', 'pharmacy'],
  ['international ecommerce business', 'overseas catering business'],
  ['domestic ecommerce revenue', 'home delivery revenue'],
  ['ecommerce', 'retail'],
  ['capital expenditure', 'research spending'],
  ['Rmb72.5bn (£8bn)', '€41.8bn ($45bn)'],
  ['Rmb24bn (£2.6bn)', '€13.9bn ($15bn)'],
  ['an 8% rise', 'a 6% rise'],
  ['Rmb280bn (£31.5bn)', '€310bn ($335bn)'],
  ['final quarter of 2024', 'third quarter of 2023'],
  ['13%', '17%'],
  ['Rmb31.7bn (£3.6bn)', '€44.2bn ($48bn)'],
  ['9%', '7%'],
  ['50%', '40%'],
  ['32%', '28%'],
  ['Rmb37.8bn (£4.2bn)', '€52.6bn ($57bn)'],
  ['5%', '3%'],
  ['Rmb136bn (£15.3bn)', '€121bn ($131bn)'],
  ['2024 alone', '2023 alone'],
  ['in 2020', 'in 2018'],
  ['18 months', '15 months'],
]

const whole = (words: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}.])${words.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')}(?![\\p{L}\\p{N}]|\\.\\d)`,
    'gu',
  )

/** The seed article told of somebody else, in other figures. */
export const variantArticle = OTHERWISE.reduce(
  (text, [seed, variant]) => text.replace(whole(seed), variant),
  seedArticle,
)
