import { article } from '../article.ts'
import { about } from '../fault.ts'

/** A power company in court: a fine, dates in two forms, causes, a drought, people with offices that several hold. */
export const veld = about(
  article(
    'Dutch Court Fines Veld Energy',
    '2024-07-10',
    `A court in The Hague fined Veld Energy €48m on 9 July 2024 for hiding leaks from regulators. Veld Energy reported the first leak on 2 March 2022. The shares of Veld Energy fell 5% on 9 July 2024. Veld Energy had set aside €30m for the fine in 2023.
Power output of Veld Energy fell to 14.2 terawatt-hours in 2023 from 15.8 terawatt-hours in 2022, as a drought emptied its reservoirs. Veld Energy cut its dividend to €1.10 a share for 2023. Wind farms supplied 40% of the power of Veld Energy in 2023. The coal plant in Almere closed in April 2021.
Joost de Wit, a director of Veld Energy, called the fine too high. Hanna Visser, chief executive of Veld Energy, said an appeal was likely. Environmental groups including Green Delta and Clean Rivers had asked for a fine of at least €60m. Veld Energy rejected a claim by the city of Almere.
"The leaks were small, and we stopped them within days," said Hanna Visser. Joost de Wit told Het Parool: "We pay more for a leak than others pay for a spill." Veld Energy partners with Solara on batteries. Analysts expect profit of Veld Energy to fall to between €200m and €220m in 2024.`,
  ),
)
