import { lastHop } from '../asked.ts'
import { readCookie } from '../cookie.ts'
import { guestOf } from '../guest.ts'
import { sayAgent } from './agent.ts'
import { INVITATION_COOKIE } from './carried.ts'
import { DEVICE_COOKIE, deviceValue } from './devices.ts'

/** The browser that asks to be let in, as its request shows it. */
export interface Asker {
  /** Where the request comes from: an address, or '' where none is known. */
  readonly address: string
  /** 'Firefox on Linux' */
  readonly agent: string
  /** The guest it has been so far. */
  readonly guest: string | null
  /** What it will be known by; fresh where it was not known by anything. */
  readonly device: string
  /** The code of an invitation that it carries; null for none. */
  readonly invitation: string | null
}

/** The address of whoever sent a request; '' where none is known. */
export const addressOf = (headers: Headers): string => lastHop(headers.get('x-forwarded-for') ?? '')

/** Reads an asker from the headers of a request. */
export function askerOf(headers: Headers): Asker {
  const cookies = headers.get('cookie')
  return {
    address: addressOf(headers),
    agent: sayAgent(headers.get('user-agent')),
    guest: guestOf(cookies),
    invitation: readCookie(cookies, INVITATION_COOKIE) || null,
    device: deviceValue(readCookie(cookies, DEVICE_COOKIE)),
  }
}
