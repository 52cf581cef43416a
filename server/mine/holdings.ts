/** What a table of the store holds of people. Every table of the schema is named here or in `OF_NOBODY`; a test sees to it. */
export interface Holding {
  readonly holds: string
  readonly why: string
  readonly kept: string
  /** The part of the export that tells it; null where it tells nothing that another part does not. */
  readonly exported: string | null
  /** What is left of it once its person is erased: no row; rows that say nothing but an id that stands for nobody; or what a person wrote for others. */
  readonly erased: 'gone' | 'by nobody' | 'stays for others'
}

const UNTIL_ERASED = 'until the account is erased'
const ONE_CAN_TELL = 'as long as the quiz: a school must be able to say how it came to a grade'

const row = (
  holds: string,
  why: string,
  kept: string,
  exported: string | null,
  erased: Holding['erased'],
): Holding => ({ holds, why, kept, exported, erased })

export const OF_PEOPLE: Readonly<Record<string, Holding>> = {
  person: row(
    'an id, a role, when it was made',
    'all else points to it',
    'for ever, by nobody once erased',
    'person',
    'by nobody',
  ),
  account: row(
    'name, address, a hash of the password, an age band',
    'to sign in',
    UNTIL_ERASED,
    'account',
    'gone',
  ),
  identity: row(
    'which other service vouches, and its number',
    'to sign in by it',
    'until it is disconnected',
    'services',
    'gone',
  ),
  session: row(
    'when and with what browser somebody signed in',
    'to stay signed in, and to end it',
    'as the school says, after its end',
    'sessions',
    'gone',
  ),
  device: row(
    'a hash by which a browser is known',
    'so that nobody locks an owner out',
    'as the school says',
    null,
    'gone',
  ),
  code: row(
    'a hash of a link that was handed out',
    'a link works once',
    'as the school says, after its use',
    null,
    'gone',
  ),
  learning: row(
    'time zone, goals, how much is repeated',
    'to plan reviews',
    UNTIL_ERASED,
    'learning',
    'gone',
  ),
  memory: row('which facts somebody keeps in mind', 'to plan reviews', UNTIL_ERASED, 'memories', 'gone'),
  review: row('how a review went', 'to plan the next', UNTIL_ERASED, 'reviews', 'gone'),
  ability: row(
    'a number for how hard a question may be',
    'to choose questions',
    UNTIL_ERASED,
    'ability',
    'gone',
  ),
  notice: row('what somebody was told', 'so that they can read it', '90 days', 'notices', 'gone'),
  mail_wish: row('whether letters are wanted', 'to send none that are not', UNTIL_ERASED, 'mail', 'gone'),
  enrolment: row(
    'who is in which class',
    'classwork',
    'after leaving too, for the grades of the class',
    'classes',
    'by nobody',
  ),
  assignment_person: row('who is given a quiz', 'classwork', 'as long as the quiz', null, 'by nobody'),
  assignment_override: row(
    'terms of one’s own: more time, another day',
    'fairness',
    'as long as the quiz',
    'terms',
    'by nobody',
  ),
  grade: row('grade, reason, comment', 'the gradebook', ONE_CAN_TELL, 'grades', 'by nobody'),
  attempt: row('which quiz was taken and when', 'scores', ONE_CAN_TELL, 'attempts', 'by nobody'),
  response: row(
    'every answer, when and how fast',
    'scores; no answer may be lost',
    ONE_CAN_TELL,
    'responses',
    'by nobody',
  ),
  late_response: row(
    'answers that came when the time was over',
    'their teacher sees them; they count nowhere',
    UNTIL_ERASED,
    'lateAnswers',
    'gone',
  ),
  attempt_item: row(
    'which questions were asked in what order',
    'to show and mark them',
    ONE_CAN_TELL,
    'attempts',
    'by nobody',
  ),
  item_mark: row('the mark of an answer', 'reports to the teacher', ONE_CAN_TELL, 'attempts', 'by nobody'),
  rated_answer: row(
    'which answers went into how hard a question is',
    'none counts twice',
    ONE_CAN_TELL,
    null,
    'by nobody',
  ),
  handed_out: row(
    'which keys an offline pack held',
    'its answers count in no score',
    ONE_CAN_TELL,
    'offlinePacks',
    'by nobody',
  ),
  flag: row(
    'what somebody found wrong',
    'to mend questions',
    'the flag for ever, its words until erased',
    'flags',
    'by nobody',
  ),
  flag_outcome: row('what became of a flag', 'to tell who raised it', 'with the flag', null, 'by nobody'),
  flag_decision: row(
    'who decided about a question, in what words',
    'others read why',
    'for ever',
    'flagDecisions',
    'stays for others',
  ),
  regrade: row(
    'who regraded a question, and why',
    'others read why their grade changed',
    'for ever',
    'regrades',
    'stays for others',
  ),
  teacher_set: row('sets of a teacher', 'their work', UNTIL_ERASED, 'sets', 'by nobody'),
  question_tag: row('a teacher’s own words for questions', 'their work', UNTIL_ERASED, 'words', 'gone'),
  desk_teacher: row('who works at a desk', 'their work', UNTIL_ERASED, 'desks', 'gone'),
  draft_step: row(
    'who changed a draft, and why they overruled the checker',
    'others work on',
    'for ever, without the reason once erased',
    'drafts',
    'by nobody',
  ),
  article: row(
    'who brought an article in',
    'who may read it',
    'for ever, by nobody once erased',
    'editions',
    'by nobody',
  ),
  revision: row(
    'who wrote an edition of an article',
    'others read it',
    'for ever',
    'editions',
    'stays for others',
  ),
  correction: row(
    'who wants an article to read otherwise',
    'others decide about it',
    'for ever',
    'corrections',
    'stays for others',
  ),
  import: row('what somebody asked to be brought in', 'to bring it in', UNTIL_ERASED, 'broughtIn', 'gone'),
  feed: row('feeds somebody follows', 'to show what is new', UNTIL_ERASED, 'feeds', 'gone'),
  feed_item: row('what stood in such a feed', 'to show what is new', 'with the feed', null, 'gone'),
  bank_article: row(
    'whose an article in the bank is',
    'who may draw from it',
    'with the article',
    null,
    'by nobody',
  ),
  library_article: row(
    'whose an article in the library is',
    'who may read it',
    'with the article',
    null,
    'by nobody',
  ),
  audit_entry: row(
    'who did what to whom, by id',
    'to look into what went wrong',
    'as the school says',
    'trail',
    'by nobody',
  ),
  rate_limit: row(
    'hashes of who asked too often',
    'against guessing and floods',
    'an hour at most',
    null,
    'gone',
  ),
}

/** Tables that hold nothing of anybody: articles, questions, sets, counts, settings. */
export const OF_NOBODY: ReadonlySet<string> = new Set([
  ...[
    'school',
    'keeping',
    'class',
    'assignment',
    'grade_category',
    'watched',
    'rating_sweep',
    'version_rating',
    'backup',
    'failure',
  ],
  ...['reading', 'fact', 'fact_reading', 'question', 'question_version', 'question_fact', 'question_tally'],
  ...['withdrawal', 'bank_item', 'library_topic', 'daily_quiz', 'quiz_set', 'quiz_set_item', 'desk', 'draft'],
])
