import type { Cookie } from './cookie.ts'
import { type ErrorReply, REFUSALS, type Refusal } from './refusal-view.ts'

/** What came of a piece of work: something done, or a refusal that was to be expected. Everything else is thrown. */
export type Outcome<Result> =
  | { readonly done: Result; readonly cookies?: readonly Cookie[]; readonly created?: boolean }
  | {
      readonly refused: Refusal
      /** Seconds until it may be asked again, where that is known. */
      readonly after?: number
    }

/** The words for each refusal. What is missing and what is someone else's sound the same. */
const WORDS: { readonly [R in Refusal]: string } = {
  'not-found': 'There is nothing here.',
  'bad-origin': 'This request did not come from a page of this site.',
  'too-large': 'That is more than can be taken at once. A file or a page may have up to 2 MB.',
  invalid: 'That could not be read as an answer to this.',
  'key-reused': 'This was sent before with something else in it. Load the page again.',
  'other-tab': 'You have answered this in another tab. Load the page again to see that answer.',
  'already-final': 'This answer has been checked and can no longer change.',
  'handed-in': 'This quiz has been handed in.',
  'not-yet': 'That is shown once the quiz has been handed in.',
  'answer-first': 'Answer this question first, or ask to be shown.',
  'nothing-to-ask':
    'There is nothing left that suits you now. Come back tomorrow, or take a quiz you have not taken.',
  'signed-out': 'You are signed out. Sign in again; what you have answered here is kept until then.',
  'wrong-password': 'Address or name and password do not match.',
  'not-your-password': 'That is not your password.',
  'sign-in-again': 'For this, sign out and in again first.',
  'totp-needed': 'Type the code that your app shows.',
  'totp-wrong': 'That code is not right, or was used already. Wait for the next one.',
  'code-spent': 'This link has been used, is too old, or is not whole. Ask for a new one.',
  throttled:
    'There have been too many tries. Wait a quarter of an hour, or use a browser you have signed in with before.',
  'too-often': 'That has been asked for very often in a short time. Wait a few minutes, then try again.',
  suspended: 'This account is suspended. Your school can tell you why.',
  'mail-taken': 'There is an account with this address. Sign in to it, or choose another address.',
  'service-taken': 'That service is connected with another account here.',
  'service-away': 'The other service cannot be reached. Try again later, or sign in another way.',
  'common-password':
    'Many people use this password, or it is easily guessed from your name. Choose another one.',
  'too-young':
    'Under 13 an account comes from your teacher, with a class code. Without one you can take every quiz here.',
  'by-invitation': 'Accounts here are made by invitation. Ask your school for one.',
  'last-admin': 'This is the only admin. Make somebody else one first.',
  'last-way-in': 'Without it there would be no way to sign in to this account. Set a password first.',
  'no-mail': 'Nothing is mailed from here: mail has not been set up.',
  archived: 'This has been put away. Take it out again first.',
  'no-such-class': 'No class has this code. Look at it again, or ask your teacher for a new one.',
  'no-teacher': 'No teacher here has this address. An admin can invite one.',
  'last-teacher': 'A class has a teacher. Add another one first.',
  'no-slip': 'They have an address of their own, and see to their password and their account themselves.',
  'times-crossed': 'It opens first, then it is due, then it closes. Look at the dates again.',
  'no-closing': 'To tell how it went after closing, it has to close. Say when.',
  'changed-meanwhile':
    'This has been changed meanwhile, in another tab or by somebody else. Load the page again; what you have done here stays until then.',
  'not-open-yet': 'This quiz is not open yet.',
  closed: 'This quiz is closed.',
  'no-attempts-left': 'You have taken this quiz as often as it may be taken.',
  'wrong-word': 'That is not the word for this quiz. Ask your teacher.',
  'no-reason': 'Say why: a grade of your own has its reason beside it.',
  'key-stays':
    'By its rules the key of this quiz stays with you. Change when they see how it went, and it is told by that.',
  'regrade-why': 'Say why it is regraded. Those whose score changes read it.',
  'no-key': 'Give the whole right answer: no part of it may be left open.',
  'regraded-meanwhile':
    'Something has been regraded here meanwhile, in another tab or by somebody else. Look at the preview again before you go on.',
  'decided-meanwhile':
    'Somebody has decided about this question meanwhile, or regraded it. Look at it again before you go on.',
  'no-word': 'Say a word about it: those who flagged it read it.',
  withheld: 'It has been handed in. Your teacher decides when it is told how it went.',
  'needs-article':
    'A question that makes sense only right after its article stands in a set of that article alone.',
  withdrawn: 'This question has been withdrawn and is not asked any more.',
  'in-set-already': 'This question is in the set already.',
  'set-full': 'A set has at most 60 questions.',
  'enough-words': 'A question has at most 20 words of yours. Take one away first.',
  'key-fails':
    'The checker cannot follow the key from the passage. Mend what is marked as “has to be mended”; nobody can approve it before.',
  'say-why': 'The checker finds fault with it. Say why it is right all the same, or mend it.',
  'nothing-to-undo': 'There is nothing left to undo here.',
  'none-approved': 'Approve a question first; a set is made of what has been approved.',
  'desk-full': 'A desk has at most 200 questions.',
  'not-for-programs':
    'Its publisher asks that programs leave this page alone. Read it with your class at its own address.',
  'engine-failed': 'This text could not be read through. It has been noted.',
  'nothing-changed': 'It reads as it did. Change something first.',
  'enough-feeds': 'You can follow at most 20 feeds. Leave one of them first.',
  'too-long': 'That text is too long: an article may have up to 200,000 characters. Bring in a part of it.',
  'wrong-type':
    'That is nothing an article can be read from. A web page, a PDF, a Word document (.docx), Markdown or plain text can.',
  encrypted: 'That file is locked with a password. Save a copy without one, and bring that in.',
  'no-text':
    'No text could be found in it. Where its pages are pictures of text, copy the text and paste it instead.',
  'too-short':
    'That has fewer than 80 words: too few to ask about. Where it is only the beginning, paste the whole article.',
  'took-too-long': 'That took longer than five seconds, and was given up. Try again, or paste the text.',
  broken: 'That file is damaged, or made in a way that cannot be read. Paste the text instead.',
  'not-an-address':
    'That is not an address that can be fetched. It begins with http:// or https:// and names no port.',
  'private-address': 'That address lies in a private network. Only public pages are fetched.',
  unreachable: 'Nothing could be fetched from that address. Look at it again, or try later.',
  'forbidden-by-robots':
    'That site asks programs not to fetch this page, and Bellwether keeps to that. Where you may use the text, paste it.',
  'http-error': 'That site answered with an error instead of the page.',
  'nothing-brought': 'There is no question in this file that can come in.',
  busy: 'The server is busy or starting. Your answer is not saved yet; try again in a moment.',
  failed: 'Something went wrong on our side. It has been noted.',
}

