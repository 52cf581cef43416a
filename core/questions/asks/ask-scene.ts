import type { Reading } from '../../article/reading.ts'
import type { Finding } from '../../facts/finding.ts'
import type { Scene } from '../../facts/sentence/scene.ts'
import type { ArticleFigures } from './article-figures.ts'
import type { Roles } from './roles.ts'

/** What every ask is made from: the reading, all findings, the article's figures and roles as possible options. */
export interface AskScene {
  readonly reading: Reading
  readonly scene: Scene
  readonly findings: readonly Finding[]
  readonly figures: ArticleFigures
  readonly roles: Roles
}
