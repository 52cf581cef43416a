import { article } from '../article.ts'
import { about } from '../fault.ts'

/** An airline: a loss after a profit, a strike with its causes, counted things, absolutes in the article's own words. */
export const aster = about(
  article(
    'Strike Grounds Flights of Aster Air',
    '2024-07-10',
    `Aster Air cancelled 240 flights on 9 July 2024 because of a strike by pilots. Aster Air made a loss of €85m in 2023, after a profit of €40m in 2022. The airline flies to 62 cities and owns 48 aircraft. Fuel made up 34% of the costs of Aster Air in 2023.
Passenger numbers of Aster Air rose 6% to 9.3 million in 2023. Cargo revenue of Aster Air fell 22% to €130m in 2023. Lena Fischer, chief executive of Aster Air, said all flights would run on 12 July 2024. Tomas Varga, head of the Pilots' Guild, said pilots had never been offered a rise.
Aster Air ordered 12 aircraft from Skyworks in March 2024. Skyworks delivered nine aircraft to Blue Wing in 2023. Blue Wing leases its aircraft from Skyworks and Norden Leasing. Aster Air will not replace its oldest aircraft before 2027.
"We cannot pay wages that we do not earn," said Lena Fischer. Tomas Varga told reporters: "Our members have waited five years for an offer." The strike cost Aster Air between €3m and €4m a day. Compensation of €250 a passenger is due for short flights.`,
  ),
)
