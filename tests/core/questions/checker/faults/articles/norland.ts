import { article } from '../article.ts'
import { about } from '../fault.ts'

/** A central bank: basis points, points, percent, a revised figure, forecasts by others. */
export const norland = about(
  article(
    'Norland Raises Its Main Rate Again',
    '2024-05-15',
    `The Bank of Norland raised its main interest rate by 25 basis points to 4.5% on 14 May 2024. Inflation in Norland slowed to 3.1% in April 2024 from 3.9% in March 2024. The unemployment rate in Norland fell by 0.3 percentage points to 4.8% in the first quarter of 2024.
Growth of the economy in the first quarter of 2024 was revised to 0.6% from 0.4%. Ilse Brandt, governor of the Bank of Norland, said inflation could fall below 2% in 2025. Analysts at Rowan Research expect inflation of 2.4% in 2025. Wages in Norland rose 5.2% in 2023, while prices rose 6.1%.
House prices in Norland fell by about 8% in 2023. Exports of Norland came to 84bn kroner in 2023, including fish worth 21bn kroner and timber worth 17bn kroner. Norland sold its stake in Fjordline, a ferry company, in 2022. Nils Aker, finance minister of Norland, called the rise in the rate unwelcome.
"Prices are still rising too quickly for comfort," said Ilse Brandt. Nils Aker told parliament: "Families with mortgages will pay for this rise." The bank said it would keep its reserves above 50bn kroner.`,
  ),
)
