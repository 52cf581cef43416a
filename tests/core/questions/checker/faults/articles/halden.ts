import { article } from '../article.ts'
import { about } from '../fault.ts'

/** A railway whose quarter is named once for two clauses, beside the whole year. */
export const halden = about(
  article(
    'Halden Rail Loses Passengers to the Road',
    '2025-02-11',
    `Revenue of Halden Rail fell 14% to £66.5m in 2024 from £77.8m in 2023. In the fourth quarter of 2024 Halden Rail carried 5.7 million passengers, 9% fewer than a year before, and revenue fell 31% to £15.2m.`,
  ),
)