/** A refusal as the client reads it. */
export const refusal = (error: Refusal): ErrorReply => ({ error, message: WORDS[error] })

/** The refusal of that name, as an address may carry it; null for any other word. */
export const refusalNamed = (name: string): ErrorReply | null =>
  Object.hasOwn(WORDS, name) ? refusal(name as Refusal) : null

/** Its HTTP status. */
export const statusOf = (error: Refusal): number => REFUSALS[error]

/** A document or picture that is no JSON, as the result of a route: the same for everyone, or, with a file name, one person's own, to be saved. */
export class PlainDocument {
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly type: string
  readonly fileName: string | null
  constructor(body: string | Uint8Array<ArrayBuffer>, type: string, fileName: string | null = null) {
    this.body = body
    this.type = type
    this.fileName = fileName
  }
}

/** A document of somebody's own that is too large to be held: its bytes as they are made. Where they end in an error, so does the connection, and no half file passes for a whole one. */
export class StreamedDocument {
  readonly body: ReadableStream<Uint8Array>
  readonly type: string
  readonly fileName: string
  constructor(body: ReadableStream<Uint8Array>, type: string, fileName: string) {
    this.body = body
    this.type = type
    this.fileName = fileName
  }
}

/** Server-sent events that are sent as they come, as the result of a route. */
export class EventStream {
  readonly events: ReadableStream<Uint8Array>
  constructor(events: ReadableStream<Uint8Array>) {
    this.events = events
  }
}
